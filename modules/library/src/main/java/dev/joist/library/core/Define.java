package dev.joist.library.core;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.NativeCode;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/**
 * Defines built-in properties. A table of members is a text: members separated by commas, which are defined when they are first asked for, each one of
 *
 * <ul>
 *   <li>{@code name/length}: a method with that length; {@code @@name/length} under the well-known symbol
 *   <li>{@code get name}, {@code set name}: half of an accessor
 *   <li>{@code name = other}: the same function as a member before it
 * </ul>
 */
public final class Define {
  private final Builtins builtins;
  private final Vm vm;
  private final Objects objects;

  Define(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.objects = vm.objects();
  }

  /** Defines a table of members that are not enumerable. */
  public void members(long object, String table, Natives family) {
    members(object, table, family, Attributes.METHOD);
  }

  /** Defines a table of members that are enumerable. */
  public void enumerableMembers(long object, String table, Natives family) {
    members(object, table, family, Attributes.ALL);
  }

  private void members(long object, String table, Natives family, int attributes) {
    LazyMembers lazy = lazy(object);
    int start = 0;
    while (start < table.length()) {
      int comma = table.indexOf(',', start);
      int end = comma < 0 ? table.length() : comma;
      lazy.add(table.substring(start, end).strip(), family, attributes);
      start = end + 1;
    }
  }

  private LazyMembers lazy(long object) {
    if (objects.lazy(object) instanceof LazyMembers known) {
      return known;
    }
    LazyMembers lazy = new LazyMembers(builtins, object);
    KeyList early = objects.ownKeys(object);
    for (int i = 0; i < early.size(); i++) {
      lazy.noteEarly(early.get(i));
    }
    objects.setLazy(object, lazy);
    return lazy;
  }

  /** Has the members of an object, which lives as long as the engine, defined together with a global value when the first is asked for. */
  public void with(long object, String global) {
    lazy(object).setGlobal(global);
  }

  /** Has values of an object, which lives as long as the engine, made when they are first asked for. */
  public void values(long object, LazyValues source) {
    lazy(object).setValues(source);
  }

  /** Defines one member now. */
  void member(long object, String text, Natives family, int attributes) {
    int equals = text.indexOf(" = ");
    int slash = text.lastIndexOf('/');
    if (equals >= 0) {
      long original = objects.ownRaw(object, key(text.substring(equals + 3)));
      objects.addOwn(object, key(text.substring(0, equals)), original, attributes);
    } else if (slash < 0) {
      accessor(object, text, family);
    } else {
      String name = text.substring(0, slash);
      int length = Integer.parseInt(text, slash + 1, text.length(), 10);
      objects.addOwn(object, key(name), function(functionName(name), length, family, name), attributes);
    }
  }

  private void accessor(long object, String text, Natives family) {
    boolean getter = text.startsWith("get ");
    String name = text.substring(4);
    long key = key(name);
    long function = function((getter ? "get " : "set ") + functionName(name), getter ? 0 : 1, family, text);
    long existing = objects.ownRaw(object, key);
    if (existing == Values.HOLE) {
      long accessor = getter ? objects.newAccessor(function, Values.UNDEFINED) : objects.newAccessor(Values.UNDEFINED, function);
      objects.addOwn(object, key, accessor, Attributes.CONFIGURABLE | Attributes.ACCESSOR);
    } else {
      objects.defineOwnProperty(object, key, new PropertyDescriptor().setSetter(function));
    }
  }

  /** The key of a name in a table. */
  long key(String name) {
    return name.startsWith("@@") ? builtins.symbols().byName(name.substring(2)) : vm.strings().permanentKey(name);
  }

  private static String functionName(String name) {
    return name.startsWith("@@") ? "[Symbol." + name.substring(2) + "]" : name;
  }

  /** A function object. */
  public long function(String name, int length, Natives family, String member) {
    return vm.closures().createNative(name, length, false, family.member(member));
  }

  /** A nameless function object that remembers a Value, which is no Array; all of one member and family share their code. */
  public long closure(Natives family, String member, int length, long captured) {
    NativeCode code = family.sharedCode(member);
    if (code == null) {
      code = vm.functions().link("", length, false, family.member(member));
      family.shareCode(member, code);
    }
    long function = vm.closures().create(code);
    Heap.store(Values.address(function), Layout.FUNCTION_BOUND, captured);
    return function;
  }

  /** What the {@link #closure} that is called remembers. */
  public static long captured(Arguments a) {
    return Memory.getLong(Values.address(a.callee()) + Layout.FUNCTION_BOUND);
  }

  /** Defines one method under any key; writable, enumerable, configurable as the letters w, e, c say. */
  public void method(long object, long key, String member, int length, Natives family, String attributes) {
    objects.addOwn(object, key, function(functionName(member), length, family, member), bits(attributes));
  }

  /** Defines a data property; writable, enumerable, configurable as the letters w, e, c say. */
  public void value(long object, long key, long value, String attributes) {
    objects.addOwn(object, key, value, bits(attributes));
    if (objects.lazy(object) instanceof LazyMembers lazy) {
      lazy.noteEarly(key);
    }
  }

  private static int bits(String letters) {
    return (letters.indexOf('w') >= 0 ? Attributes.WRITABLE : 0) | (letters.indexOf('e') >= 0 ? Attributes.ENUMERABLE : 0)
        | (letters.indexOf('c') >= 0 ? Attributes.CONFIGURABLE : 0);
  }

  /** Symbol.toStringTag. */
  public void toStringTag(long object, String tag) {
    value(object, builtins.symbols().toStringTag(), vm.strings().fromJava(tag), "c");
  }

  /** A constructor, not yet a property of anything, with its prototype property; the prototype gets its constructor property. */
  public long constructor(String name, int length, Natives family, long prototype) {
    return constructor(name, length, family, prototype, vm.realm(Intrinsic.FUNCTION_PROTOTYPE));
  }

  /** As the other, with the constructor itself inheriting from something else than Function.prototype. */
  public long constructor(String name, int length, Natives family, long prototype, long parent) {
    long constructor = oneWayConstructor(name, length, family, prototype, parent);
    value(prototype, builtins.js().names().constructor, constructor, "wc");
    return constructor;
  }

  /** As the other, of a kind of function: programs cannot assign to the prototype's constructor property. */
  public long functionConstructor(String name, Natives family, long prototype) {
    long constructor = oneWayConstructor(name, 1, family, prototype, builtins.global("Function"));
    value(prototype, builtins.js().names().constructor, constructor, "c");
    return constructor;
  }

  /** As the other, without the prototype's constructor property. */
  public long oneWayConstructor(String name, int length, Natives family, long prototype, long parent) {
    long constructor = vm.closures().createNative(name, length, true, family.member(name));
    if (parent != vm.realm(Intrinsic.FUNCTION_PROTOTYPE)) {
      objects.setPrototype(constructor, parent);
    }
    objects.hasOwnProperty(constructor, builtins.js().names().length);
    value(constructor, builtins.js().names().prototype, prototype, "");
    return constructor;
  }
}
