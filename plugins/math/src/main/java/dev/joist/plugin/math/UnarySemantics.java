package dev.joist.plugin.math;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.opcode.OpcodeSemantics;

/** A function of one number: result, callee, receiver, number, site. */
abstract class UnarySemantics implements OpcodeSemantics {
  private static final int RESULT = 1;
  private static final int CALLEE = 2;
  private static final int RECEIVER = 3;
  private static final int NUMBER = 4;
  private static final int SITE = 5;
  private static final int LENGTH = 7;

  private final Intrinsic function;

  UnarySemantics(Intrinsic function) {
    this.function = function;
  }

  abstract double apply(double x);

  @Override
  public final int execute(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long callee = Registers.get(code, pc + CALLEE, base);
    long operand = Registers.get(code, pc + NUMBER, base);
    long result;
    if (Originals.isOriginal(vm, code, pc + SITE, callee, function)) {
      OperandFeedback.record(vm, u16(code, pc + SITE), operand);
      result = Originals.number(vm, code, pc + SITE, apply(vm.toNumber(operand)));
    } else {
      result = vm.call(callee, Registers.get(code, pc + RECEIVER, base), operand);
    }
    Registers.set(code, pc + RESULT, base, result);
    return pc + LENGTH;
  }
}
