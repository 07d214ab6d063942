package dev.joist.library.typed;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** ArrayBuffer: constructor and prototype. */
public final class ArrayBufferBuiltins extends Natives {
  private static final String NAME = "ArrayBuffer";
  private static final String MEMBERS = "isView/1, get @@species";
  private static final String PROTOTYPE_MEMBERS = "get byteLength, slice/2, get maxByteLength, get resizable, resize/1, get detached, transfer/0, "
      + "transferToFixedLength/0";
  private static final String BAD_LENGTH = "Invalid array buffer length";
  private static final String BAD_MAX_LENGTH = "Invalid array buffer max length";

  private final Root prototype;

  private ArrayBufferBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    ArrayBufferBuiltins buffers = new ArrayBufferBuiltins(builtins);
    long constructor = builtins.define().constructor(NAME, 1, buffers, buffers.prototype.get());
    builtins.define().members(constructor, MEMBERS, buffers);
    builtins.define().members(buffers.prototype.get(), PROTOTYPE_MEMBERS, buffers);
    builtins.define().toStringTag(buffers.prototype.get(), NAME);
    return constructor;
  }

  /** A new buffer object of the usual class. */
  static long create(Builtins builtins, double length) {
    long prototype = builtins.js().get(builtins.global(NAME), builtins.js().names().prototype);
    return builtins.js().newHost(prototype, BufferContent.create(builtins.vm(), length));
  }

  @Override
  protected long call(Arguments a, String member) {
    switch (member) {
      case NAME -> {
        return construct(a);
      }
      case "isView" -> {
        return Values.bool(js.payload(a.get(0)) instanceof TypedArrayView || js.payload(a.get(0)) instanceof DataViewContent);
      }
      case "get @@species" -> {
        return a.thisValue();
      }
      default -> {
        if (!(js.payload(a.thisValue()) instanceof BufferContent content)) {
          String getter = member.startsWith("get ") ? "get ArrayBuffer.prototype." + member.substring(4) : "ArrayBuffer.prototype." + member;
          throw js.describe().incompatible(getter, a.thisValue());
        }
        return on(content, a, member);
      }
    }
  }

  private long on(BufferContent content, Arguments a, String member) {
    return switch (member) {
      case "get byteLength" -> vm.number(content.length());
      case "get maxByteLength" -> vm.number(content.maxLength());
      case "get resizable" -> Values.bool(content.isResizable());
      case "get detached" -> Values.bool(content.isDetached());
      case "slice" -> slice(content, a);
      case "resize" -> resize(content, a);
      case "transfer" -> transfer(content, a, content.isResizable(), member);
      case "transferToFixedLength" -> transfer(content, a, false, member);
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      throw vm.typeError("Constructor ArrayBuffer requires 'new'");
    }
    double length = js.toIndex(a.get(0), BAD_LENGTH);
    long limit = js.isObject(a.get(1)) ? js.get(a.get(1), vm.strings().key("maxByteLength")) : Values.UNDEFINED;
    if (limit == Values.UNDEFINED) {
      long objectPrototype = js.prototypeFor(a, prototype.get());
      return js.newHost(objectPrototype, BufferContent.create(vm, length));
    }
    double maxLength = js.toIndex(limit, BAD_MAX_LENGTH);
    if (length > maxLength) {
      throw vm.rangeError(BAD_MAX_LENGTH);
    }
    long objectPrototype = js.prototypeFor(a, prototype.get());
    return js.newHost(objectPrototype, BufferContent.createResizable(vm, length, maxLength));
  }

  private void requireAttached(BufferContent content, String member) {
    if (content.isDetached()) {
      throw vm.typeError("Cannot perform ArrayBuffer.prototype." + member + " on a detached ArrayBuffer");
    }
  }

  private long resize(BufferContent content, Arguments a) {
    if (!content.isResizable()) {
      throw js.describe().incompatible("ArrayBuffer.prototype.resize", a.thisValue());
    }
    long length = js.toIndex(a.get(0), "ArrayBuffer.prototype.resize: Invalid length parameter");
    requireAttached(content, "resize");
    if (length > content.maxLength()) {
      throw vm.rangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
    }
    content.resize(length);
    return Values.UNDEFINED;
  }

  private long transfer(BufferContent content, Arguments a, boolean resizable, String member) {
    double length = a.get(0) == Values.UNDEFINED ? content.length() : js.toIndex(a.get(0), BAD_LENGTH);
    requireAttached(content, member);
    if (resizable && length > content.maxLength()) {
      throw vm.rangeError(BAD_LENGTH);
    }
    BufferContent target = resizable ? BufferContent.createResizable(vm, length, content.maxLength()) : BufferContent.create(vm, length);
    Memory.copy(content.at(0), target.at(0), Math.min(content.length(), target.length()));
    content.detach();
    return js.newHost(prototype.get(), target);
  }

  private long slice(BufferContent content, Arguments a) {
    requireAttached(content, "slice");
    long length = content.length();
    long first = js.relativeIndex(a.get(0), length, 0);
    long end = js.relativeIndex(a.get(1), length, length);
    long count = Math.max(0, end - first);
    try (HandleScope scope = vm.heap().openScope()) {
      long species = js.speciesConstructor(a.thisValue(), builtins.global(NAME));
      Handle created = scope.hold(vm.construct(species, species, vm.number(count)));
      if (!(js.payload(created.get()) instanceof BufferContent target)) {
        throw js.describe().incompatible("ArrayBuffer.prototype.slice", created.get());
      }
      requireAttached(target, "slice");
      if (target == content) {
        throw vm.typeError("ArrayBuffer subclass returned this from species constructor");
      }
      if (target.length() < count) {
        throw vm.typeError("Species constructor returned a too small ArrayBuffer");
      }
      requireAttached(content, "slice");
      if (first < content.length()) {
        Memory.copy(content.at(first), target.at(0), Math.min(count, content.length() - first));
      }
      return created.get();
    }
  }
}
