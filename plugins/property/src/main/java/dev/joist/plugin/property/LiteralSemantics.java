package dev.joist.plugin.property;

import static dev.joist.bytecode.CodeReader.i32;
import static dev.joist.bytecode.CodeReader.u16;
import static dev.joist.bytecode.CodeReader.u8;

import dev.joist.bytecode.Constant;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.Iterators;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Symbols;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;
import java.util.List;

/** Object, array and template literals. */
final class LiteralSemantics {
  private LiteralSemantics() {}

  /** The shape with so many slots in the cell that objects begin with. It lives as long as the engine. */
  private static Shape emptyShape(Vm vm, int expected) {
    if (expected <= Objects.DEFAULT_INLINE) {
      return vm.objects().factory().plainShape();
    }
    Shape shape = vm.shapes().root(vm.realm(Intrinsic.OBJECT_PROTOTYPE), CellKind.OBJECT, expected);
    vm.shapes().pin(shape);
    return shape;
  }

  /** The shape that an ALLOCATION site remembers, or null. */
  private static Shape remembered(Vm vm, long site) {
    int id = Memory.getInt(site);
    return id == 0 ? null : vm.shapes().byId(id);
  }

  private static Shape remember(long site, Shape shape) {
    Memory.putLong(site, shape.id() | (long) shape.inlineCapacity() << 32);
    return shape;
  }

  static int createObject(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long site = vm.site(u16(code, pc + 3));
    Shape shape = remembered(vm, site);
    if (shape == null) {
      shape = remember(site, emptyShape(vm, u8(code, pc + 2)));
    }
    Registers.set(code, pc + 1, base, vm.objects().factory().newObject(shape));
    return pc + 5;
  }

  static int createObjectLiteral(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long values = Registers.address(code, pc + 4, base);
    int count = u8(code, pc + 5);
    long site = vm.site(u16(code, pc + 6));
    Shape shape = remembered(vm, site);
    if (shape == null) {
      return firstObjectLiteral(vm, code, base, pc, values, count, site);
    }
    long object = vm.objects().factory().newObject(shape);
    long slots = Values.address(object) + Layout.OBJECT_INLINE;
    for (int i = 0; i < count; i++) {
      Heap.store(slots, 8L * i, Memory.getLong(values + 8L * i));
    }
    Registers.set(code, pc + 1, base, object);
    return pc + 8;
  }

  /** Makes the object property by property, and remembers the shape that it ends with. */
  private static int firstObjectLiteral(Vm vm, byte[] code, long base, int pc, long values, int count, long site) {
    List<String> names = ((Constant.Keys) vm.function().template().constants().get(u16(code, pc + 2))).names();
    long object = vm.objects().factory().newObject(emptyShape(vm, count));
    for (int i = 0; i < count; i++) {
      vm.objects().addOwn(object, vm.strings().key(names.get(i)), Memory.getLong(values + 8L * i), Attributes.ALL);
    }
    Shape shape = vm.shapes().of(Values.address(object));
    if (count < Shapes.MOST_PROPERTIES && !shape.isDictionary() && shape.slotCount() == count) {
      remember(site, shape);
    }
    Registers.set(code, pc + 1, base, object);
    return pc + 8;
  }

  static int createArray(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long array = vm.objects().factory().newArrayFrom(Registers.address(code, pc + 2, base), u8(code, pc + 3));
    Registers.set(code, pc + 1, base, array);
    return pc + 4;
  }

  static int createEmptyArray(Activation activation, byte[] code, long base, int pc) {
    long array = ((Vm) activation).objects().factory().newArrayWithCapacity(Math.max(0, i32(code, pc + 2)));
    Registers.set(code, pc + 1, base, array);
    return pc + 6;
  }

  static int arrayPush(Activation activation, byte[] code, long base, int pc) {
    ((Vm) activation).objects().push(Registers.get(code, pc + 1, base), Registers.get(code, pc + 2, base));
    return pc + 3;
  }

  static int arrayPushHole(Activation activation, byte[] code, long base, int pc) {
    ((Vm) activation).objects().pushHole(Registers.get(code, pc + 1, base));
    return pc + 2;
  }

  static int arraySpread(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    Iterators.forEach(vm, Registers.get(code, pc + 2, base), value -> vm.objects().push(Registers.get(code, pc + 1, base), value));
    return pc + 3;
  }

  static int defineMethod(Activation activation, byte[] code, long base, int pc) {
    return define((Vm) activation, code, base, pc, Part.METHOD);
  }

  static int defineGetter(Activation activation, byte[] code, long base, int pc) {
    return define((Vm) activation, code, base, pc, Part.GETTER);
  }

  static int defineSetter(Activation activation, byte[] code, long base, int pc) {
    return define((Vm) activation, code, base, pc, Part.SETTER);
  }

  private enum Part {
    METHOD, GETTER, SETTER
  }

