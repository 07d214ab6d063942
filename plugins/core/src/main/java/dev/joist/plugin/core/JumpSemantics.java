package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.i32;
import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.bytecode.CodeReader;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.vm.Loops;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Jumps. */
final class JumpSemantics {
  private JumpSemantics() {}

  static int jump(Activation activation, byte[] code, long base, int pc) {
    return pc + i32(code, pc + 1);
  }

  static int jumpLoop(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int site = u16(code, pc + 5);
    int count = ++vm.function().loopCounts()[site];
    int target = pc + i32(code, pc + 1);
    if (vm.safepointWanted() || count >= vm.loopThreshold()) {
      return Loops.backEdge(vm, base, target, site);
    }
    return target;
  }

  // u operand, L target

  static int ifTrue(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, truthy((Vm) activation, Registers.get(code, pc + 1, base)));
  }

  static int ifFalse(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, !truthy((Vm) activation, Registers.get(code, pc + 1, base)));
  }

  private static boolean truthy(Vm vm, long value) {
    if (value == Values.TRUE) {
      return true;
    }
    return value != Values.FALSE && Conversions.toBoolean(vm, value);
  }

  static int ifNullish(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, Values.isNullish(Registers.get(code, pc + 1, base)));
  }

  static int ifNotNullish(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, !Values.isNullish(Registers.get(code, pc + 1, base)));
  }

  static int ifUndefined(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, Registers.get(code, pc + 1, base) == Values.UNDEFINED);
  }

  static int ifNotUndefined(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, Registers.get(code, pc + 1, base) != Values.UNDEFINED);
  }

  static int ifHole(Activation activation, byte[] code, long base, int pc) {
    return test(code, pc, Registers.get(code, pc + 1, base) == Values.HOLE);
  }

  private static int test(byte[] code, int pc, boolean taken) {
    return taken ? pc + i32(code, pc + 2) : pc + 6;
  }

  // u left, u right, L target, s site

  static int ifEq(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.eq((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifNotEq(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.eq((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifStrictEq(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.strictEq((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifStrictNotEq(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.strictEq((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifLess(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.less((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifNotLess(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.less((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifLessEqual(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.lessEqual((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifNotLessEqual(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.lessEqual((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifGreater(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.greater((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifNotGreater(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.greater((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifGreaterEqual(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, ComparisonSemantics.greaterEqual((Vm) activation, u16(code, pc + 7), left, right));
  }

  static int ifNotGreaterEqual(Activation activation, byte[] code, long base, int pc) {
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 8, base);
    long right = Registers.get(instruction, 16, base);
    return compare(instruction, pc, !ComparisonSemantics.greaterEqual((Vm) activation, u16(code, pc + 7), left, right));
  }

  private static int compare(long instruction, int pc, boolean taken) {
    return taken ? pc + (int) (instruction >>> 24) : pc + 9;
  }
}
