package dev.joist.plugin.call;

import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.Frames;
import dev.joist.runtime.vm.Generators;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Link;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.RestrictedProperties;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** What a function asks of its own activation. */
final class FrameSemantics {
  private static final String NO_SUPER_YET = "Must call super constructor in derived class before accessing 'this' or returning from derived constructor";

  private FrameSemantics() {}

  static int loadCallee(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, Memory.getLong(base + Layout.FRAME_CALLEE));
    return pc + 2;
  }

  static int loadNewTarget(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, CallingSemantics.newTarget(base));
    return pc + 2;
  }

  static int loadHomeObject(Activation activation, byte[] code, long base, int pc) {
    long home = Memory.getLong(Values.address(Memory.getLong(base + Layout.FRAME_CALLEE)) + Layout.FUNCTION_HOME);
    Registers.set(code, pc + 1, base, home == 0 ? Values.UNDEFINED : Values.cell(home));
    return pc + 2;
  }

  static int loadPrototype(Activation activation, byte[] code, long base, int pc) {
    Registers.set(code, pc + 1, base, ((Vm) activation).objects().getPrototype(Registers.get(code, pc + 2, base)));
    return pc + 3;
  }

  static int createArguments(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int argc = Link.argc(Vm.link(base));
    long arguments = vm.objects().factory().newObject(CellKind.ARGUMENTS, vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    for (int i = 0; i < argc; i++) {
      vm.objects().addOwn(arguments, PropertyKey.ofIndex(i), Memory.getLong(base + 8L * (i + 1)), Attributes.ALL);
    }
    vm.objects().addOwn(arguments, vm.names().length, Values.int32(argc), Attributes.METHOD);
    vm.objects().addOwn(arguments, vm.symbol(WellKnownSymbol.ITERATOR), arrayValues(vm), Attributes.METHOD);
    if (u8(code, pc + 2) == 0) {
      vm.objects().addOwn(arguments, vm.names().callee, Memory.getLong(base + Layout.FRAME_CALLEE), Attributes.METHOD);
    } else {
      RestrictedProperties.define(vm, arguments, vm.names().callee, Attributes.NONE);
    }
    Registers.set(code, pc + 1, base, arguments);
    return pc + 3;
  }

  static int mapArguments(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int mapped = Math.min(u8(code, pc + 3), Link.argc(Vm.link(base)));
    if (mapped > 0) {
      vm.objects().mapArguments(Registers.get(code, pc + 1, base), Registers.get(code, pc + 2, base), mapped);
    }
    return pc + 4;
  }

  /** The original Array.prototype.values, which is made when a program first asks for a method of arrays. */
  private static long arrayValues(Vm vm) {
    if (vm.realm(Intrinsic.ARRAY_VALUES) == Values.UNDEFINED) {
      vm.objects().get(vm.realm(Intrinsic.ARRAY_PROTOTYPE), vm.symbol(WellKnownSymbol.ITERATOR));
    }
    return vm.realm(Intrinsic.ARRAY_VALUES);
  }

  static int createRest(Activation activation, byte[] code, long base, int pc) {
    int from = u8(code, pc + 2);
    int count = Math.max(0, Link.argc(Vm.link(base)) - from);
    Registers.set(code, pc + 1, base, ((Vm) activation).objects().factory().newArrayFrom(base + 8L * (from + 1), count));
    return pc + 3;
  }

  static int coerceThis(Activation activation, byte[] code, long base, int pc) {
    long self = Registers.get(code, pc + 1, base);
    if (!Objects.isObject(self)) {
      Vm vm = (Vm) activation;
      Registers.set(code, pc + 1, base, Values.isNullish(self) ? vm.realm(Intrinsic.GLOBAL_OBJECT) : Conversions.toObject(vm, self));
    }
    return pc + 2;
  }

  static int checkThis(Activation activation, byte[] code, long base, int pc) {
    if (Registers.get(code, pc + 1, base) == Values.HOLE) {
      throw ((Vm) activation).referenceError(NO_SUPER_YET);
    }
    return pc + 2;
  }

  static int checkConstructResult(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long result = Registers.get(code, pc + 2, base);
    if (!Objects.isObject(result)) {
      if (result != Values.UNDEFINED) {
        throw vm.typeError("Derived constructors may only return object or undefined");
      }
      result = Registers.get(code, pc + 3, base);
      if (result == Values.HOLE) {
        throw vm.referenceError(NO_SUPER_YET);
      }
    }
    Registers.set(code, pc + 1, base, result);
    return pc + 4;
  }

  static int createGenerator(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    return Frames.leave(vm, base, Generators.create(vm, base, pc));
  }

  static int startAsync(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    return Frames.leave(vm, base, vm.asyncOperations().start(Generators.createCoroutine(vm, base, pc)));
  }

  static int await(Activation activation, byte[] code, long base, int pc) {
    return Generators.await((Vm) activation, base, pc, Registers.get(code, pc + 3, base));
  }

  static int yieldResult(Activation activation, byte[] code, long base, int pc) {
    return Generators.delegate((Vm) activation, base, pc, Registers.get(code, pc + 3, base));
  }

  static int yield(Activation activation, byte[] code, long base, int pc) {
    return Generators.yield((Vm) activation, base, pc, Registers.get(code, pc + 3, base));
  }
}
