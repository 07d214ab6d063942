package dev.joist.spi.layout;

/** Feedback bits of a site, or-ed by interpreter and slow paths. */
public final class Feedback {
  private Feedback() {}

  public static final int INT32 = 1;
  public static final int DOUBLE = 2;
  public static final int STRING = 4;
  public static final int OBJECT = 8;
  public static final int OTHER = 16;
  /** An int32 operation gave a number that is no int32. */
  public static final int OVERFLOW = 32;
  /** A guess failed too often: make none. */
  public static final int GENERIC = 64;
}
