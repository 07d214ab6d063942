package dev.joist.runtime.vm;

/** The errors that the runtime throws. The order is that of the ThrowError instruction's operand. */
public enum ErrorType {
  ERROR(Intrinsic.ERROR_PROTOTYPE), TYPE_ERROR(Intrinsic.TYPE_ERROR_PROTOTYPE), REFERENCE_ERROR(Intrinsic.REFERENCE_ERROR_PROTOTYPE),
  SYNTAX_ERROR(Intrinsic.SYNTAX_ERROR_PROTOTYPE), RANGE_ERROR(Intrinsic.RANGE_ERROR_PROTOTYPE), EVAL_ERROR(Intrinsic.EVAL_ERROR_PROTOTYPE),
  URI_ERROR(Intrinsic.URI_ERROR_PROTOTYPE);

  private final Intrinsic prototype;

  ErrorType(Intrinsic prototype) {
    this.prototype = prototype;
  }

  public Intrinsic prototype() {
    return prototype;
  }
}
