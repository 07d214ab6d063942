package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Sized;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Map: constructor and prototype. */
public final class MapBuiltins extends Natives {
  private static final String MEMBERS = "groupBy/2, get @@species";
  private static final String PROTOTYPE_MEMBERS = "get/1, set/2, has/1, delete/1, clear/0, entries/0, forEach/1, keys/0, get size, values/0, "
      + "@@iterator = entries, getOrInsert/2, getOrInsertComputed/2";

  private final Root prototype;
  private final CollectionIterators iterators;

  private MapBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    iterators = new CollectionIterators(builtins, "Map Iterator");
  }

  /** A Map's content. */
  static final class Content implements Traced, Sized {
    final ValueTable table;

    Content(ValueTable table) {
      this.table = table;
    }

    @Override
    public long javaBytes() {
      return table.javaBytes();
    }

    @Override
    public void trace(Marker marker) {
      table.trace(marker);
    }
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    MapBuiltins map = new MapBuiltins(builtins);
    long constructor = builtins.define().constructor("Map", 0, map, map.prototype.get());
    builtins.define().members(constructor, MEMBERS, map);
    builtins.define().members(map.prototype.get(), PROTOTYPE_MEMBERS, map);
    builtins.define().toStringTag(map.prototype.get(), "Map");
    return constructor;
  }

  /** The entries of a Map, or null of anything else. */
  public static ValueTable contentOf(Object payload) {
    return payload instanceof Content content ? content.table : null;
  }

  @Override
  protected long call(Arguments a, String member) {
    switch (member) {
      case "Map" -> {
        if (!a.isConstruct()) {
          throw vm.typeError("Constructor Map requires 'new'");
        }
        return Collections.construct(builtins, a, new Content(new ValueTable(vm.heap(), vm.strings())), prototype, "set", true);
      }
      case "get @@species" -> {
        return a.thisValue();
      }
      case "groupBy" -> {
        return groupBy(a);
      }
      default -> {
        return onMap(table(a, member), a, member);
      }
    }
  }

  private ValueTable table(Arguments a, String member) {
    ValueTable table = contentOf(js.payload(a.thisValue()));
    if (table == null) {
      throw js.describe().incompatible(member.equals("get size") ? "get Map.prototype.size" : "Map.prototype." + member, a.thisValue());
    }
    return table;
  }

  private long onMap(ValueTable table, Arguments a, String member) {
    return switch (member) {
      case "get" -> {
        int entry = table.find(ValueTable.normalised(a.get(0)));
        yield entry < 0 ? Values.UNDEFINED : table.value(entry);
      }
      case "set" -> {
        table.put(ValueTable.normalised(a.get(0)), a.get(1));
        yield a.thisValue();
      }
      case "getOrInsert" -> {
        long key = ValueTable.normalised(a.get(0));
        if (table.find(key) < 0) {
          table.put(key, a.get(1));
        }
        yield table.value(table.find(key));
      }
      case "getOrInsertComputed" -> {
        js.requireCallable(a.get(1));
        long key = ValueTable.normalised(a.get(0));
        int entry = table.find(key);
        if (entry >= 0) {
          yield table.value(entry);
        }
        long value = vm.call(a.get(1), Values.UNDEFINED, key);
        // The key is the argument itself or an int32, so it is alive.
        table.put(key, value);
        yield value;
      }
      case "has" -> Values.bool(table.find(ValueTable.normalised(a.get(0))) >= 0);
      case "delete" -> Values.bool(table.remove(ValueTable.normalised(a.get(0))));
      case "clear" -> {
        table.clear();
        yield Values.UNDEFINED;
      }
      case "get size" -> Values.int32(table.size());
      case "entries" -> iterators.create(a.thisValue(), table, CollectionIterators.Kind.ENTRIES);
      case "keys" -> iterators.create(a.thisValue(), table, CollectionIterators.Kind.KEYS);
      case "values" -> iterators.create(a.thisValue(), table, CollectionIterators.Kind.VALUES);
      case "forEach" -> forEach(table, a);
      default -> throw unknown(member);
    };
  }

  private long forEach(ValueTable table, Arguments a) {
    Collections.requireCallable(js, vm, a.get(0));
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      vm.call(a.get(0), a.get(1), cursor.value(), cursor.key(), a.thisValue());
    }
    return Values.UNDEFINED;
  }

  private long groupBy(Arguments a) {
    js.requireCallable(a.get(1));
    try (HandleScope scope = vm.heap().openScope()) {
      ValueTable table = new ValueTable(vm.heap(), vm.strings());
      Handle map = scope.hold(js.newHost(prototype.get(), new Content(table)));
      JsIterator iterator = JsIterator.open(builtins, scope, a.get(0));
      for (long k = 0; iterator.step(); k++) {
        try {
          long key = ValueTable.normalised(vm.call(a.get(1), Values.UNDEFINED, iterator.value(), vm.number(k)));
          int entry = table.find(key);
          if (entry < 0) {
            table.put(key, js.newArray(0));
            entry = table.find(key);
          }
          js.createIndex(table.value(entry), js.length(table.value(entry)), iterator.value());
        } catch (JsThrow _) {
          throw iterator.abort();
        }
      }
      return map.get();
    }
  }
}
