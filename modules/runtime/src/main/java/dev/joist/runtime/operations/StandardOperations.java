package dev.joist.runtime.operations;

import dev.joist.runtime.vm.Operations;
import dev.joist.runtime.vm.Vm;

/** JavaScript's conversions, for the Vm. */
public final class StandardOperations implements Operations {
  /** It holds nothing: one does for all engines. */
  public StandardOperations() {}

  @Override
  public double toNumber(Vm vm, long value) {
    return Conversions.toNumber(vm, value);
  }

  @Override
  public int toInt32(Vm vm, long value) {
    return Conversions.toInt32(vm, value);
  }
}
