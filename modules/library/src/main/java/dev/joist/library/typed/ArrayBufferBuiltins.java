package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** ArrayBuffer: constructor and prototype. */
public final class ArrayBufferBuiltins extends Natives {
  private static final String MEMBERS = "isView/1, get @@species";
  private static final String PROTOTYPE_MEMBERS = "get byteLength, slice/2";

  private final Root prototype;

  private ArrayBufferBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    ArrayBufferBuiltins buffers = new ArrayBufferBuiltins(builtins);
    long constructor = builtins.define().constructor("ArrayBuffer", 1, buffers, buffers.prototype.get());
    builtins.define().members(constructor, MEMBERS, buffers);
    builtins.define().members(buffers.prototype.get(), PROTOTYPE_MEMBERS, buffers);
    builtins.define().toStringTag(buffers.prototype.get(), "ArrayBuffer");
    return constructor;
  }

  /** A new buffer object of the usual class. */
  static long create(Builtins builtins, double length) {
    long prototype = builtins.js().get(builtins.global("ArrayBuffer"), builtins.js().names().prototype);
    return builtins.js().newHost(prototype, BufferContent.create(builtins.vm(), length));
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "ArrayBuffer" -> construct(a);
      case "isView" -> Values.bool(js.payload(a.get(0)) instanceof TypedArrayView || js.payload(a.get(0)) instanceof DataViewContent);
      case "get @@species" -> a.thisValue();
      case "get byteLength" -> vm.number(content(a, "get ArrayBuffer.prototype.byteLength").length());
      case "slice" -> slice(a);
      default -> throw unknown(member);
    };
  }

  private BufferContent content(Arguments a, String method) {
    if (!(js.payload(a.thisValue()) instanceof BufferContent content)) {
      throw js.describe().incompatible(method, a.thisValue());
    }
    return content;
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor ArrayBuffer requires 'new'");
    }
    double length = js.toIndex(a.get(0), "Invalid array buffer length");
    long objectPrototype = js.prototypeFor(a, prototype.get());
    return js.newHost(objectPrototype, BufferContent.create(vm, length));
  }

  private long slice(Arguments a) {
    BufferContent content = content(a, "ArrayBuffer.prototype.slice");
    long first = js.relativeIndex(a.get(0), content.length(), 0);
    long end = js.relativeIndex(a.get(1), content.length(), content.length());
    long length = Math.max(0, end - first);
    BufferContent copy = BufferContent.create(vm, length);
    Memory.copy(content.at(first), copy.at(0), length);
    return js.newHost(prototype.get(), copy);
  }
}
