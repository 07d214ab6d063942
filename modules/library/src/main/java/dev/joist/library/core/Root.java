package dev.joist.library.core;

/** One Value that lives as long as the engine. */
public final class Root {
  private final long value;

  Root(long value) {
    this.value = value;
  }

  public long get() {
    return value;
  }
}
