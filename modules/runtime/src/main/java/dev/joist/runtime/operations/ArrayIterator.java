package dev.joist.runtime.operations;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.object.ElementCount;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** The payload of array iterators, of arrays and of all that is like them. */
public final class ArrayIterator implements Traced {
  /** What an iterator gives of each element. */
  public enum Kind {
    KEYS, VALUES, ENTRIES
  }

  private long array;
  private final Kind kind;
  private long next;

  private ArrayIterator(long array, Kind kind) {
    this.array = array;
    this.kind = kind;
  }

  /** A new iterator object. */
  public static long create(Vm vm, long array, Kind kind) {
    return vm.objects().factory().newHost(vm.realm(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), new ArrayIterator(array, kind));
  }

  /** A new iterator object that gives an array's values from an index on. */
  public static long createAt(Vm vm, long array, long index) {
    ArrayIterator iterator = new ArrayIterator(array, Kind.VALUES);
    iterator.next = index;
    return vm.objects().factory().newHost(vm.realm(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), iterator);
  }

  /** The array iterator that a Value is, or null. */
  public static ArrayIterator of(Vm vm, long value) {
    return Objects.isObject(value) && Objects.kind(value) == CellKind.HOST
        && vm.objects().payload(value) instanceof ArrayIterator iterator ? iterator : null;
  }

  /** Whether iterating a Value gives an array's elements and nothing else can interfere: the original methods are in place. */
  public static boolean isPlain(Vm vm, long value) {
    if (!Objects.isArray(value)) {
      return false;
    }
    long values = vm.realm(Intrinsic.ARRAY_VALUES);
    return values != Values.UNDEFINED && vm.objects().get(value, vm.symbol(WellKnownSymbol.ITERATOR)) == values
        && vm.objects().get(vm.realm(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), vm.names().next) == vm.realm(Intrinsic.ARRAY_ITERATOR_NEXT);
  }

  /** The next value, or the hole at the end. The iterator's object must be in a register or handle. */
  public long step(Vm vm) {
    if (array == Values.UNDEFINED) {
      return Values.HOLE;
    }
    long index = next;
    long length = length(vm);
    if (index >= length) {
      array = Values.UNDEFINED;
      return Values.HOLE;
    }
    next = index + 1;
    if (kind == Kind.KEYS) {
      return vm.number(index);
    }
    long value = index <= PropertyKey.LARGEST_INDEX ? vm.objects().getIndex(array, index)
        : vm.objects().get(array, Conversions.toPropertyKey(vm, vm.number(index)));
    return kind == Kind.VALUES ? value : vm.objects().factory().newArrayOf(vm.number(index), value);
  }

  private long length(Vm vm) {
    if (Objects.isArray(array)) {
      return Objects.arrayLength(array);
    }
    if (Objects.kind(array) == CellKind.TYPED_ARRAY && vm.objects().payload(array) instanceof ElementCount counted) {
      return counted.iterationLength();
    }
    return Conversions.toLength(vm, vm.objects().get(array, vm.names().length));
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(array);
  }
}
