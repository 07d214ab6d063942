package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** The payload of an object that wraps a primitive. */
public sealed class Wrapper implements Traced permits StringWrapper {
  private final long primitive;

  Wrapper(long primitive) {
    this.primitive = primitive;
  }

  /** The object for a primitive that is neither undefined nor null, with its kind's prototype. */
  public static long create(Vm vm, long primitive) {
    return create(vm, primitive, Conversions.prototypeOfPrimitive(vm, primitive));
  }

  /** The object for a primitive, with another prototype. */
  public static long create(Vm vm, long primitive, long prototype) {
    Wrapper payload = Strings.isString(primitive) ? new StringWrapper(primitive, vm) : new Wrapper(primitive);
    return vm.objects().factory().newHost(prototype, payload);
  }

  /** String.prototype: it wraps the empty string, so that it can be ordinary, and inline caches can look into it. */
  public static long createStringPrototype(Vm vm, long prototype) {
    return vm.objects().factory().newHost(prototype, new Wrapper(vm.strings().empty()));
  }

  /** The primitive that an object wraps, or the hole when it wraps none. */
  public static long primitiveOf(Vm vm, long value) {
    if (Objects.isObject(value) && Objects.kind(value) == CellKind.HOST && vm.objects().payload(value) instanceof Wrapper wrapper) {
      return wrapper.primitive;
    }
    return Values.HOLE;
  }

  public long primitive() {
    return primitive;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(primitive);
  }
}
