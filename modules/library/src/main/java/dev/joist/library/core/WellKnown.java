package dev.joist.library.core;

import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.WellKnownSymbol;

/** The well-known symbols by name. */
public final class WellKnown {
  private final Vm vm;

  WellKnown(Vm vm) {
    this.vm = vm;
  }

  public long asyncIterator() {
    return vm.realm().symbol(WellKnownSymbol.ASYNC_ITERATOR);
  }

  public long hasInstance() {
    return vm.realm().symbol(WellKnownSymbol.HAS_INSTANCE);
  }

  public long isConcatSpreadable() {
    return vm.realm().symbol(WellKnownSymbol.IS_CONCAT_SPREADABLE);
  }

  public long iterator() {
    return vm.realm().symbol(WellKnownSymbol.ITERATOR);
  }

  public long match() {
    return vm.realm().symbol(WellKnownSymbol.MATCH);
  }

  public long matchAll() {
    return vm.realm().symbol(WellKnownSymbol.MATCH_ALL);
  }

  public long search() {
    return vm.realm().symbol(WellKnownSymbol.SEARCH);
  }

  public long replace() {
    return vm.realm().symbol(WellKnownSymbol.REPLACE);
  }

  public long species() {
    return vm.realm().symbol(WellKnownSymbol.SPECIES);
  }

  public long split() {
    return vm.realm().symbol(WellKnownSymbol.SPLIT);
  }

  public long toPrimitive() {
    return vm.realm().symbol(WellKnownSymbol.TO_PRIMITIVE);
  }

  public long toStringTag() {
    return vm.realm().symbol(WellKnownSymbol.TO_STRING_TAG);
  }

  public long unscopables() {
    return vm.realm().symbol(WellKnownSymbol.UNSCOPABLES);
  }

  /** The symbol that a table of members writes as @@name. */
  long byName(String name) {
    for (WellKnownSymbol symbol : WellKnownSymbol.values()) {
      if (symbol.property().equals(name)) {
        return vm.realm().symbol(symbol);
      }
    }
    throw new IllegalArgumentException("no well-known symbol " + name);
  }
}
