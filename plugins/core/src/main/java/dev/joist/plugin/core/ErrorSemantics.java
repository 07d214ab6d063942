package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Throwing and catching. */
final class ErrorSemantics {
  private ErrorSemantics() {}

  static int checkHole(Activation activation, byte[] code, long base, int pc) {
    if (Registers.get(code, pc + 1, base) == Values.HOLE) {
      Vm vm = (Vm) activation;
      throw vm.referenceError("Cannot access '" + name(vm, u16(code, pc + 2)) + "' before initialization");
    }
    return pc + 4;
  }

  static int throwConstAssign(Activation activation, byte[] code, long base, int pc) {
    throw ((Vm) activation).typeError("Assignment to constant variable.");
  }

  static int throwError(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int type = u8(code, pc + 1);
    if (type >= ErrorType.values().length) {
      throw new IllegalStateException("ThrowError at offset " + pc + " of " + vm.function() + ": no type of error has the number " + type);
    }
    throw vm.error(ErrorType.values()[type], name(vm, u16(code, pc + 2)));
  }

  static int throwValue(Activation activation, byte[] code, long base, int pc) {
    throw ((Vm) activation).throwValue(Registers.get(code, pc + 1, base));
  }

  static int loadException(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, ((Vm) activation).takeException());
    return pc + 2;
  }

  private static String name(Vm vm, int constant) {
    return vm.strings().toJava(vm.function().constant(constant));
  }
}
