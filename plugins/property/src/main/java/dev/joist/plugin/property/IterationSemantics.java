package dev.joist.plugin.property;

import static dev.joist.bytecode.CodeReader.i32;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.ForIn;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.ArrayIterator;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.Iterators;
import dev.joist.runtime.vm.Generators;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** for-in, and the iteration protocol. */
final class IterationSemantics {
  private IterationSemantics() {}

  static int forInPrepare(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = Registers.get(code, pc + 2, base);
    ForIn enumeration;
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(Values.isNullish(value) ? Values.UNDEFINED : Conversions.toObject(vm, value));
      enumeration = Values.isNullish(value) ? ForIn.ofNothing() : ForIn.of(vm.objects(), object.get());
    }
    // The register holds an object that no program sees.
    Registers.set(code, pc + 1, base, vm.objects().factory().newHost(Values.NULL, enumeration));
    return pc + 3;
  }

  static int forInNext(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    ForIn enumeration = (ForIn) vm.objects().payload(Registers.get(code, pc + 2, base));
    long key = enumeration.next(vm.objects());
    if (key == Values.HOLE) {
      Registers.set(code, pc + 1, base, Values.UNDEFINED);
      return pc + i32(code, pc + 3);
    }
    Registers.set(code, pc + 1, base, key);
    return pc + 7;
  }

  static int getIterator(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long iterable = Registers.get(code, pc + 3, base);
    if (ArrayIterator.isPlain(vm, iterable)) {
      Registers.set(code, pc + 1, base, ArrayIterator.create(vm, iterable, ArrayIterator.Kind.VALUES));
      Registers.set(code, pc + 2, base, vm.realm(Intrinsic.ARRAY_ITERATOR_NEXT));
      return pc + 4;
    }
    long iterator = Iterators.open(vm, iterable);
    Registers.set(code, pc + 1, base, iterator);
    Registers.set(code, pc + 2, base, vm.objects().get(iterator, vm.names().next));
    return pc + 4;
  }

  static int getAsyncIterator(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    Iterators.openAsync(vm, Registers.get(code, pc + 3, base), (iterator, next) -> {
      Registers.set(code, pc + 1, base, iterator);
      Registers.set(code, pc + 2, base, next);
    });
    return pc + 4;
  }

  static int beginIteration(Activation activation, byte[] code, long base, int pc) {
    long iterable = Registers.get(code, pc + 3, base);
    if (ArrayIterator.isPlain((Vm) activation, iterable)) {
      Registers.set(code, pc + 1, base, iterable);
      Registers.set(code, pc + 2, base, Values.int32(0));
      return pc + 4;
    }
    return getIterator(activation, code, base, pc);
  }

  /** Whether a pair of registers, as BeginIteration leaves it, stands for an array's iterator that nobody else has seen. */
  private static boolean isArray(long iterator, long next) {
    return Values.isNumber(next) && Objects.isArray(iterator);
  }

  static int iteratorNext(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long iterator = Registers.get(code, pc + 2, base);
    long next = Registers.get(code, pc + 3, base);
    if (isArray(iterator, next)) {
      return arrayNext(vm, code, base, pc, iterator, (long) Values.asNumber(next));
    }
    if (next == vm.realm(Intrinsic.ARRAY_ITERATOR_NEXT)) {
      ArrayIterator array = ArrayIterator.of(vm, iterator);
      if (array != null) {
        long value = array.step(vm);
        return finish(code, base, pc, value == Values.HOLE ? Values.UNDEFINED : value, value == Values.HOLE);
      }
    }
    if (next == vm.realm(Intrinsic.GENERATOR_NEXT) && Generators.isGenerator(vm, iterator)) {
      long value = Generators.resume(vm, iterator, Generators.Mode.NEXT, Values.UNDEFINED);
      return Generators.isDelegating(vm, iterator) ? takeApart(vm, code, base, pc, value)
          : finish(code, base, pc, value, Generators.isDone(vm, iterator));
    }
    return iteratorNextSlow(vm, code, base, pc, iterator, next);
  }

  private static int arrayNext(Vm vm, byte[] code, long base, int pc, long array, long index) {
    if (index < 0 || index >= Objects.arrayLength(array)) {
      return finish(code, base, pc, Values.UNDEFINED, true);
    }
    long value = vm.objects().getIndex(array, index);
    Registers.set(code, pc + 1, base, value);
    Registers.set(code, pc + 3, base, vm.number(index + 1));
    return pc + 8;
  }

  private static int iteratorNextSlow(Vm vm, byte[] code, long base, int pc, long iterator, long next) {
    return takeApart(vm, code, base, pc, Iterators.step(vm, iterator, next));
  }

  private static int takeApart(Vm vm, byte[] code, long base, int pc, long object) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(object);
      boolean done = Iterators.isDone(vm, result.get());
      return finish(code, base, pc, vm.objects().get(result.get(), vm.names().value), done);
    }
  }

  private static int finish(byte[] code, long base, int pc, long value, boolean done) {
    Registers.set(code, pc + 1, base, value);
    return done ? pc + i32(code, pc + 4) : pc + 8;
  }

  static int iteratorClose(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long iterator = Registers.get(code, pc + 1, base);
    long next = Registers.get(code, pc + 2, base);
    boolean quiet = u8(code, pc + 3) != 0;
    if (isArray(iterator, next)) {
      Iterators.closeArray(vm, iterator, (long) Values.asNumber(next), quiet);
    } else {
      Iterators.close(vm, iterator, quiet);
    }
    return pc + 4;
  }
}
