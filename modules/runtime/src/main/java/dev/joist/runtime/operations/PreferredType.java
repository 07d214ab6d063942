package dev.joist.runtime.operations;

/** What ToPrimitive would rather have. */
public enum PreferredType {
  DEFAULT("default"), NUMBER("number"), STRING("string");

  private final String hint;

  PreferredType(String hint) {
    this.hint = hint;
  }

  /** What a Symbol.toPrimitive method is told. */
  public String hint() {
    return hint;
  }
}
