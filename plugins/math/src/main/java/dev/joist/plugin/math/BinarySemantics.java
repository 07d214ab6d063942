package dev.joist.plugin.math;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.opcode.OpcodeSemantics;

/** A function of two numbers: result, callee, receiver, left, right, site. */
abstract class BinarySemantics implements OpcodeSemantics {
  private static final int RESULT = 1;
  private static final int CALLEE = 2;
  private static final int RECEIVER = 3;
  private static final int LEFT = 4;
  private static final int RIGHT = 5;
  private static final int SITE = 6;
  private static final int LENGTH = 8;

  private final Intrinsic function;

  BinarySemantics(Intrinsic function) {
    this.function = function;
  }

  abstract double apply(double x, double y);

  @Override
  public final int execute(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long callee = Registers.get(code, pc + CALLEE, base);
    long left = Registers.get(code, pc + LEFT, base);
    long right = Registers.get(code, pc + RIGHT, base);
    long result;
    if (Originals.isOriginal(vm, code, pc + SITE, callee, function)) {
      OperandFeedback.record(vm, u16(code, pc + SITE), left, right);
      double x = vm.toNumber(left);
      // Read again: the conversion may have run code, and a collection.
      result = Originals.number(vm, code, pc + SITE, apply(x, vm.toNumber(Registers.get(code, pc + RIGHT, base))));
    } else {
      result = vm.call(callee, Registers.get(code, pc + RECEIVER, base), left, right);
    }
    Registers.set(code, pc + RESULT, base, result);
    return pc + LENGTH;
  }
}
