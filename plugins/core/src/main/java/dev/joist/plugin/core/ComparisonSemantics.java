package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.operations.Comparison;
import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Comparisons of two operands, for the operators and for the jumps alike: each records feedback at the site given. */
final class ComparisonSemantics {
  private ComparisonSemantics() {}

  static boolean eq(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return left == right;
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.looselyEqual(vm, left, right);
  }

  static boolean strictEq(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return left == right;
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.strictlyEqual(vm, left, right);
  }

  static boolean less(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return Values.asInt32(left) < Values.asInt32(right);
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.less(vm, left, right);
  }

  static boolean lessEqual(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return Values.asInt32(left) <= Values.asInt32(right);
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.lessEqual(vm, left, right);
  }

  static boolean greater(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return Values.asInt32(left) > Values.asInt32(right);
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.greater(vm, left, right);
  }

  static boolean greaterEqual(Vm vm, int site, long left, long right) {
    if (Values.isInt32(left) && Values.isInt32(right)) {
      vm.feedback(site, Feedback.INT32);
      return Values.asInt32(left) >= Values.asInt32(right);
    }
    OperandFeedback.record(vm, site, left, right);
    return Comparison.greaterEqual(vm, left, right);
  }

  // The operators: d result, u left, u right, s site

  static int eqOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, eq((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int notEqOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, !eq((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int strictEqOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, strictEq((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int strictNotEqOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, !strictEq((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int lessOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, less((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int lessEqualOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, lessEqual((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int greaterOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, greater((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  static int greaterEqualOperator(Activation activation, byte[] code, long base, int pc) {
    return set(code, base, pc, greaterEqual((Vm) activation, u16(code, pc + 4), left(code, base, pc), right(code, base, pc)));
  }

  private static long left(byte[] code, long base, int pc) {
    return Registers.get(code, pc + 2, base);
  }

  private static long right(byte[] code, long base, int pc) {
    return Registers.get(code, pc + 3, base);
  }

  private static int set(byte[] code, long base, int pc, boolean result) {
    Registers.set(code, pc + 1, base, Values.bool(result));
    return pc + 6;
  }
}
