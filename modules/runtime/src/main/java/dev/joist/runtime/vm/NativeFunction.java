package dev.joist.runtime.vm;


/** A JavaScript function written in Java. Throws JavaScript exceptions as {@link dev.joist.runtime.vm.JsThrow}. */
@FunctionalInterface
public interface NativeFunction {
  /**
   * Runs the function.
   *
   * @param arguments this call's; valid, and its Values kept alive, until this method returns
   * @return the result, never 0
   */
  long call(Vm vm, Arguments arguments);

  /** What machine code does the same, or null. */
  default MachineNative machine() {
    return null;
  }
}
