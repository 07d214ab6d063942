package dev.joist.plugin.call;

import static dev.joist.bytecode.CodeReader.u16;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeCalls;
import dev.joist.runtime.vm.CallSites;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Frames;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Link;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Calls and returns. */
final class CallingSemantics {
  private static final int NEW_TARGET = 8;

  private CallingSemantics() {}

  static int call(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long window = Registers.address(code, pc + 2, base);
    noteCallee(vm, code, pc, window);
    Memory.putLong(window + Layout.WINDOW_TO_BASE, Values.UNDEFINED);
    return BytecodeCalls.call(vm, code, base, pc, window, u8(code, pc + 3));
  }

  static int callMethod(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long window = Registers.address(code, pc + 2, base);
    noteCallee(vm, code, pc, window);
    return BytecodeCalls.call(vm, code, base, pc, window, u8(code, pc + 3));
  }

  private static void noteCallee(Vm vm, byte[] code, int pc, long window) {
    CallSites.note(vm.site(u16(code, pc + 4)), Memory.getLong(window));
  }

  static int construct(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long window = Registers.address(code, pc + 2, base);
    noteCallee(vm, code, pc, window);
    Memory.putLong(window + NEW_TARGET, Memory.getLong(window));
    return BytecodeCalls.construct(vm, code, base, pc, window, u8(code, pc + 3));
  }

  static int superCall(Activation activation, byte[] code, long base, int pc) {
    long window = Registers.address(code, pc + 2, base);
    Vm vm = (Vm) activation;
    prepareSuper(vm, base, window);
    noteSuper(vm, vm.site(u16(code, pc + 4)), base, window);
    return BytecodeCalls.construct(vm, code, base, pc, window, u8(code, pc + 3));
  }

  /** Lets compiled code find the superclass. */
  private static void noteSuper(Vm vm, long site, long base, long window) {
    CallSites.note(site, Memory.getLong(window));
    vm.shapes().tellPrototype(vm.shapes().of(Values.address(Memory.getLong(base + Layout.FRAME_CALLEE))));
  }

  /** The superclass' constructor, and the frame's own new.target. */
  private static void prepareSuper(Vm vm, long base, long window) {
    long superclass = vm.objects().getPrototype(Memory.getLong(base + Layout.FRAME_CALLEE));
    if (!Callees.isConstructor(vm, superclass)) {
      throw notConstructor(vm, superclass);
    }
    Memory.putLong(window, superclass);
    Memory.putLong(window + NEW_TARGET, newTarget(base));
  }

  private static JsThrow notConstructor(Vm vm, long superclass) {
    String name = vm.function().name();
    String what = Callees.isCallable(superclass) ? vm.functions().ofCell(Values.address(superclass)).name() : vm.errors().describe(superclass);
    return vm.typeError("Super constructor " + (what.isEmpty() ? "null" : what) + " of " + (name.isEmpty() ? "anonymous class" : name) + " is not a constructor");
  }

  /** new.target of the frame at base. */
  static long newTarget(long base) {
    return Link.isConstruct(Vm.link(base)) ? Memory.getLong(base + Layout.FRAME_NEW_TARGET) : Values.UNDEFINED;
  }

  static int callSpread(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long array = Registers.get(code, pc + 4, base);
    long window = BytecodeCalls.spread(vm, base, array);
    Memory.putLong(window, Registers.get(code, pc + 2, base));
    Memory.putLong(window + NEW_TARGET, Values.UNDEFINED);
    Memory.putLong(window + Layout.WINDOW_TO_BASE, Registers.get(code, pc + 3, base));
    return BytecodeCalls.call(vm, code, base, pc, window, BytecodeCalls.spreadCount(array));
  }

  static int constructSpread(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long array = Registers.get(code, pc + 4, base);
    long window = BytecodeCalls.spread(vm, base, array);
    Memory.putLong(window, Registers.get(code, pc + 2, base));
    Memory.putLong(window + NEW_TARGET, Registers.get(code, pc + 3, base));
    return BytecodeCalls.construct(vm, code, base, pc, window, BytecodeCalls.spreadCount(array));
  }

  static int superCallSpread(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long array = Registers.get(code, pc + 2, base);
    long window = BytecodeCalls.spread(vm, base, array);
    prepareSuper(vm, base, window);
    return BytecodeCalls.construct(vm, code, base, pc, window, BytecodeCalls.spreadCount(array));
  }

  static int superCallForward(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int argc = Link.argc(Vm.link(base));
    // There may be more of them than the frame has registers, so that a window behind those would overwrite them.
    long array = vm.objects().factory().newArrayFrom(base + 8, argc);
    Registers.set(code, pc + 1, base, array);
    long window = BytecodeCalls.spread(vm, base, array);
    prepareSuper(vm, base, window);
    noteSuper(vm, vm.site(u16(code, pc + 2)), base, window);
    return BytecodeCalls.construct(vm, code, base, pc, window, argc);
  }

  static int returnValue(Activation activation, byte[] code, long base, int pc) {
    return Frames.leave((Vm) activation, base, Registers.get(code, pc + 1, base));
  }
}
