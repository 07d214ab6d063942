package dev.joist.runtime.object;

import dev.joist.runtime.heap.Errors;

/** What objects need of the VM: calls into JavaScript, and what a function's own properties are. */
public interface Calls extends Errors {
  /** Calls a getter; may collect. */
  long callGetter(long getter, long receiver);

  /** Calls a setter; may collect. */
  void callSetter(long setter, long receiver, long value);

  /** ECMAScript ToNumber; may collect. */
  double toNumber(long value);

  /**
   * Defines a function's {@code length}, {@code name} and {@code prototype} (those that it has) with {@link Objects#addOwn}; called once, when one of
   * them is first asked for. Must not call JavaScript.
   */
  void defineFunctionProperties(long function);
}
