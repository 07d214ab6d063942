package com.oracle.truffle.api.strings;

import java.util.Objects;

/**
 * Stand-in for the string class of the Truffle framework: exactly what GraalJS' parser calls, over a {@link String}.
 *
 * <p>It carries Truffle's name because the parser's class files refer to it; the packaging step moves it, with the
 * parser, below {@code dev.joist.javascript.parser}, so that the real one may be present in the same program.
 */
public final class TruffleString extends AbstractTruffleString {
  private final String text;

  private TruffleString(String text) {
    this.text = text;
  }

  /** A string of the UTF-16 code units of {@code text}, unpaired surrogates included. */
  public static TruffleString fromJavaStringUncached(String text, Encoding encoding) {
    Objects.requireNonNull(encoding, "encoding");
    return new TruffleString(Objects.requireNonNull(text, "text"));
  }

  /** The same code units as a {@link String}. */
  public String toJavaStringUncached() {
    return text;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Equal to {@link #hashCode()}: one encoding is all there is here. */
  public int hashCodeUncached(Encoding encoding) {
    Objects.requireNonNull(encoding, "encoding");
    return text.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TruffleString that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** The one encoding that the parser uses. */
  public enum Encoding {
    UTF_16;

    private final TruffleString empty = new TruffleString("");

    /** The empty string. */
    public TruffleString getEmpty() {
      return empty;
    }
  }

  /** Answers whether a string is well-formed UTF-16; module export names have to be. */
  public static final class IsValidNode {
    private static final IsValidNode INSTANCE = new IsValidNode();

    private IsValidNode() {}

    public static IsValidNode getUncached() {
      return INSTANCE;
    }

    /** True if each surrogate in {@code string} belongs to a pair. */
    public boolean execute(AbstractTruffleString string, Encoding encoding) {
      Objects.requireNonNull(encoding, "encoding");
      return switch (string) {
        case TruffleString units -> units.text.codePoints().noneMatch(IsValidNode::isSurrogate);
      };
    }

    private static boolean isSurrogate(int codePoint) {
      return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
  }
}
