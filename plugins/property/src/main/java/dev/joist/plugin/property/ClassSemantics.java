package dev.joist.plugin.property;

import static dev.joist.bytecode.CodeReader.u16;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.PrivateCaches;
import dev.joist.runtime.operations.PrivateNames;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;

/** Classes, their fields and private names. */
final class ClassSemantics {
  private ClassSemantics() {}

  static int createClass(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long superclass = Registers.get(code, pc + 3, base);
    long prototypeParent = vm.realm(Intrinsic.OBJECT_PROTOTYPE);
    long constructorParent = vm.realm(Intrinsic.FUNCTION_PROTOTYPE);
    if (superclass == Values.NULL) {
      prototypeParent = Values.NULL;
    } else if (superclass != Values.HOLE) {
      prototypeParent = prototypeOf(vm, superclass);
      constructorParent = superclass;
    }
    long scope = Registers.get(code, pc + 6, base);
    long prototype = vm.objects().factory().newPlain(prototypeParent);
    long constructor = vm.closures().create(vm.function().child(vm, u16(code, pc + 4)), scope, constructorParent);
    Memory.putLong(Values.address(constructor) + Layout.FUNCTION_HOME, Values.address(prototype));
    // Asking for it defines length and name, so that they come first.
    vm.objects().hasOwnProperty(constructor, vm.names().length);
    vm.objects().addOwn(constructor, vm.names().prototype, prototype, Attributes.NONE);
    vm.objects().addOwn(prototype, vm.names().constructor, constructor, Attributes.METHOD);
    Registers.set(code, pc + 1, base, constructor);
    Registers.set(code, pc + 2, base, prototype);
    return pc + 7;
  }

  private static long prototypeOf(Vm vm, long superclass) {
    if (!Callees.isConstructor(vm, superclass)) {
      throw vm.typeError("Class extends value " + describe(vm, superclass) + " is not a constructor or null");
    }
    long prototype = vm.objects().get(superclass, vm.names().prototype);
    if (!Objects.isObject(prototype) && prototype != Values.NULL) {
      throw vm.typeError("Class extends value does not have valid prototype property " + vm.errors().describe(prototype));
    }
    return prototype;
  }

  private static String describe(Vm vm, long value) {
    return Callees.isCallable(value) || !Objects.isObject(value) ? vm.errors().describe(value) : "#<" + vm.errors().constructorName(value) + ">";
  }

  static int setFieldInitialiser(Activation activation, byte[] code, long base, int pc) {
    long method = Registers.get(code, pc + 2, base);
    Memory.putLong(Values.address(Registers.get(code, pc + 1, base)) + Layout.FUNCTION_FIELDS, method == Values.UNDEFINED ? 0 : Values.address(method));
    return pc + 3;
  }

  static int runFieldInitialiser(Activation activation, byte[] code, long base, int pc) {
    long method = Memory.getLong(Values.address(Registers.get(code, pc + 1, base)) + Layout.FUNCTION_FIELDS);
    if (method != 0) {
      ((Vm) activation).call(Values.cell(method), Registers.get(code, pc + 2, base));
    }
    return pc + 3;
  }

  static int createPrivateName(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    Registers.set(code, pc + 1, base, vm.symbols().newPrivateName(vm.function().constant(u16(code, pc + 2))));
    return pc + 4;
  }

  static int getPrivate(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long value = PrivateCaches.get(vm, vm.site(u16(code, pc + 4)), Registers.get(code, pc + 2, base), Registers.get(code, pc + 3, base));
    Registers.set(code, pc + 1, base, value);
    return pc + 6;
  }

  static int setPrivate(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    PrivateCaches.set(vm, vm.site(u16(code, pc + 4)), Registers.get(code, pc + 1, base), Registers.get(code, pc + 2, base), Registers.get(code, pc + 3, base));
    return pc + 6;
  }

  static int definePrivate(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    PrivateCaches.define(vm, vm.site(u16(code, pc + 4)), Registers.get(code, pc + 1, base), Registers.get(code, pc + 2, base),
        Registers.get(code, pc + 3, base));
    return pc + 6;
  }

  static int definePrivateMethod(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    PrivateNames.Kind kind = PrivateNames.Kind.values()[u8(code, pc + 4)];
    PrivateCaches.defineMethod(vm, vm.site(u16(code, pc + 5)), Registers.get(code, pc + 1, base), Registers.get(code, pc + 2, base),
        Registers.get(code, pc + 3, base), kind);
    return pc + 7;
  }

  static int hasPrivate(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    boolean has = PrivateCaches.has(vm, vm.site(u16(code, pc + 4)), Registers.get(code, pc + 2, base), Registers.get(code, pc + 3, base));
    Registers.set(code, pc + 1, base, Values.bool(has));
    return pc + 6;
  }
}
