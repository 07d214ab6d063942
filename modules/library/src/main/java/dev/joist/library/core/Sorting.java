package dev.joist.library.core;

import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.Arrays;
import java.util.Comparator;

/** Stable merge sort that calls a JavaScript comparator, which may do what it likes: it sees none of the arrays here. */
public final class Sorting {
  private static final int INSERTION_LIMIT = 8;

  private final Vm vm;
  private final Js js;
  private final long comparator;

  private Sorting(Builtins builtins, long comparator) {
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.comparator = comparator;
  }

  /**
   * The values in order.
   *
   * @param values kept alive by the caller, and not changed
   * @param comparator a function that the caller keeps alive, or undefined: by the values' texts
   */
  public static long[] sort(Builtins builtins, RootedValues values, long comparator) {
    long[] sorted = values.copy();
    if (comparator == Values.UNDEFINED) {
      return sortByText(builtins.js(), sorted);
    }
    new Sorting(builtins, comparator).sort(sorted, sorted.clone(), 0, sorted.length);
    return sorted;
  }

  private record Keyed(String text, long value) {}

  private static long[] sortByText(Js js, long[] values) {
    Keyed[] keyed = new Keyed[values.length];
    for (int i = 0; i < values.length; i++) {
      keyed[i] = new Keyed(js.toText(values[i]), values[i]);
    }
    Arrays.sort(keyed, Comparator.comparing(Keyed::text));
    for (int i = 0; i < values.length; i++) {
      values[i] = keyed[i].value;
    }
    return values;
  }

  /** Sorts target; scratch has the same content. */
  private void sort(long[] target, long[] scratch, int start, int end) {
    if (end - start <= INSERTION_LIMIT) {
      insertionSort(target, start, end);
      return;
    }
    int middle = (start + end) >>> 1;
    sort(scratch, target, start, middle);
    sort(scratch, target, middle, end);
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft = right >= end || left < middle && !isGreater(scratch[left], scratch[right]);
      target[at] = takeLeft ? scratch[left++] : scratch[right++];
    }
  }

  private void insertionSort(long[] values, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      long value = values[i];
      int at = i;
      while (at > start && isGreater(values[at - 1], value)) {
        values[at] = values[at - 1];
        at--;
      }
      values[at] = value;
    }
  }

  private boolean isGreater(long a, long b) {
    long order = vm.call(comparator, Values.UNDEFINED, a, b);
    return Values.isInt32(order) ? Values.asInt32(order) > 0 : js.toNumber(order) > 0;
  }
}
