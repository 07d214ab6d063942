package dev.joist.runtime.vm;

/** The errors that the runtime throws. The order is that of the ThrowError instruction's operand. */
public enum ErrorType {
  ERROR("Error", Intrinsic.ERROR_PROTOTYPE),
  TYPE_ERROR("TypeError", Intrinsic.TYPE_ERROR_PROTOTYPE),
  REFERENCE_ERROR("ReferenceError", Intrinsic.REFERENCE_ERROR_PROTOTYPE),
  SYNTAX_ERROR("SyntaxError", Intrinsic.SYNTAX_ERROR_PROTOTYPE),
  RANGE_ERROR("RangeError", Intrinsic.RANGE_ERROR_PROTOTYPE),
  EVAL_ERROR("EvalError", Intrinsic.EVAL_ERROR_PROTOTYPE),
  URI_ERROR("URIError", Intrinsic.URI_ERROR_PROTOTYPE);

  private final String errorName;
  private final Intrinsic prototype;

  ErrorType(String errorName, Intrinsic prototype) {
    this.errorName = errorName;
    this.prototype = prototype;
  }

  /** The constructor's name. */
  public String errorName() {
    return errorName;
  }

  public Intrinsic prototype() {
    return prototype;
  }
}
