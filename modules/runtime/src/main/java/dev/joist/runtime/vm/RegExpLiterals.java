package dev.joist.runtime.vm;

/** Makes the objects of regular expression literals. */
public interface RegExpLiterals {
  /**
   * The object of a literal.
   *
   * @throws JsThrow a SyntaxError, when pattern or flags are invalid
   */
  long create(String pattern, String flags);

  /** A new object as {@link #create} gave for the same literal. */
  long copy(long literal);
}
