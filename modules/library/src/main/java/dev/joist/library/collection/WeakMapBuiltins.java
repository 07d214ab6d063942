package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.WeakTraced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.util.List;

/** WeakMap and WeakSet: constructors and prototypes. A WeakSet is a WeakMap whose values nobody sees. */
public final class WeakMapBuiltins extends Natives {
  private static final String MAP_MEMBERS = "delete/1, get/1, set/2, has/1, getOrInsert/2, getOrInsertComputed/2";
  private static final String SET_MEMBERS = "delete/1, has/1, add/1";

  private final Root prototype;
  private final String name;

  private WeakMapBuiltins(Builtins builtins, String name) {
    super(builtins);
    this.name = name;
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** What a WeakMap or a WeakSet holds. */
  private record Content(String kind, WeakTable table) implements WeakTraced, Inspectable {
    @Override
    public Shown show(long object) {
      return Shown.braces(kind, List.of("<items unknown>"), List.of());
    }

    @Override
    public void traceEphemerons(Marker marker, Liveness liveness) {
      table.traceEphemerons(marker, liveness);
    }

    @Override
    public void clearDead(Liveness liveness) {
      table.clearDead(liveness);
    }
  }

  /**
   * Makes a constructor and its prototype.
   *
   * @param name WeakMap or WeakSet
   */
  public static long define(Builtins builtins, String name) {
    WeakMapBuiltins weak = new WeakMapBuiltins(builtins, name);
    long constructor = builtins.define().constructor(name, 0, weak, weak.prototype.get());
    builtins.define().members(weak.prototype.get(), name.equals("WeakMap") ? MAP_MEMBERS : SET_MEMBERS, weak);
    builtins.define().toStringTag(weak.prototype.get(), name);
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals(name)) {
      if (!a.isConstruct()) {
        throw vm.typeError("Constructor " + name + " requires 'new'");
      }
      boolean map = name.equals("WeakMap");
      return Collections.construct(builtins, a, new Content(name, new WeakTable()), prototype, map ? "set" : "add", map);
    }
    if (!(js.payload(a.thisValue()) instanceof Content content) || !content.kind.equals(name)) {
      throw js.describe().incompatible(name + ".prototype." + member, a.thisValue());
    }
    return on(content.table, a, member);
  }

  private long on(WeakTable table, Arguments a, String member) {
    long key = a.get(0);
    boolean possible = js.canBeHeldWeakly(key);
    return switch (member) {
      case "get" -> {
        long value = possible ? table.get(key) : Values.HOLE;
        yield value == Values.HOLE ? Values.UNDEFINED : value;
      }
      case "getOrInsert", "getOrInsertComputed" -> getOrInsert(table, a, member);
      case "has" -> Values.bool(possible && table.get(key) != Values.HOLE);
      case "delete" -> Values.bool(possible && table.remove(key));
      case "set", "add" -> {
        requirePossible(key, member.equals("add") ? "in weak set" : "as weak map key");
        table.put(key, member.equals("set") ? a.get(1) : Values.UNDEFINED);
        yield a.thisValue();
      }
      default -> throw unknown(member);
    };
  }

  private void requirePossible(long key, String use) {
    if (!js.canBeHeldWeakly(key)) {
      throw vm.typeError("Invalid value used " + use);
    }
  }

  private long getOrInsert(WeakTable table, Arguments a, String member) {
    requirePossible(a.get(0), "as weak map key");
    boolean computed = member.equals("getOrInsertComputed");
    if (computed) {
      js.requireCallable(a.get(1));
    }
    long value = table.get(a.get(0));
    if (value == Values.HOLE) {
      value = computed ? vm.call(a.get(1), Values.UNDEFINED, a.get(0)) : a.get(1);
      table.put(a.get(0), value);
    }
    return value;
  }
}
