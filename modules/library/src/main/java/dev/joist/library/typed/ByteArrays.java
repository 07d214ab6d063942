package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Vm;

/** Java's byte arrays as a host exchanges them with programs. */
public final class ByteArrays {
  private ByteArrays() {}

  /** A new Uint8Array with a copy of these bytes. */
  public static long create(Builtins builtins, byte[] bytes) {
    Vm vm = builtins.vm();
    TypedArrays arrays = new TypedArrays(builtins);
    long array = arrays.create(ElementType.UINT8, arrays.prototype(ElementType.UINT8), bytes.length);
    TypedArrayView view = (TypedArrayView) vm.objects().payload(array);
    for (int i = 0; i < bytes.length; i++) {
      Memory.putByte(view.at(i), bytes[i]);
    }
    return array;
  }

  /** A copy of the bytes that a typed array shows; null of anything else. */
  public static byte[] read(Builtins builtins, long value) {
    if (!(builtins.js().payload(value) instanceof TypedArrayView view)) {
      return null;
    }
    byte[] bytes = new byte[Math.toIntExact(view.length() * view.type().bytes())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Memory.getByte(view.at(0) + i);
    }
    return bytes;
  }
}
