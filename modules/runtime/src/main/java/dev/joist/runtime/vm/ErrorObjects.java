package dev.joist.runtime.vm;

/** Error objects with their stacks. */
public final class ErrorObjects {
  private final Vm vm;

  ErrorObjects(Vm vm) {
    this.vm = vm;
  }

  /** A new error object. */
  public long create(ErrorType type, String message) {
    throw new UnsupportedOperationException("objects are not there yet: " + type + ": " + message + " at " + vm.pc());
  }

  void noteThrow() {}

  /** What an error message calls the thing that was to be called. */
  public String describeCallee(long callee) {
    return "callee";
  }
}
