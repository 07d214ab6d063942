package dev.joist.runtime.vm;

import dev.joist.runtime.heap.SizeClasses;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.shape.Shape;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** Frames that machine code has made and Java runs: of functions that are not compiled, and of natives. */
public final class MachineCalls {
  private MachineCalls() {}

  /**
   * Runs a frame whose header and arguments are written, to its end.
   *
   * @param base its base; the link tells the caller and whether it is a construct call, for which `this` is made here
   * @return the result
   * @throws JsThrow an exception that the frame does not catch
   */
  public static long run(Vm vm, long base) {
    long link = Vm.link(base);
    long callerBase = base - Link.delta(link);
    BytecodeFunction caller = vm.bytecodeAt(callerBase);
    int natives = vm.nativeDepth();
    vm.setFrame(callerBase, caller);
    vm.at(Link.offset(link));
    long window = base - Layout.WINDOW_TO_BASE;
    FunctionCode callee = Link.isConstruct(link) ? HostCalls.constructor(vm, window) : Callees.callable(vm, Memory.getLong(window));
    Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(link | Layout.LINK_ENTRY));
    vm.entries().push(callerBase, Link.offset(link));
    try {
      return HostCalls.run(vm, callee, base, Link.argc(link));
    } finally {
      vm.entries().pop();
      vm.setFrame(callerBase, caller);
      vm.setNativeDepth(natives);
    }
  }

  /** Makes `this` of a construct frame of a compiled base constructor, and notes how, so that machine code can do it the next time. */
  public static void createThis(Vm vm, long base) {
    long link = Vm.link(base);
    long callerBase = base - Link.delta(link);
    vm.setFrame(callerBase, vm.bytecodeAt(callerBase));
    vm.at(Link.offset(link));
    FunctionCode callee = vm.functions().ofCell(Values.address(Memory.getLong(base + Layout.FRAME_CALLEE)));
    long newTarget = Memory.getLong(base + Layout.FRAME_NEW_TARGET);
    long self = Callees.createThis(vm, callee, newTarget);
    Memory.putLong(base, self);
    if (Callees.isCallable(newTarget)) {
      note(vm, Values.address(newTarget), Values.address(self));
    }
  }

  /** What new.target's info says depends on new.target alone: any base constructor makes the same of it. */
  private static void note(Vm vm, long newTarget, long self) {
    CacheLookup prototype = vm.objects().lookupForLoad(Values.cell(newTarget), vm.names().prototype);
    Shape shape = vm.shapes().of(self);
    if (prototype.result() != CacheLookup.Result.OWN || !prototype.isInline() || shape.cellBytes() > SizeClasses.LARGEST) {
      return;
    }
    long info = Memory.getLong(newTarget + Layout.FUNCTION_INFO);
    int sizeClass = SizeClasses.of(shape.cellBytes());
    Memory.putLong(info + Layout.INFO_THIS_HEADER, Integer.toUnsignedLong(shape.id()) | (long) shape.kind() << 8 * Layout.CELL_KIND);
    Memory.putLong(info + Layout.INFO_THIS_PROTOTYPE, Memory.getLong(newTarget + prototype.offset()));
    Memory.putInt(info + Layout.INFO_THIS_FUNCTION_SHAPE, prototype.shapeId());
    Memory.putInt(info + Layout.INFO_THIS_OFFSET, prototype.offset());
    Memory.putInt(info + Layout.INFO_THIS_CURSOR, sizeClass * Layout.CURSOR_PAIR_BYTES);
    Memory.putInt(info + Layout.INFO_THIS_BYTES, SizeClasses.bytes(sizeClass));
    Memory.putLong(info + Layout.INFO_THIS_TARGET, Values.cell(newTarget));
  }
}
