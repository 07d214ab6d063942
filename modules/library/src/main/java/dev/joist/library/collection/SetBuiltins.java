package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Sized;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** Set: constructor and prototype. */
public final class SetBuiltins extends Natives {
  private static final String MEMBERS = "get @@species";
  private static final String PROTOTYPE_MEMBERS = "has/1, add/1, delete/1, clear/0, entries/0, forEach/1, get size, values/0, keys = values, "
      + "@@iterator = values";

  private final Root prototype;
  private final CollectionIterators iterators;

  private SetBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    iterators = new CollectionIterators(builtins, "Set Iterator");
  }

  /** A Set's content: each key is its own value. */
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
    SetBuiltins set = new SetBuiltins(builtins);
    long constructor = builtins.define().constructor("Set", 0, set, set.prototype.get());
    builtins.define().members(constructor, MEMBERS, set);
    builtins.define().members(set.prototype.get(), PROTOTYPE_MEMBERS, set);
    builtins.define().members(set.prototype.get(), SetMethods.MEMBERS, new SetMethods(builtins, set.prototype));
    builtins.define().toStringTag(set.prototype.get(), "Set");
    return constructor;
  }

  /** The elements of a Set, or null of anything else. */
  public static ValueTable contentOf(Object payload) {
    return payload instanceof Content content ? content.table : null;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("Set")) {
      if (!a.isConstruct()) {
        throw vm.typeError("Constructor Set requires 'new'");
      }
      return Collections.construct(builtins, a, new Content(new ValueTable(vm.heap(), vm.strings())), prototype, "add", false);
    }
    if (member.equals("get @@species")) {
      return a.thisValue();
    }
    ValueTable table = contentOf(js.payload(a.thisValue()));
    if (table == null) {
      throw js.describe().incompatible(member.equals("get size") ? "get Set.prototype.size" : "Set.prototype." + member, a.thisValue());
    }
    return onSet(table, a, member);
  }

  private long onSet(ValueTable table, Arguments a, String member) {
    return switch (member) {
      case "add" -> {
        long key = ValueTable.normalised(a.get(0));
        table.put(key, key);
        yield a.thisValue();
      }
      case "has" -> Values.bool(table.find(ValueTable.normalised(a.get(0))) >= 0);
      case "delete" -> Values.bool(table.remove(ValueTable.normalised(a.get(0))));
      case "clear" -> {
        table.clear();
        yield Values.UNDEFINED;
      }
      case "get size" -> Values.int32(table.size());
      case "entries" -> iterators.create(a.thisValue(), table, CollectionIterators.Kind.ENTRIES);
      case "values" -> iterators.create(a.thisValue(), table, CollectionIterators.Kind.VALUES);
      case "forEach" -> forEach(table, a);
      default -> throw unknown(member);
    };
  }

  private long forEach(ValueTable table, Arguments a) {
    Collections.requireCallable(js, vm, a.get(0));
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      vm.call(a.get(0), a.get(1), cursor.key(), cursor.key(), a.thisValue());
    }
    return Values.UNDEFINED;
  }
}
