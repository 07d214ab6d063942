package dev.joist.plugin.call;

import static dev.joist.bytecode.CodeReader.u16;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.bytecode.Constant;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Evaluation;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Closures and scopes. In a register a scope is the Value of its cell, or undefined where there is none. */
final class ScopeSemantics {
  private ScopeSemantics() {}

  static int createClosure(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long scope = Registers.get(code, pc + 4, base);
    Registers.set(code, pc + 1, base, vm.closures().create(vm.function().child(vm, u16(code, pc + 2)), scope));
    return pc + 5;
  }

  static int directEval(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    Constant context = vm.function().template().constants().get(u16(code, pc + 5));
    long result = Evaluation.direct(vm, Registers.get(code, pc + 2, base), Registers.get(code, pc + 3, base), Registers.get(code, pc + 4, base),
        ((Constant.Str) context).value());
    Registers.set(code, pc + 1, base, result);
    return pc + 7;
  }

  static int createEvalVariables(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, ((Vm) activation).objects().factory().newPlain(Values.NULL));
    return pc + 2;
  }

  static int loadFunctionScope(Activation activation, byte[] code, long base, int pc) {
    long scope = Memory.getLong(Values.address(Memory.getLong(base + Layout.FRAME_CALLEE)) + Layout.FUNCTION_SCOPE);
    Registers.set(code, pc + 1, base, scope);
    return pc + 2;
  }

  static int createScope(Activation activation, byte[] code, long base, int pc) {
    long scope = ((Vm) activation).closures().createScope(Registers.get(code, pc + 2, base), u16(code, pc + 3));
    Registers.set(code, pc + 1, base, scope);
    return pc + 5;
  }

  static int copyScope(Activation activation, byte[] code, long base, int pc) {
    long copy = ((Vm) activation).closures().copyScope(Registers.get(code, pc + 2, base));
    Registers.set(code, pc + 1, base, copy);
    return pc + 3;
  }

  private static long ancestor(long scope, int hops) {
    long at = Values.address(scope);
    for (int i = 0; i < hops; i++) {
      at = Values.address(Memory.getLong(at + Layout.SCOPE_PARENT));
    }
    return at;
  }

  static int loadScoped(Activation activation, byte[] code, long base, int pc) {
    long scope = ancestor(Registers.get(code, pc + 2, base), u8(code, pc + 3));
    Registers.set(code, pc + 1, base, Memory.getLong(scope + Layout.SCOPE_SLOTS + 8L * u16(code, pc + 4)));
    return pc + 6;
  }

  static int storeScoped(Activation activation, byte[] code, long base, int pc) {
    long scope = ancestor(Registers.get(code, pc + 1, base), u8(code, pc + 2));
    Heap.store(scope, Layout.SCOPE_SLOTS + 8L * u16(code, pc + 3), Registers.get(code, pc + 5, base));
    return pc + 6;
  }
}
