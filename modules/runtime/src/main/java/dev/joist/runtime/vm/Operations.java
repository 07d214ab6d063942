package dev.joist.runtime.vm;

/** What the Vm needs of the operators, which are told in terms of the Vm. */
public interface Operations {
  /** ECMAScript ToNumber; may run code, may throw. */
  double toNumber(Vm vm, long value);

  /** ECMAScript ToInt32; may run code, may throw. */
  int toInt32(Vm vm, long value);
}
