package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** DataView: constructor and prototype. */
public final class DataViewBuiltins extends Natives {
  private static final String PROTOTYPE_MEMBERS = "get buffer, get byteLength, get byteOffset, getInt8/1, getUint8/1, getInt16/1, getUint16/1, getInt32/1, "
      + "getUint32/1, getFloat16/1, getFloat32/1, getFloat64/1, setInt8/2, setUint8/2, setInt16/2, setUint16/2, setInt32/2, setUint32/2, "
      + "setFloat16/2, setFloat32/2, setFloat64/2";

  private final Root prototype;

  private DataViewBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    DataViewBuiltins views = new DataViewBuiltins(builtins);
    long constructor = builtins.define().constructor("DataView", 1, views, views.prototype.get());
    builtins.define().members(views.prototype.get(), PROTOTYPE_MEMBERS, views);
    builtins.define().toStringTag(views.prototype.get(), "DataView");
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("DataView")) {
      return construct(a);
    }
    if (!(js.payload(a.thisValue()) instanceof DataViewContent view)) {
      throw js.describe().incompatible("DataView.prototype." + member, a.thisValue());
    }
    if (member.equals("get buffer")) {
      return view.bufferObject();
    }
    if (member.startsWith("get ")) {
      requireInBounds(view, member);
    }
    return switch (member) {
      case "get byteLength" -> vm.number(view.byteLength());
      case "get byteOffset" -> vm.number(view.byteOffset());
      default -> access(view, a, member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor DataView requires 'new'");
    }
    if (!(js.payload(a.get(0)) instanceof BufferContent buffer)) {
      throw vm.typeError("First argument to DataView constructor must be an ArrayBuffer");
    }
    long offset = js.toIndex(a.get(1), "Start offset " + js.describe(a.get(1)) + " is outside the bounds of the buffer");
    requireAttached(buffer);
    checkOffset(buffer, offset);
    long length;
    if (a.get(2) != Values.UNDEFINED) {
      length = js.toIndex(a.get(2), "Invalid DataView length " + js.describe(a.get(2)));
      checkEnd(buffer, offset, length);
    } else {
      length = buffer.isResizable() ? DataViewContent.TRACKING : buffer.length() - offset;
    }
    long objectPrototype = js.prototypeFor(a, prototype.get());
    // Asking for the prototype may have run anything.
    requireAttached(buffer);
    checkOffset(buffer, offset);
    checkEnd(buffer, offset, Math.max(0, length));
    return js.newHost(objectPrototype, new DataViewContent(a.get(0), buffer, offset, length));
  }

  private void requireAttached(BufferContent buffer) {
    if (buffer.isDetached()) {
      throw vm.typeError("Cannot perform DataView on a detached ArrayBuffer");
    }
  }

  private void checkOffset(BufferContent buffer, long offset) {
    if (offset > buffer.length()) {
      throw vm.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
    }
  }

  private void checkEnd(BufferContent buffer, long offset, long length) {
    if (offset + length > buffer.length()) {
      throw vm.rangeError("Invalid DataView length " + length);
    }
  }

  private void requireInBounds(DataViewContent view, String member) {
    if (view.isOutOfBounds()) {
      throw vm.typeError(view.buffer().isDetached() ? "Cannot perform DataView.prototype." + member + " on a detached ArrayBuffer"
          : "Invalid DataView accessor " + member + " on an out-of-bounds view");
    }
  }

  private long access(DataViewContent view, Arguments a, String member) {
    ElementType type = type(member.substring(3));
    boolean store = member.startsWith("set");
    long index = js.toIndex(a.get(0), "Offset is outside the bounds of the DataView");
    double number = store ? js.toNumber(a.get(1)) : 0;
    boolean littleEndian = js.toBoolean(a.get(store ? 2 : 1));
    requireInBounds(view, member);
    if (index + type.bytes() > view.byteLength()) {
      throw vm.rangeError("Offset is outside the bounds of the DataView");
    }
    long address = view.buffer().at(view.byteOffset() + index);
    if (store) {
      type.write(address, number);
      if (!littleEndian) {
        reverse(address, type.bytes());
      }
      return Values.UNDEFINED;
    }
    if (littleEndian) {
      return type.read(vm, address);
    }
    reverse(address, type.bytes());
    long value = type.read(vm, address);
    reverse(address, type.bytes());
    return value;
  }

  private static void reverse(long address, int count) {
    for (int low = 0, high = count - 1; low < high; low++, high--) {
      int first = Memory.getByte(address + low);
      Memory.putByte(address + low, Memory.getByte(address + high));
      Memory.putByte(address + high, first);
    }
  }

  private ElementType type(String name) {
    for (ElementType type : ElementType.values()) {
      if (type.typeName().equals(name)) {
        return type;
      }
    }
    throw unknown(name);
  }
}
