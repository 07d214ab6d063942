package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.Instances;
import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.operations.PropertyAccess;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Conversions and tests of types. */
final class ConversionSemantics {
  private ConversionSemantics() {}

  static int logicalNot(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, Values.bool(!Conversions.toBoolean((Vm) activation, Registers.get(code, pc + 2, base))));
    return pc + 3;
  }

  static int typeOf(Activation activation, byte[] code, long base, int pc) {
    long type = ((Vm) activation).typeNames().of(Registers.get(code, pc + 2, base));
    Registers.set(code, pc + 1, base, type);
    return pc + 3;
  }

  static int string(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, Conversions.toString((Vm) activation, Registers.get(code, pc + 2, base)));
    return pc + 3;
  }

  static int propertyKey(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long operand = Registers.get(code, pc + 2, base);
    boolean isKey = Values.isInt32(operand) && Values.asInt32(operand) >= 0;
    Registers.set(code, pc + 1, base, isKey ? operand : vm.strings().keyToValue(Conversions.toPropertyKey(vm, operand)));
    return pc + 3;
  }

  static int updateKey(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long key = Registers.get(code, pc + 3, base);
    OperandFeedback.record(vm, u16(code, pc + 4), key);
    if (Objects.isObject(key)) {
      long object = Registers.get(code, pc + 2, base);
      if (Values.isNullish(object)) {
        throw PropertyAccess.unreadable(vm, object, key);
      }
      key = vm.strings().keyToValue(Conversions.toPropertyKey(vm, key));
    }
    Registers.set(code, pc + 1, base, key);
    return pc + 6;
  }

  static int object(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, Conversions.toObject((Vm) activation, Registers.get(code, pc + 2, base)));
    return pc + 3;
  }

  static int instanceOf(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long constructor = Registers.get(code, pc + 3, base);
    Instances.learn(vm, vm.site(u16(code, pc + 4)), constructor);
    boolean result = Instances.instanceOf(vm, Registers.get(code, pc + 2, base), constructor);
    Registers.set(code, pc + 1, base, Values.bool(result));
    return pc + 6;
  }

  static int in(Activation activation, byte[] code, long base, int pc) {
    boolean result = PropertyAccess.in((Vm) activation, Registers.get(code, pc + 2, base), Registers.get(code, pc + 3, base));
    Registers.set(code, pc + 1, base, Values.bool(result));
    return pc + 4;
  }
}
