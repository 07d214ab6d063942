package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.bytecode.CodeReader;
import dev.joist.runtime.operations.Arithmetic;
import dev.joist.runtime.operations.BitwiseOperator;
import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** The operators on 32-bit integers. */
final class BitwiseSemantics {
  private BitwiseSemantics() {}

  static int and(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      return int32((Vm) activation, instruction, base, pc, Values.asInt32(left) & Values.asInt32(right));
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.AND, left, right);
  }

  static int or(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      return int32((Vm) activation, instruction, base, pc, Values.asInt32(left) | Values.asInt32(right));
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.OR, left, right);
  }

  static int xor(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      return int32((Vm) activation, instruction, base, pc, Values.asInt32(left) ^ Values.asInt32(right));
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.XOR, left, right);
  }

  static int shiftLeft(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      return int32((Vm) activation, instruction, base, pc, Values.asInt32(left) << Values.asInt32(right));
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.SHIFT_LEFT, left, right);
  }

  static int shiftRight(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      return int32((Vm) activation, instruction, base, pc, Values.asInt32(left) >> Values.asInt32(right));
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.SHIFT_RIGHT, left, right);
  }

  static int shiftRightUnsigned(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      int shifted = Values.asInt32(left) >>> Values.asInt32(right);
      if (shifted >= 0) {
        return int32((Vm) activation, instruction, base, pc, shifted);
      }
      ((Vm) activation).feedback(u16(code, pc + 4), Feedback.OVERFLOW);
    }
    return slow((Vm) activation, code, base, pc, BitwiseOperator.SHIFT_RIGHT_UNSIGNED, left, right);
  }

  static int not(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long operand = Registers.get(code, pc + 2, base);
    OperandFeedback.record(vm, u16(code, pc + 3), operand);
    int n = Values.isInt32(operand) ? Values.asInt32(operand) : vm.toInt32(operand);
    Registers.set(code, pc + 1, base, Values.int32(~n));
    return pc + 5;
  }

  private static int int32(Vm vm, long instruction, long base, int pc, int result) {
    vm.feedback((int) (instruction >>> 32) & 0xffff, Feedback.INT32);
    Registers.set(instruction, 8, base, Values.int32(result));
    return pc + 6;
  }

  private static int slow(Vm vm, byte[] code, long base, int pc, BitwiseOperator operator, long left, long right) {
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    Registers.set(code, pc + 1, base, Arithmetic.bitwise(vm, operator, left, right));
    return pc + 6;
  }
}
