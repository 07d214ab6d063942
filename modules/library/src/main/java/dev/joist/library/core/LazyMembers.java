package dev.joist.library.core;

import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.LazyProperties;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object's members that no program has asked for yet. */
final class LazyMembers implements LazyProperties {
  /** After so many questions it is cheaper to have all members than to go on asking. */
  private static final int PATIENCE = 64;

  private final Builtins builtins;
  private final long object;
  /** What adds the members, before they are first asked for; then null. */
  private String global;
  private final Map<String, List<Pending>> pending = new LinkedHashMap<>();
  private LazyValues values;
  private int questions;
  /** Keys of what was defined at once. */
  private final Set<Long> early = new HashSet<>();

  /** One member of a table. */
  private record Pending(String text, Natives family, int attributes) {}

  /** @param object kept alive by the caller as long as anybody can ask */
  LazyMembers(Builtins builtins, long object) {
    this.builtins = builtins;
    this.object = object;
  }

  /** Has a global value made, which adds members, when the first is asked for. */
  void setGlobal(String name) {
    global = name;
  }

  void setValues(LazyValues source) {
    values = source;
  }

  /** Adds a member of a table; several of one name, or aliases of it, are defined together. */
  void add(String text, Natives family, int attributes) {
    int equals = text.indexOf(" = ");
    if (equals >= 0) {
      List<Pending> original = pending.get(text.substring(equals + 3));
      original.add(new Pending(text, family, attributes));
      pending.put(text.substring(0, equals), original);
      return;
    }
    int slash = text.lastIndexOf('/');
    String name = slash < 0 ? text.substring(4) : text.substring(0, slash);
    List<Pending> members = pending.get(name);
    if (members == null) {
      members = new ArrayList<>(1);
      pending.put(name, members);
    }
    members.add(new Pending(text, family, attributes));
  }

  /** Answers whether anything was done, so that the property that is asked for may be there now. */
  private boolean begin() {
    if (global == null) {
      return false;
    }
    String name = global;
    global = null;
    builtins.begin(name);
    return true;
  }

  @Override
  public boolean define(long key) {
    if (PropertyKey.isPrivate(key)) {
      return false;
    }
    boolean begun = begin();
    String name = PropertyKey.isSymbol(key) ? symbolName(key) : builtins.vm().strings().describeKey(key);
    boolean defined = define(name) || begun;
    if (++questions > PATIENCE && values == null) {
      builtins.vm().objects().endLazy(object);
      defineAll();
      return true;
    }
    return defined;
  }

  private boolean define(String name) {
    if (values != null && values.names().remove(name)) {
      builtins.define().value(object, builtins.vm().strings().permanentKey(name), values.value(name), "wc");
      return true;
    }
    List<Pending> members = pending.get(name);
    if (members == null || members.isEmpty()) {
      return false;
    }
    List<Pending> now = List.copyOf(members);
    members.clear();
    for (Pending member : now) {
      builtins.define().member(object, member.text, member.family, member.attributes);
    }
    return true;
  }

  /** Brings the members into their table's order, whatever was asked for first; properties that the program added follow. */
  private void sort() {
    Objects objects = builtins.vm().objects();
    KeyList keys = objects.ownKeys(object);
    List<Long> members = new ArrayList<>();
    for (String name : pending.keySet()) {
      members.add(builtins.define().key(name));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!early.contains(keys.get(i)) && !members.contains(keys.get(i)) && !PropertyKey.isIndex(keys.get(i))) {
        members.add(keys.get(i));
      }
    }
    for (long key : members) {
      long raw = objects.ownRaw(object, key);
      int attributes = objects.ownAttributes(object, key);
      if (raw != Values.HOLE && (attributes & Attributes.CONFIGURABLE) != 0) {
        objects.delete(object, key);
        objects.addOwn(object, key, raw, attributes);
      }
    }
  }

  /** Has a property that the object was given at once stay before the members. */
  void noteEarly(long key) {
    early.add(key);
  }

  private String symbolName(long symbol) {
    for (WellKnownSymbol known : WellKnownSymbol.values()) {
      if (builtins.vm().symbol(known) == symbol) {
        return "@@" + known.property();
      }
    }
    return "";
  }

  @Override
  public void defineAll() {
    begin();
    for (String name : List.copyOf(pending.keySet())) {
      define(name);
    }
    if (values == null) {
      sort();
    } else {
      for (String name : List.copyOf(values.names())) {
        define(name);
      }
    }
  }
}
