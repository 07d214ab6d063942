package dev.joist.library.console;

import java.util.ArrayList;
import java.util.List;

/**
 * How an inspected object's entries are put together: on one line, one a line, or arrays' short entries in columns. The rules and their
 * constants are those of node's util.inspect with its default options.
 */
final class InspectLayout {
  static final int BREAK_LENGTH = 80;
  /** Objects nested at most so deep may stand on one line. */
  static final int COMPACT = 3;
  private static final int SEPARATOR = 2;
  private static final int MAX_COLUMNS = 15;
  private static final int GROUPED_FROM = 7;

  private InspectLayout() {}

  /**
   * Puts an object together.
   *
   * @param entries the formatted entries; a list that may be replaced
   * @param base what stands before the braces, or empty
   * @param indentation columns that the object is indented
   * @param nestedLevels how many levels of objects were formatted below this one, the last entry's
   * @param array whether these are an array's entries; then moreItems says whether the last is "… more items"
   */
  record Parts(List<String> entries, String base, String open, String close, int indentation, int nestedLevels, ArrayEntries array) {}

  /** Entries of an array: numeric ones are aligned to the right. */
  record ArrayEntries(boolean numeric, boolean moreItems) {}

  static String layout(Parts parts) {
    List<String> output = parts.entries;
    int entries = output.size();
    if (parts.array != null && entries >= GROUPED_FROM) {
      output = columns(output, parts.indentation, parts.array);
    }
    String prefix = parts.base.isEmpty() ? "" : parts.base + " ";
    if (parts.nestedLevels < COMPACT && entries == output.size() && fits(output, parts)) {
      String joined = String.join(", ", output);
      if (joined.indexOf('\n') < 0) {
        return prefix + parts.open + " " + joined + " " + parts.close;
      }
    }
    String indentation = "\n" + " ".repeat(parts.indentation);
    return prefix + parts.open + indentation + "  " + String.join("," + indentation + "  ", output) + indentation + parts.close;
  }

  private static boolean fits(List<String> output, Parts parts) {
    int start = output.size() + parts.indentation + parts.open.length() + parts.base.length() + 10;
    int total = output.size() + start;
    if (total + output.size() > BREAK_LENGTH) {
      return false;
    }
    for (String entry : output) {
      total += entry.length();
    }
    return total <= BREAK_LENGTH && parts.base.indexOf('\n') < 0;
  }

  private static List<String> columns(List<String> output, int indentation, ArrayEntries array) {
    int count = array.moreItems ? output.size() - 1 : output.size();
    int[] widths = new int[count];
    int total = 0;
    int widest = 0;
    for (int i = 0; i < count; i++) {
      widths[i] = TextWidth.of(output.get(i));
      total += widths[i] + SEPARATOR;
      widest = Math.max(widest, widths[i]);
    }
    int cell = widest + SEPARATOR;
    boolean even = (double) total / cell > 5 || widest <= 6;
    if (cell * 3 + indentation >= BREAK_LENGTH || !even) {
      return output;
    }
    int columns = columnCount(output.size(), count, total, cell, indentation);
    return columns <= 1 ? output : rows(output, widths, columns, array);
  }

  /** Looks for about a square, a character being two and a half times as high as it is wide. */
  private static int columnCount(int size, int count, int total, int cell, int indentation) {
    double bias = Math.sqrt(cell - (double) total / size);
    double biased = Math.max(cell - 3 - bias, 1);
    long square = Math.round(Math.sqrt(2.5 * biased * count) / biased);
    long fitting = (BREAK_LENGTH - indentation) / cell;
    return (int) Math.min(Math.min(square, fitting), Math.min(COMPACT * 4, MAX_COLUMNS));
  }

  private static List<String> rows(List<String> output, int[] widths, int columns, ArrayEntries array) {
    int count = widths.length;
    int[] columnWidths = new int[columns];
    for (int column = 0; column < columns; column++) {
      for (int i = column; i < count; i += columns) {
        columnWidths[column] = Math.max(columnWidths[column], widths[i] + SEPARATOR);
      }
    }
    List<String> rows = new ArrayList<>();
    for (int start = 0; start < count; start += columns) {
      int end = Math.min(start + columns, count);
      StringBuilder row = new StringBuilder();
      for (int i = start; i < end; i++) {
        boolean last = i == end - 1;
        String cell = last ? output.get(i) : output.get(i) + ", ";
        int width = columnWidths[i - start] - (last ? SEPARATOR : 0);
        String padding = " ".repeat(Math.max(0, width - widths[i] - (last ? 0 : SEPARATOR)));
        if (array.numeric) {
          row.append(padding).append(cell);
        } else {
          row.append(cell).append(last ? "" : padding);
        }
      }
      rows.add(row.toString());
    }
    if (array.moreItems) {
      rows.add(output.getLast());
    }
    return rows;
  }
}
