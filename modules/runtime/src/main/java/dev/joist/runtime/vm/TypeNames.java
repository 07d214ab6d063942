package dev.joist.runtime.vm;

import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;

/** What typeof answers, as strings that are there once. */
public final class TypeNames {
  private final long number;
  private final long string;
  private final long bool;
  private final long symbol;
  private final long function;
  private final long object;
  private final long undefined;
  private final long table;

  TypeNames(Strings strings, Heap heap) {
    number = strings.permanentKey("number");
    string = strings.permanentKey("string");
    bool = strings.permanentKey("boolean");
    symbol = strings.permanentKey("symbol");
    function = strings.permanentKey("function");
    object = strings.permanentKey("object");
    undefined = strings.permanentKey("undefined");
    table = heap.allocateOutside(8L * Layout.TYPE_NAMES);
    for (int kind = 0; kind < Layout.TYPE_NAME_UNDEFINED; kind++) {
      Memory.putLong(table + 8L * kind, ofKind(kind));
    }
    Memory.putLong(table + 8L * Layout.TYPE_NAME_UNDEFINED, undefined);
    Memory.putLong(table + 8L * Layout.TYPE_NAME_BOOLEAN, bool);
  }

  /** The address of the answers for compiled code: by cell kind, and Layout's TYPE_NAME constants. */
  long table() {
    return table;
  }

  /** typeof a Value, as a string's Value. */
  public long of(long value) {
    if (Values.isNumber(value)) {
      return number;
    }
    if (Values.isBoolean(value)) {
      return bool;
    }
    if (value == Values.NULL) {
      return object;
    }
    if (!Values.isCell(value)) {
      return undefined;
    }
    return ofKind(Memory.getByte(Values.address(value) + Layout.CELL_KIND));
  }

  private long ofKind(int kind) {
    return switch (kind) {
      case CellKind.HEAP_NUMBER -> number;
      case CellKind.STRING -> string;
      case CellKind.SYMBOL -> symbol;
      case CellKind.FUNCTION -> function;
      default -> object;
    };
  }
}
