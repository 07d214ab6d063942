package dev.joist.library.collection;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** Iterators of Maps or of Sets. */
final class CollectionIterators extends Natives {
  /** What they give. */
  enum Kind { KEYS, VALUES, ENTRIES }

  private static final String PROTOTYPE_MEMBERS = "next/0";

  private final Root prototype;
  private final String tag;

  /** @param tag "Map Iterator" or "Set Iterator" */
  CollectionIterators(Builtins builtins, String tag) {
    super(builtins);
    this.tag = tag;
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.ITERATOR_PROTOTYPE)));
    builtins.define().members(prototype.get(), PROTOTYPE_MEMBERS, this);
    builtins.define().toStringTag(prototype.get(), tag);
  }

  /** An iterator's place; null when it has come to the end, which is for good. */
  static final class State implements Traced, Inspectable {
    private final CollectionIterators family;
    private final Kind kind;
    private long collection;
    private ValueTable.Cursor cursor;

    State(CollectionIterators family, long collection, ValueTable table, Kind kind) {
      this.family = family;
      this.kind = kind;
      this.collection = collection;
      this.cursor = table.cursor();
    }

    @Override
    public Shown show(long object) {
      List<Labelled> left = new ArrayList<>();
      boolean pairs = kind == Kind.ENTRIES;
      ValueTable.Cursor ahead = cursor == null ? null : cursor.copy();
      while (ahead != null && ahead.advance()) {
        if (kind != Kind.VALUES) {
          left.add(new Labelled("", ahead.key()));
        }
        if (kind != Kind.KEYS) {
          left.add(new Labelled("", ahead.value()));
        }
      }
      return Shown.iterator(pairs ? family.tag.replace("Iterator", "Entries") : family.tag, left, pairs);
    }

    @Override
    public void trace(Marker marker) {
      marker.mark(collection);
    }
  }

  /** A new iterator over the table of a collection object. */
  long create(long collection, ValueTable table, Kind kind) {
    return js.newHost(prototype.get(), new State(this, collection, table, kind));
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!member.equals("next")) {
      throw unknown(member);
    }
    if (!(js.payload(a.thisValue()) instanceof State state) || state.family != this) {
      throw js.describe().incompatible(tag + ".prototype.next", a.thisValue());
    }
    if (state.cursor == null || !state.cursor.advance()) {
      state.cursor = null;
      state.collection = Values.UNDEFINED;
      return js.iteratorResult(Values.UNDEFINED, true);
    }
    return js.iteratorResult(switch (state.kind) {
      case KEYS -> state.cursor.key();
      case VALUES -> state.cursor.value();
      case ENTRIES -> js.newPair(state.cursor.key(), state.cursor.value());
    }, false);
  }
}
