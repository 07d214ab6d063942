package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.spi.value.ValueRepresentation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The laws of the half in Java. */
final class WordRules {
  private final ValueRepresentation values;

  private WordRules(ValueRepresentation values) {
    this.values = values;
  }

  static List<Rule> of(ValueRepresentation values) {
    WordRules rules = new WordRules(values);
    return List.of(
        Rule.required("word.int32", "An int32 comes back, and is nothing else.", rules::int32s),
        Rule.required("word.double", "A double comes back bit by bit, integral ones and -0 too, and is nothing else.", rules::doubles),
        Rule.required("word.nan", "Every NaN becomes the canonical one.", rules::nans),
        Rule.required("word.cell", "A cell's address comes back; the collector follows it.", rules::cells),
        Rule.required("word.heap-number", "What the collector follows besides cells is doubles in heap cells, if the representation says that it has them.",
            rules::heapNumbers),
        Rule.required("word.primitive", "undefined, null, true, false and the hole differ from each other and are nothing else.", rules::primitives),
        Rule.required("word.opaque", "48 bits of the engine's come back, and are no Value that a program can see.", rules::opaques),
        Rule.required("word.zero", "The word 0 is no Value.", rules::zero));
  }

  /** Numbers, cells: at most one of them. */
  private void kind(Trial trial, long word, boolean int32, boolean isDouble, boolean cell) {
    trial.executed();
    trial.equal(int32, values.isInt32(word), () -> "isInt32(" + Long.toHexString(word) + ")");
    trial.equal(isDouble, values.isDouble(word), () -> "isDouble(" + Long.toHexString(word) + ")");
    trial.equal(cell, values.isCell(word), () -> "isCell(" + Long.toHexString(word) + ")");
    if (int32 || !isDouble && !cell) {
      trial.equal(false, values.isPointer(word), () -> "isPointer(" + Long.toHexString(word) + ")");
    }
  }

  private void int32s(Trial trial) {
    for (int i : Words.int32s()) {
      long word = values.boxInt32(i);
      kind(trial, word, true, false, false);
      trial.equal(i, values.unboxInt32(word), () -> "int32 " + i);
      if (values.emitter().int32IsLowHalf()) {
        trial.equal(i, (int) word, () -> "int32 " + i + " in the low half");
      }
    }
  }

  private void doubles(Trial trial) {
    try (Words words = new Words(values)) {
      for (double d : Words.doubles(trial.random())) {
        long word = words.box(d);
        kind(trial, word, false, true, false);
        trial.equal(Double.doubleToLongBits(d), Double.doubleToRawLongBits(values.unboxDouble(word)), () -> "double " + d);
      }
    }
  }

  private void nans(Trial trial) {
    try (Words words = new Words(values)) {
      for (long bits : Words.nans(trial.random())) {
        long word = words.box(Double.longBitsToDouble(bits));
        kind(trial, word, false, true, false);
        trial.equal(Words.CANONICAL_NAN, Double.doubleToRawLongBits(values.unboxDouble(word)), () -> "NaN " + Long.toHexString(bits));
      }
    }
  }

  private void cells(Trial trial) {
    for (long address : Words.addresses()) {
      long word = values.boxCell(address);
      kind(trial, word, false, false, true);
      trial.equal(true, values.isPointer(word), () -> "isPointer of cell " + Long.toHexString(address));
      trial.equal(address, values.cellAddress(word), () -> "cellAddress");
    }
  }

  private void heapNumbers(Trial trial) {
    try (Words words = new Words(values)) {
      for (double d : Words.doubles(trial.random())) {
        trial.executed();
        long word = words.box(d);
        trial.equal(values.emitter().doublesAreCells(), values.isPointer(word), () -> "isPointer of double " + d);
        if (values.isPointer(word)) {
          long offset = values.cellAddress(word) - words.numbers().address();
          trial.that(offset >= 0 && offset < words.numbers().byteSize(), () -> "double " + d + " is not in the cell it was given");
        }
      }
    }
  }

  private void primitives(Trial trial) {
    Set<Long> seen = new HashSet<>();
    try (Words words = new Words(values)) {
      for (long word : words.primitives()) {
        kind(trial, word, false, false, false);
        trial.that(seen.add(word), () -> "two primitives are " + Long.toHexString(word));
      }
    }
    kind(trial, values.hole(), false, false, false);
    trial.that(seen.add(values.hole()), () -> "the hole is another primitive");
  }

  private void opaques(Trial trial) {
    for (long payload : Words.payloads()) {
      long word = values.opaque(payload);
      kind(trial, word, false, false, false);
      trial.equal(payload, values.opaquePayload(word), () -> "opaque payload");
    }
  }

  private void zero(Trial trial) {
    try (Words words = new Words(values)) {
      for (long word : words.all(trial.random())) {
        trial.executed();
        trial.that(word != 0, () -> "a Value is 0");
      }
    }
  }
}
