package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Symbols;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.WellKnownSymbol;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.Map;

/** Symbol: constructor, registry and prototype. */
public final class SymbolBuiltins extends Natives implements RootProvider {
  private static final String MEMBERS = "for/1, keyFor/1";
  private static final String PROTOTYPE_MEMBERS = "toString/0, valueOf/0, get description";

  private final Map<String, Long> registry = new HashMap<>();

  private SymbolBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines Symbol's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    SymbolBuiltins symbol = new SymbolBuiltins(builtins);
    builtins.vm().heap().addRoots(symbol);
    long prototype = builtins.vm().realm(Intrinsic.SYMBOL_PROTOTYPE);
    long constructor = builtins.define().constructor("Symbol", 0, symbol, prototype);
    builtins.define().members(constructor, MEMBERS, symbol);
    for (WellKnownSymbol known : WellKnownSymbol.values()) {
      builtins.define().value(constructor, builtins.vm().strings().permanentKey(known.property()), builtins.vm().symbol(known), "");
    }
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, symbol);
    builtins.define().method(prototype, builtins.symbols().toPrimitive(), "@@toPrimitive", 1, symbol, "c");
    builtins.define().toStringTag(prototype, "Symbol");
    return constructor;
  }

  @Override
  public void markRoots(Marker marker) {
    for (long symbol : registry.values()) {
      marker.mark(symbol);
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Symbol" -> construct(a);
      case "for" -> symbolFor(a.get(0));
      case "keyFor" -> keyFor(a.get(0));
      case "toString" -> vm.strings().fromJava(vm.strings().describeKey(thisSymbol(a, "Symbol.prototype.toString")));
      case "valueOf" -> thisSymbol(a, "Symbol.prototype.valueOf");
      case "get description" -> Symbols.description(thisSymbol(a, "Symbol.prototype.description"));
      case "@@toPrimitive" -> thisSymbol(a, "Symbol.prototype [ @@toPrimitive ]");
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (a.isConstruct()) {
      throw vm.typeError("Symbol is not a constructor");
    }
    return vm.symbols().newSymbol(a.get(0) == Values.UNDEFINED ? Values.UNDEFINED : js.toStringValue(a.get(0)));
  }

  private long symbolFor(long key) {
    String name = js.toText(key);
    Long known = registry.get(name);
    if (known != null) {
      return known;
    }
    long symbol = vm.symbols().newRegistered(vm.strings().fromJava(name));
    registry.put(name, symbol);
    return symbol;
  }

  private long keyFor(long symbol) {
    if (!PropertyKey.isSymbol(symbol)) {
      throw vm.typeError(js.describe(symbol) + " is not a symbol");
    }
    return Symbols.isRegistered(symbol) ? Symbols.description(symbol) : Values.UNDEFINED;
  }

  private long thisSymbol(Arguments a, String method) {
    long value = js.unwrapped(a.thisValue());
    if (!PropertyKey.isSymbol(value)) {
      throw vm.typeError(method + " requires that 'this' be a Symbol");
    }
    return value;
  }
}
