package dev.joist.bytecode;

/** What an instruction remembers between executions; see docs/spec/frames-and-values.md, Sites. */
public enum SiteKind {
  FEEDBACK(1), LOOP(1), PROPERTY(4), PRIVATE(5), ELEMENT(2), CALL(2), GLOBAL(1), ALLOCATION(1);

  private final int words;

  SiteKind(int words) {
    this.words = words;
  }

  /** 64-bit words of site data. */
  public int words() {
    return words;
  }
}
