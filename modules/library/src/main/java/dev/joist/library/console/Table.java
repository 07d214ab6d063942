package dev.joist.library.console;

import dev.joist.library.collection.MapBuiltins;
import dev.joist.library.collection.SetBuiltins;
import dev.joist.library.collection.ValueTable;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What console.table prints: a row for each property, a column for each property of theirs. */
final class Table {
  private static final InspectOptions CELL = new InspectOptions(0, false);

  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final List<String> indices = new ArrayList<>();
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final List<String> plainValues = new ArrayList<>();
  private boolean hasPlainValues;

  Table(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  String format(Arguments a) {
    long data = a.get(0);
    if (!js.isObject(data)) {
      return new Formatter(builtins).format(a.from(0));
    }
    ValueTable map = MapBuiltins.contentOf(js.payload(data));
    ValueTable set = SetBuiltins.contentOf(js.payload(data));
    if (map != null) {
      collectionRows(map, true);
      return draw("(iteration index)");
    }
    if (set != null) {
      collectionRows(set, false);
      return draw("(iteration index)");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      List<String> wanted = wantedColumns(a.get(1));
      KeyList keys = js.ownKeys(scope, data);
      for (int i = 0; i < keys.size(); i++) {
        long key = keys.get(i);
        if (!PropertyKey.isSymbol(key) && js.isOwnEnumerable(data, key)) {
          row(vm.strings().describeKey(key), js.get(data, key), wanted);
        }
      }
    }
    return draw("(index)");
  }

  private List<String> wantedColumns(long names) {
    if (!js.isArray(names)) {
      return null;
    }
    List<String> wanted = new ArrayList<>();
    for (long k = 0; k < js.length(names); k++) {
      wanted.add(js.toText(js.getIndex(names, k)));
    }
    return wanted;
  }

  private void collectionRows(ValueTable table, boolean pairs) {
    ValueTable.Cursor cursor = table.cursor();
    while (cursor.advance()) {
      indices.add(String.valueOf(indices.size()));
      if (pairs) {
        columns.computeIfAbsent("Key", _ -> new ArrayList<>()).add(cell(cursor.key()));
      }
      plainValues.add(cell(cursor.value()));
      hasPlainValues = true;
    }
  }

  private String cell(long value) {
    return Inspector.inspect(builtins, value, CELL);
  }

  private void row(String index, long value, List<String> wanted) {
    indices.add(index);
    int number = indices.size() - 1;
    boolean plain = !js.isObject(value) || js.isCallable(value);
    plainValues.add(plain ? cell(value) : "");
    hasPlainValues |= plain;
    if (plain) {
      return;
    }
    if (wanted != null) {
      for (String name : wanted) {
        long key = vm.strings().key(name);
        put(name, number, js.hasOwn(value, key) ? cell(js.get(value, key)) : "");
      }
      return;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      scope.hold(value);
      KeyList keys = js.ownKeys(scope, value);
      for (int i = 0; i < keys.size(); i++) {
        long key = keys.get(i);
        if (!PropertyKey.isSymbol(key) && js.isOwnEnumerable(value, key)) {
          put(vm.strings().describeKey(key), number, cell(js.get(value, key)));
        }
      }
    }
  }

  private void put(String column, int row, String text) {
    List<String> cells = columns.computeIfAbsent(column, _ -> new ArrayList<>());
    while (cells.size() < row) {
      cells.add("");
    }
    cells.add(text);
  }

  private String draw(String indexTitle) {
    List<List<String>> all = new ArrayList<>();
    all.add(column(indexTitle, indices));
    columns.forEach((name, cells) -> all.add(column(name, cells)));
    if (hasPlainValues) {
      all.add(column("Values", plainValues));
    }
    List<Integer> widths = all.stream().map(cells -> cells.stream().mapToInt(TextWidth::of).max().orElse(0) + 2).toList();
    StringBuilder out = new StringBuilder();
    rule(out, "┌┬┐", widths).append('\n');
    for (int row = 0; row <= indices.size(); row++) {
      out.append('│');
      for (int i = 0; i < all.size(); i++) {
        String text = all.get(i).get(row);
        out.append(' ').append(text).append(" ".repeat(widths.get(i) - TextWidth.of(text) - 1)).append('│');
      }
      out.append('\n');
      if (row == 0) {
        rule(out, "├┼┤", widths).append('\n');
      }
    }
    return rule(out, "└┴┘", widths).toString();
  }

  private List<String> column(String title, List<String> cells) {
    List<String> column = new ArrayList<>();
    column.add(title);
    column.addAll(cells);
    while (column.size() <= indices.size()) {
      column.add("");
    }
    return column;
  }

  private static StringBuilder rule(StringBuilder out, String corners, List<Integer> widths) {
    out.append(corners.charAt(0));
    for (int i = 0; i < widths.size(); i++) {
      out.append("─".repeat(widths.get(i))).append(corners.charAt(i == widths.size() - 1 ? 2 : 1));
    }
    return out;
  }
}
