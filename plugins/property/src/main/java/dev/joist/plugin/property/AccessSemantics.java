package dev.joist.plugin.property;

import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.OperandFeedback;
import dev.joist.runtime.operations.PropertyAccess;
import dev.joist.runtime.operations.PropertyCaches;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Reading, writing and deleting properties. */
final class AccessSemantics {
  private AccessSemantics() {}

  static int getProperty(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = PropertyCaches.get(vm, vm.site(u16(code, pc + 5)), Registers.get(code, pc + 2, base), u16(code, pc + 3));
    Registers.set(code, pc + 1, base, value);
    return pc + 7;
  }

  static int setProperty(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    PropertyCaches.set(vm, vm.site(u16(code, pc + 5)), Registers.get(code, pc + 1, base), u16(code, pc + 2), Registers.get(code, pc + 4, base));
    return pc + 7;
  }

  static int defineProperty(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    PropertyCaches.define(vm, vm.site(u16(code, pc + 5)), Registers.get(code, pc + 1, base), u16(code, pc + 2), Registers.get(code, pc + 4, base));
    return pc + 7;
  }

  /**
   * The storage of an array's dense element that is there, or 0.
   *
   * @param bound where in the storage its capacity, or the part of it that can be written, stands
   */
  private static long denseStorage(long object, long key, int bound) {
    if (!Values.isInt32(key) || !Values.isCell(object)) {
      return 0;
    }
    long cell = Values.address(object);
    if (Memory.getByte(cell + Layout.CELL_KIND) != CellKind.ARRAY) {
      return 0;
    }
    long storage = Memory.getLong(cell + Layout.OBJECT_ELEMENTS);
    if (storage == 0 || Integer.toUnsignedLong(Values.asInt32(key)) >= Memory.getUnsignedInt(storage + bound)) {
      return 0;
    }
    return Memory.getLong(storage + elementOffset(key)) == Values.HOLE ? 0 : storage;
  }

  private static long elementOffset(long key) {
    return Layout.STORAGE_VALUES + 8L * Values.asInt32(key);
  }

  static int getElement(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long object = Registers.get(code, pc + 2, base);
    long key = Registers.get(code, pc + 3, base);
    long storage = denseStorage(object, key, Layout.STORAGE_CAPACITY);
    if (storage != 0) {
      vm.feedback(u16(code, pc + 4), Feedback.INT32);
      Registers.set(code, pc + 1, base, Memory.getLong(storage + elementOffset(key)));
      return pc + 6;
    }
    return getElementSlow(vm, code, base, pc, object, key);
  }

  private static int getElementSlow(Vm vm, byte[] code, long base, int pc, long object, long key) {
    vm.feedback(u16(code, pc + 4), OperandFeedback.kind(key) | Feedback.OTHER);
    Registers.set(code, pc + 1, base, PropertyAccess.getElement(vm, object, key));
    return pc + 6;
  }

  static int setElement(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long object = Registers.get(code, pc + 1, base);
    long key = Registers.get(code, pc + 2, base);
    long storage = denseStorage(object, key, Layout.STORAGE_WRITABLE);
    if (storage != 0) {
      vm.feedback(u16(code, pc + 4), Feedback.INT32);
      Heap.store(storage, elementOffset(key), Registers.get(code, pc + 3, base));
      return pc + 6;
    }
    return setElementSlow(vm, code, base, pc, object, key);
  }

  private static int setElementSlow(Vm vm, byte[] code, long base, int pc, long object, long key) {
    vm.feedback(u16(code, pc + 4), OperandFeedback.kind(key) | Feedback.OTHER);
    PropertyAccess.setElement(vm, object, key, Registers.get(code, pc + 3, base), vm.function().isStrict());
    return pc + 6;
  }

  static int defineElement(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 2, base));
    PropertyAccess.define(vm, Registers.get(code, pc + 1, base), key, Registers.get(code, pc + 3, base));
    return pc + 4;
  }

  static int deleteProperty(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    boolean deleted = PropertyAccess.delete(vm, Registers.get(code, pc + 2, base), vm.function().key(u16(code, pc + 3)), vm.function().isStrict());
    Registers.set(code, pc + 1, base, Values.bool(deleted));
    return pc + 5;
  }

  static int deleteElement(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long object = Registers.get(code, pc + 2, base);
    if (Values.isNullish(object)) {
      throw vm.typeError("Cannot convert undefined or null to object");
    }
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 3, base));
    Registers.set(code, pc + 1, base, Values.bool(PropertyAccess.delete(vm, object, key, vm.function().isStrict())));
    return pc + 4;
  }

  static int getSuper(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 4, base));
    long parent = Registers.get(code, pc + 3, base);
    if (parent == Values.NULL) {
      throw vm.typeError("Cannot read properties of null (reading '" + vm.strings().describeKey(key) + "')");
    }
    Registers.set(code, pc + 1, base, vm.objects().get(parent, key, Registers.get(code, pc + 2, base)));
    return pc + 5;
  }

  static int setSuper(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 3, base));
    long self = Registers.get(code, pc + 1, base);
    long parent = Registers.get(code, pc + 2, base);
    if (parent == Values.NULL) {
      throw vm.typeError("Cannot set properties of null (setting '" + vm.strings().describeKey(key) + "')");
    }
    if (!vm.objects().set(parent, key, Registers.get(code, pc + 4, base), self) && vm.function().isStrict()) {
      throw vm.typeError("Cannot assign to read only property '" + vm.strings().describeKey(key) + "' of object '"
          + (Objects.isObject(self) ? vm.errors().describe(self) : Conversions.toJavaString(vm, self)) + "'");
    }
    return pc + 5;
  }
}
