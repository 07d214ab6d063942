package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.bytecode.CodeReader;
import dev.joist.runtime.operations.Arithmetic;
import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** The arithmetic operators: int32 first, then doubles, then what {@link Arithmetic} says. */
final class ArithmeticSemantics {
  private ArithmeticSemantics() {}

  static int add(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      int a = Values.asInt32(left);
      int b = Values.asInt32(right);
      int sum = a + b;
      if (((a ^ sum) & (b ^ sum)) >= 0) {
        vm.feedback((int) (instruction >>> 32) & 0xffff, Feedback.INT32);
        Registers.set(instruction, 8, base, Values.int32(sum));
        return pc + 6;
      }
    }
    return addSlow(vm, code, base, pc, left, right);
  }

  private static int addSlow(Vm vm, byte[] code, long base, int pc, long left, long right) {
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    long result;
    if (Values.isNumber(left) && Values.isNumber(right)) {
      result = vm.number(Values.asNumber(left) + Values.asNumber(right));
      OperandFeedback.recordOverflow(vm, u16(code, pc + 4), left, right);
    } else {
      result = Arithmetic.add(vm, left, right);
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 6;
  }

  static int sub(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      int a = Values.asInt32(left);
      int b = Values.asInt32(right);
      int difference = a - b;
      if (((a ^ b) & (a ^ difference)) >= 0) {
        vm.feedback((int) (instruction >>> 32) & 0xffff, Feedback.INT32);
        Registers.set(instruction, 8, base, Values.int32(difference));
        return pc + 6;
      }
    }
    return subSlow(vm, code, base, pc, left, right);
  }

  private static int subSlow(Vm vm, byte[] code, long base, int pc, long left, long right) {
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    long result;
    if (Values.isNumber(left) && Values.isNumber(right)) {
      result = vm.number(Values.asNumber(left) - Values.asNumber(right));
      OperandFeedback.recordOverflow(vm, u16(code, pc + 4), left, right);
    } else {
      result = Arithmetic.sub(vm, left, right);
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 6;
  }

  static int mul(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      long product = (long) Values.asInt32(left) * Values.asInt32(right);
      // A product of 0 may be -0.
      if (product == (int) product && product != 0) {
        vm.feedback((int) (instruction >>> 32) & 0xffff, Feedback.INT32);
        Registers.set(instruction, 8, base, Values.int32((int) product));
        return pc + 6;
      }
    }
    return mulSlow(vm, code, base, pc, left, right);
  }

  private static int mulSlow(Vm vm, byte[] code, long base, int pc, long left, long right) {
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    long result;
    if (Values.isNumber(left) && Values.isNumber(right)) {
      result = vm.number(Values.asNumber(left) * Values.asNumber(right));
      if (!Values.isInt32(result)) {
        OperandFeedback.recordOverflow(vm, u16(code, pc + 4), left, right);
      }
    } else {
      result = Arithmetic.mul(vm, left, right);
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 6;
  }

  static int div(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long left = Registers.get(code, pc + 2, base);
    long right = Registers.get(code, pc + 3, base);
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    long result;
    if (Values.isNumber(left) && Values.isNumber(right)) {
      result = vm.number(Values.asNumber(left) / Values.asNumber(right));
      if (!Values.isInt32(result)) {
        OperandFeedback.recordOverflow(vm, u16(code, pc + 4), left, right);
      }
    } else {
      result = Arithmetic.div(vm, left, right);
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 6;
  }

  static int rem(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long left = Registers.get(instruction, 16, base);
    long right = Registers.get(instruction, 24, base);
    if (Values.isInt32(left) && Values.isInt32(right)) {
      int a = Values.asInt32(left);
      int b = Values.asInt32(right);
      // A negative dividend may give -0.
      if (a >= 0 && b > 0) {
        vm.feedback((int) (instruction >>> 32) & 0xffff, Feedback.INT32);
        Registers.set(instruction, 8, base, Values.int32(a % b));
        return pc + 6;
      }
    }
    return remSlow(vm, code, base, pc, left, right);
  }

  private static int remSlow(Vm vm, byte[] code, long base, int pc, long left, long right) {
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    long result;
    if (Values.isNumber(left) && Values.isNumber(right)) {
      result = vm.number(Arithmetic.remainder(Values.asNumber(left), Values.asNumber(right)));
      if (!Values.isInt32(result)) {
        OperandFeedback.recordOverflow(vm, u16(code, pc + 4), left, right);
      }
    } else {
      result = Arithmetic.rem(vm, left, right);
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 6;
  }

  static int exp(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long left = Registers.get(code, pc + 2, base);
    long right = Registers.get(code, pc + 3, base);
    OperandFeedback.record(vm, u16(code, pc + 4), left, right);
    Registers.set(code, pc + 1, base, Arithmetic.exp(vm, left, right));
    return pc + 6;
  }

  static int neg(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long operand = Registers.get(instruction, 16, base);
    if (Values.isInt32(operand)) {
      int n = Values.asInt32(operand);
      if (n != 0 && n != Integer.MIN_VALUE) {
        vm.feedback((int) (instruction >>> 24) & 0xffff, Feedback.INT32);
        Registers.set(instruction, 8, base, Values.int32(-n));
        return pc + 5;
      }
    }
    return negSlow(vm, code, base, pc, operand);
  }

  private static int negSlow(Vm vm, byte[] code, long base, int pc, long operand) {
    OperandFeedback.record(vm, u16(code, pc + 3), operand);
    OperandFeedback.recordOverflow(vm, u16(code, pc + 3), operand, operand);
    Registers.set(code, pc + 1, base, Arithmetic.neg(vm, operand));
    return pc + 5;
  }

  static int inc(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long operand = Registers.get(instruction, 16, base);
    if (Values.isInt32(operand) && Values.asInt32(operand) != Integer.MAX_VALUE) {
      vm.feedback((int) (instruction >>> 24) & 0xffff, Feedback.INT32);
      Registers.set(instruction, 8, base, Values.int32(Values.asInt32(operand) + 1));
      return pc + 5;
    }
    return step(vm, code, base, pc, operand, 1);
  }

  static int dec(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long instruction = CodeReader.i64(code, pc);
    long operand = Registers.get(instruction, 16, base);
    if (Values.isInt32(operand) && Values.asInt32(operand) != Integer.MIN_VALUE) {
      vm.feedback((int) (instruction >>> 24) & 0xffff, Feedback.INT32);
      Registers.set(instruction, 8, base, Values.int32(Values.asInt32(operand) - 1));
      return pc + 5;
    }
    return step(vm, code, base, pc, operand, -1);
  }

  private static int step(Vm vm, byte[] code, long base, int pc, long operand, int by) {
    OperandFeedback.record(vm, u16(code, pc + 3), operand);
    OperandFeedback.recordOverflow(vm, u16(code, pc + 3), operand, operand);
    Registers.set(code, pc + 1, base, Arithmetic.step(vm, operand, by));
    return pc + 5;
  }

  static int toNumeric(Activation activation, byte[] code, long base, int pc) {
    return number((Vm) activation, code, base, pc);
  }

  static int toNumber(Activation activation, byte[] code, long base, int pc) {
    return number((Vm) activation, code, base, pc);
  }

  private static int number(Vm vm, byte[] code, long base, int pc) {
    long operand = Registers.get(code, pc + 2, base);
    OperandFeedback.record(vm, u16(code, pc + 3), operand);
    Registers.set(code, pc + 1, base, Values.isNumber(operand) ? operand : vm.number(vm.toNumber(operand)));
    return pc + 5;
  }
}