  private static int define(Vm vm, byte[] code, long base, int pc, Part part) {
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 2, base));
    long function = Registers.get(code, pc + 3, base);
    PropertyDescriptor descriptor = new PropertyDescriptor();
    switch (part) {
      case METHOD -> descriptor.setValue(function).setAttribute(Attributes.WRITABLE, true);
      case GETTER -> descriptor.setGetter(function);
      case SETTER -> descriptor.setSetter(function);
    }
    descriptor.setAttribute(Attributes.ENUMERABLE, u8(code, pc + 4) != 0).setAttribute(Attributes.CONFIGURABLE, true);
    if (!vm.objects().defineOwnProperty(Registers.get(code, pc + 1, base), key, descriptor)) {
      throw vm.typeError("Cannot redefine property: " + vm.strings().describeKey(key));
    }
    return pc + 5;
  }

  static int setHomeObject(Activation activation, byte[] code, long base, int pc) {
    long function = Values.address(Registers.get(code, pc + 1, base));
    Memory.putLong(function + Layout.FUNCTION_HOME, Values.address(Registers.get(code, pc + 2, base)));
    return pc + 3;
  }

  static int setFunctionName(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long key = Conversions.toPropertyKey(vm, Registers.get(code, pc + 2, base));
    String name = PropertyKey.isSymbol(key) ? symbolName(vm, key) : vm.strings().describeKey(key);
    String prefix = switch (u8(code, pc + 3)) {
      case 1 -> "get ";
      case 2 -> "set ";
      default -> "";
    };
    PropertyDescriptor descriptor = PropertyDescriptor.data(vm.strings().fromJava(prefix + name), Attributes.CONFIGURABLE);
    vm.objects().defineOwnProperty(Registers.get(code, pc + 1, base), vm.names().name, descriptor);
    return pc + 4;
  }

  private static String symbolName(Vm vm, long symbol) {
    long description = Symbols.description(symbol);
    if (PropertyKey.isPrivate(symbol)) {
      return vm.strings().toJava(description);
    }
    return description == Values.UNDEFINED ? "" : "[" + vm.strings().toJava(description) + "]";
  }

  static int setPrototype(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long prototype = Registers.get(code, pc + 2, base);
    if (Objects.isObject(prototype) || prototype == Values.NULL) {
      vm.objects().setPrototype(Registers.get(code, pc + 1, base), prototype);
    }
    return pc + 3;
  }

  static int copyDataProperties(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    long source = Registers.get(code, pc + 2, base);
    if (Values.isNullish(source)) {
      return pc + 5;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      KeyList excluded = scope.hold(new KeyList());
      for (int i = 0; i < u8(code, pc + 4); i++) {
        excluded.add(Conversions.toPropertyKey(vm, Memory.getLong(Registers.address(code, pc + 3, base) + 8L * i)));
      }
      Handle from = scope.hold(Conversions.toObject(vm, source));
      KeyList keys = scope.hold(vm.objects().ownKeys(from.get()));
      for (int i = 0; i < keys.size(); i++) {
        long key = keys.get(i);
        if (!excluded.contains(key)) {
          copy(vm, from.get(), key, code, base, pc);
        }
      }
    }
    return pc + 5;
  }

  private static void copy(Vm vm, long from, long key, byte[] code, long base, int pc) {
    PropertyDescriptor own = vm.objects().getOwnProperty(from, key);
    if (own != null && own.attribute(Attributes.ENUMERABLE)) {
      long value = own.isAccessor() ? vm.objects().get(from, key) : own.value();
      vm.objects().createDataProperty(Registers.get(code, pc + 1, base), key, value);
    }
  }

  static int templateObject(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int index = u16(code, pc + 2);
    long object = vm.function().templateObject(index);
    if (object == 0) {
      object = newTemplateObject(vm, (Constant.TemplateStrings) vm.function().template().constants().get(index));
      vm.function().setTemplateObject(index, object);
    }
    Registers.set(code, pc + 1, base, object);
    return pc + 4;
  }

  /** Every evaluation makes an object; what the pattern means is found out by the first. */
  static int createRegExp(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    int index = u16(code, pc + 2);
    long object = vm.function().templateObject(index);
    if (object == 0) {
      String literal = ((Constant.Str) vm.function().template().constants().get(index)).value();
      int slash = literal.indexOf('/');
      object = vm.regExpLiterals().create(literal.substring(slash + 1), literal.substring(0, slash));
      vm.function().setTemplateObject(index, object);
    }
    Registers.set(code, pc + 1, base, vm.regExpLiterals().copy(object));
    return pc + 4;
  }

  private static long newTemplateObject(Vm vm, Constant.TemplateStrings strings) {
    long cooked = stringArray(vm, strings.cooked());
    long raw = stringArray(vm, strings.raw());
    vm.objects().integrity().restrict(raw, true);
    vm.objects().addOwn(cooked, vm.names().raw, raw, Attributes.NONE);
    vm.objects().integrity().restrict(cooked, true);
    return cooked;
  }

  private static long stringArray(Vm vm, List<String> strings) {
    long array = vm.objects().factory().newArrayWithCapacity(strings.size());
    for (String string : strings) {
      vm.objects().push(array, string == null ? Values.UNDEFINED : vm.strings().fromJava(string));
    }
    return array;
  }
}
