package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** Set.prototype's methods that take another set: anything that has a size, a method has and a method keys. */
final class SetMethods extends Natives {
  static final String MEMBERS = "union/1, intersection/1, difference/1, symmetricDifference/1, isSubsetOf/1, isSupersetOf/1, isDisjointFrom/1";

  private final Root prototype;

  /** @param prototype of the Sets that are made */
  SetMethods(Builtins builtins, Root prototype) {
    super(builtins);
    this.prototype = prototype;
  }

  /** The standard's Set Record of the other set, with room for an element that is looked at. */
  private record Other(long set, double size, Handle has, Handle keys, Handle element) {}

  @Override
  protected long call(Arguments a, String member) {
    ValueTable table = SetBuiltins.contentOf(js.payload(a.thisValue()));
    if (table == null) {
      throw js.describe().incompatible("Set.prototype." + member, a.thisValue());
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Other other = other(scope, a.get(0));
      return switch (member) {
        case "isSubsetOf" -> Values.bool(table.size() <= other.size && visit(table, other, true));
        case "isSupersetOf" -> Values.bool(table.size() >= other.size && holds(scope, table, other, true));
        case "isDisjointFrom" -> Values.bool(table.size() <= other.size ? visit(table, other, false) : holds(scope, table, other, false));
        default -> combine(scope, table, other, member);
      };
    }
  }

  private Other other(HandleScope scope, long other) {
    if (!js.isObject(other)) {
      throw vm.typeError(js.describe(other) + " is not an object");
    }
    double size = js.toNumber(js.get(other, vm.strings().key("size")));
    if (Double.isNaN(size)) {
      throw vm.typeError("The 'size' property must be a number");
    }
    if (Math.ceil(size) < 0) {
      throw vm.rangeError("'" + js.describe().number(size) + "' is an invalid size");
    }
    Handle has = scope.hold(method(other, "has"));
    return new Other(other, Math.floor(size), has, scope.hold(method(other, "keys")), scope.hold(Values.UNDEFINED));
  }

  private long method(long other, String name) {
    long method = js.get(other, vm.strings().key(name));
    if (!js.isCallable(method)) {
      throw vm.typeError("The '" + name + "' property must be a function");
    }
    return method;
  }

  private boolean has(Other other) {
    return js.toBoolean(vm.call(other.has.get(), other.set, other.element.get()));
  }

  private JsIterator keys(HandleScope scope, Other other) {
    return JsIterator.openWith(builtins, scope, other.set, other.keys.get());
  }

  /** Whether the other set has each element, or none, of this one. */
  private boolean visit(ValueTable table, Other other, boolean wanted) {
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      other.element.set(cursor.key());
      if (has(other) != wanted) {
        return false;
      }
    }
    return true;
  }

  /** Whether this set has each element, or none, of the other one. */
  private boolean holds(HandleScope scope, ValueTable table, Other other, boolean wanted) {
    JsIterator keys = keys(scope, other);
    while (keys.step()) {
      if (table.find(ValueTable.normalised(keys.value())) >= 0 != wanted) {
        keys.close();
        return false;
      }
    }
    return true;
  }

  private long combine(HandleScope scope, ValueTable table, Other other, String member) {
    ValueTable result = scope.hold(new ValueTable(vm.heap(), vm.strings()));
    boolean asksOther = table.size() <= other.size;
    if (member.equals("intersection") && asksOther) {
      addShared(table, other, result);
    } else if (member.equals("difference") && asksOther) {
      addAll(table, result);
      removeShared(table, other, result);
    } else {
      JsIterator keys = keys(scope, other);
      if (!member.equals("intersection")) {
        addAll(table, result);
      }
      while (keys.step()) {
        combine(table, ValueTable.normalised(keys.value()), result, member);
      }
    }
    return js.newHost(prototype.get(), new SetBuiltins.Content(result));
  }

  private static void combine(ValueTable table, long key, ValueTable result, String member) {
    switch (member) {
      case "union" -> result.put(key, key);
      case "difference" -> result.remove(key);
      case "intersection" -> {
        if (table.find(key) >= 0) {
          result.put(key, key);
        }
      }
      case "symmetricDifference" -> {
        if (table.find(key) >= 0) {
          result.remove(key);
        } else {
          result.put(key, key);
        }
      }
      default -> throw new IllegalStateException(member);
    }
  }

  private static void addAll(ValueTable table, ValueTable result) {
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      result.put(cursor.key(), cursor.key());
    }
  }

  private void addShared(ValueTable table, Other other, ValueTable result) {
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      other.element.set(cursor.key());
      if (has(other)) {
        result.put(other.element.get(), other.element.get());
      }
    }
  }

  private void removeShared(ValueTable table, Other other, ValueTable result) {
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      other.element.set(cursor.key());
      if (has(other)) {
        result.remove(other.element.get());
      }
    }
  }
}
