package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.bytecode.Constant;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Globals;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Global variables: by the GLOBAL cell that the site remembers, while that holds a value. */
final class GlobalSemantics {
  private GlobalSemantics() {}

  static int load(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = remembered(vm, u16(code, pc + 4));
    if (value == Values.HOLE) {
      long key = vm.function().key(u16(code, pc + 2));
      value = lookUp(vm, key, u16(code, pc + 4));
      if (value == Values.HOLE) {
        throw vm.globals().notDefined(key);
      }
    }
    Registers.set(code, pc + 1, base, value);
    return pc + 6;
  }

  static int loadIfDefined(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = remembered(vm, u16(code, pc + 4));
    if (value == Values.HOLE) {
      value = lookUp(vm, vm.function().key(u16(code, pc + 2)), u16(code, pc + 4));
    }
    Registers.set(code, pc + 1, base, value == Values.HOLE ? Values.UNDEFINED : value);
    return pc + 6;
  }

  private static long remembered(Vm vm, int site) {
    long cell = Memory.getLong(vm.site(site));
    return cell == 0 ? Values.HOLE : Memory.getLong(cell + Layout.GLOBAL_VALUE);
  }

  private static long lookUp(Vm vm, long key, int site) {
    Memory.putLong(vm.site(site), vm.globals().cell(key));
    return vm.globals().get(key);
  }

  static int store(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = Registers.get(code, pc + 3, base);
    int site = u16(code, pc + 4);
    long cell = Memory.getLong(vm.site(site));
    if (cell != 0 && Memory.getLong(cell + Layout.GLOBAL_VALUE) != Values.HOLE && !Globals.isReadOnly(cell)) {
      Heap.store(cell, Layout.GLOBAL_VALUE, value);
      return pc + 6;
    }
    long key = vm.function().key(u16(code, pc + 1));
    vm.globals().set(key, value, vm.function().isStrict());
    long now = vm.globals().cell(key);
    // Sloppy code may try to write what is read-only.
    Memory.putLong(vm.site(site), now == 0 || Globals.isReadOnly(now) ? 0 : now);
    return pc + 6;
  }

  static int init(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    vm.globals().initialise(vm.function().key(u16(code, pc + 1)), Registers.get(code, pc + 3, base));
    return pc + 4;
  }

  static int declareForEval(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    vm.globals().declareForEval((Constant.GlobalDeclarations) vm.function().template().constants().get(u16(code, pc + 1)));
    return pc + 3;
  }

  static int declare(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    vm.globals().declare((Constant.GlobalDeclarations) vm.function().template().constants().get(u16(code, pc + 1)));
    return pc + 3;
  }
}
