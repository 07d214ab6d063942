package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.Probe;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.ValueRepresentation;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/** Emitted boxing and unboxing: the words and numbers are those of the half in Java, with any aliasing that the contract allows. */
final class BoxingRules {
  private static final int[] DESTINATIONS = {Piece.DST, Piece.VALUE};
  private static final int[] TEMPS = {Piece.TEMP, Piece.VALUE};

  private final ValueRepresentation values;
  private final ValueEmitter emitter;
  private final Target target;

  private BoxingRules(ValueRepresentation values, Target target) {
    this.values = values;
    this.target = target;
    emitter = values.emitter();
  }

  static List<Rule> of(ValueRepresentation values, Target target) {
    BoxingRules rules = new BoxingRules(values, target);
    return List.of(
        Rule.required("box.boxInt32", "boxInt32 makes the word that the half in Java makes.", rules::boxInt32),
        Rule.required("box.boxBoolean", "boxBoolean makes true of 1 and false of 0.", rules::boxBoolean),
        Rule.required("box.boxCell", "boxCell makes the word that the half in Java makes.", rules::boxCell),
        Rule.required("box.boxDouble", "boxDouble makes a Value with the double's bits, and a canonical NaN of each NaN.", rules::boxDouble),
        Rule.required("box.boxDouble-room", "boxDouble branches when it needs a cell and the run of free ones is at its end, and takes one cell else.",
            rules::boxDoubleRoom),
        Rule.required("unbox.unboxInt32", "unboxInt32 gives the int32, zero-extended.", rules::unboxInt32),
        Rule.required("unbox.unboxDouble", "unboxDouble gives the double's bits, and branches for all that is no double, the value being kept.",
            trial -> rules.unboxFp(trial, "unboxDouble", values.emitter()::unboxDouble, values::isDouble)),
        Rule.required("unbox.unboxKnownDouble", "unboxKnownDouble gives the double's bits.", rules::unboxKnownDouble),
        Rule.required("unbox.unboxNumber", "unboxNumber gives the number of int32s and doubles, and branches for all else, the value being kept.",
            trial -> rules.unboxFp(trial, "unboxNumber", values.emitter()::unboxNumber, word -> values.isInt32(word) || values.isDouble(word))),
        Rule.required("unbox.cellAddress", "cellAddress gives the address of a cell.", rules::cellAddress),
        Rule.required("unbox.cellBias", "A field is reached by a cell's Value and the bias.", rules::cellBias));
  }

  /** From a register to a register. */
  @FunctionalInterface
  private interface Move {
    void emit(MacroAssembler masm, MutGp dst, Gp src);
  }

  /** Makes code for the destination apart from the source, and for both in one register. */
  private void moves(Trial trial, String name, Move move, List<Long> inputs, LongUnaryOperator expected) throws InstallException {
    try (Probe probe = new Probe(target)) {
      for (int dst : DESTINATIONS) {
        Piece piece = new Piece(trial, probe, name, Set.of(dst), Set.of(),
            (masm, _) -> move.emit(masm, Piece.gp(probe, dst), Piece.gp(probe, Piece.VALUE)));
        for (long input : inputs) {
          piece.run(Piece.In.gp(Piece.VALUE, input));
          trial.equal(expected.applyAsLong(input), probe.gpValue(dst), () -> Long.toHexString(input) + " in " + piece);
        }
      }
    }
  }

  private static List<Long> unsignedInt32s() {
    return Words.int32s().stream().map(Integer::toUnsignedLong).toList();
  }

  private void boxInt32(Trial trial) throws InstallException {
    moves(trial, "boxInt32", emitter::boxInt32, unsignedInt32s(), i -> values.boxInt32((int) i));
  }

  private void unboxInt32(Trial trial) throws InstallException {
    moves(trial, "unboxInt32", emitter::unboxInt32, Words.int32s().stream().map(values::boxInt32).toList(),
        word -> Integer.toUnsignedLong(values.unboxInt32(word)));
  }

  private void boxBoolean(Trial trial) throws InstallException {
    moves(trial, "boxBoolean", emitter::boxBoolean, List.of(0L, 1L), bit -> bit == 1 ? values.trueValue() : values.falseValue());
  }

  private void boxCell(Trial trial) throws InstallException {
    moves(trial, "boxCell", emitter::boxCell, Words.addresses(), values::boxCell);
  }

  private void cellAddress(Trial trial) throws InstallException {
    moves(trial, "cellAddress", emitter::cellAddress, Words.addresses().stream().map(values::boxCell).toList(), values::cellAddress);
  }

  private void cellBias(Trial trial) throws InstallException {
    try (Words words = new Words(values); Probe probe = new Probe(target)) {
      MemorySegment cell = words.cell();
      probe.host().allow(cell.address(), cell.byteSize());
      Piece piece = new Piece(trial, probe, "cellBias", Set.of(Piece.DST), Set.of(),
          (masm, _) -> masm.load(Width.BITS64, Piece.gp(probe, Piece.DST), Mem.at(Piece.gp(probe, Piece.VALUE), 16 + emitter.cellBias())));
      cell.set(ValueLayout.JAVA_LONG, 16, 0x1122_3344_5566_7788L);
      piece.run(Piece.In.gp(Piece.VALUE, values.boxCell(cell.address())));
      trial.equal(0x1122_3344_5566_7788L, probe.gpValue(Piece.DST), piece::toString);
    }
  }

  /** To a floating-point register, or away. */
  @FunctionalInterface
  private interface Unboxing {
    void emit(MacroAssembler masm, MutFp dst, Gp value, MutGp temp, Label other);
  }

  private void unboxKnownDouble(Trial trial) throws InstallException {
    try (Words words = new Words(values); Probe probe = new Probe(target)) {
      probe.host().allow(words.numbers().address(), words.numbers().byteSize());
      for (int temp : TEMPS) {
        Piece piece = new Piece(trial, probe, "unboxKnownDouble", Set.of(temp), Set.of(Piece.FP_DST), (masm, _) ->
            emitter.unboxKnownDouble(masm, Piece.fp(probe, Piece.FP_DST), Piece.gp(probe, Piece.VALUE), Piece.gp(probe, temp)));
        for (double d : Words.doubles(trial.random())) {
          piece.run(Piece.In.gp(Piece.VALUE, words.box(d)));
          trial.equal(Double.doubleToLongBits(d), probe.fpBits(Piece.FP_DST), () -> d + " in " + piece);
        }
      }
    }
  }

  private void unboxFp(Trial trial, String name, Unboxing unboxing, LongPredicate unboxable) throws InstallException {
    try (Words words = new Words(values); Probe probe = new Probe(target)) {
      probe.host().allow(words.numbers().address(), words.numbers().byteSize());
      for (int temp : TEMPS) {
        Piece piece = new Piece(trial, probe, name, Set.of(temp), Set.of(Piece.FP_DST), (masm, taken) ->
            unboxing.emit(masm, Piece.fp(probe, Piece.FP_DST), Piece.gp(probe, Piece.VALUE), Piece.gp(probe, temp), taken));
        for (long word : words.all(trial.random())) {
          boolean branched = piece.run(Piece.In.gp(Piece.VALUE, word));
          trial.equal(!unboxable.test(word), branched, () -> "branch for " + Long.toHexString(word) + " of " + piece);
          if (branched) {
            trial.equal(word, probe.gpValue(Piece.VALUE), () -> "the value is not kept by " + piece);
          } else {
            double number = values.isInt32(word) ? values.unboxInt32(word) : values.unboxDouble(word);
            trial.equal(Double.doubleToRawLongBits(number), probe.fpBits(Piece.FP_DST), () -> number + " in " + piece);
          }
        }
      }
    }
  }

  /** An allocation context with a run of free cells for one heap number, or none. */
  private static final class FreeRun implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment cells = arena.allocate(2L * Layout.HEAP_NUMBER_BYTES, Layout.HEAP_NUMBER_BYTES);
    private final MemorySegment context = arena.allocate(Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_PAIR_BYTES, 16);

    FreeRun(Probe probe) {
      probe.host().allow(cells.address(), cells.byteSize());
      probe.host().allow(context.address(), context.byteSize());
    }

    void reset(int room) {
      cells.fill((byte) 0);
      context.set(ValueLayout.JAVA_LONG, Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_NEXT, cells.address());
      context.set(ValueLayout.JAVA_LONG, Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_END, cells.address() + (long) room * Layout.HEAP_NUMBER_BYTES);
    }

    long taken() {
      return (context.get(ValueLayout.JAVA_LONG, Layout.HEAP_NUMBER_CURSOR + Layout.CURSOR_NEXT) - cells.address()) / Layout.HEAP_NUMBER_BYTES;
    }

    int kind() {
      return cells.get(ValueLayout.JAVA_BYTE, Layout.CELL_KIND);
    }

    Piece.In input() {
      return Piece.In.gp(Piece.ALLOCATION, context.address());
    }

    @Override
    public void close() {
      arena.close();
    }
  }

  private Piece boxing(Trial trial, Probe probe) throws InstallException {
    return new Piece(trial, probe, "boxDouble", Set.of(Piece.DST, Piece.TEMP), Set.of(), (masm, taken) -> emitter.boxDouble(masm,
        Piece.gp(probe, Piece.DST), Piece.fp(probe, Piece.FP_SRC), Piece.gp(probe, Piece.ALLOCATION), Piece.gp(probe, Piece.TEMP), taken));
  }

  private List<Long> inputs(Probe probe, Random random) {
    List<Long> inputs = new ArrayList<>();
    Words.doubles(random).forEach(d -> inputs.add(Double.doubleToLongBits(d)));
    if (!probe.arithmeticNaNIsCanonical()) {
      inputs.addAll(Words.nans(random));
    }
    return inputs;
  }

  private void boxDouble(Trial trial) throws InstallException {
    try (Probe probe = new Probe(target); FreeRun run = new FreeRun(probe)) {
      Piece piece = boxing(trial, probe);
      for (long bits : inputs(probe, trial.random())) {
        run.reset(1);
        trial.equal(false, piece.run(run.input(), Piece.In.fp(Piece.FP_SRC, bits)), () -> "there is room, for " + piece);
        long word = probe.gpValue(Piece.DST);
        trial.equal(true, values.isDouble(word), () -> "isDouble of what came of " + Long.toHexString(bits) + " by " + piece);
        trial.equal(Double.doubleToLongBits(Double.longBitsToDouble(bits)), Double.doubleToRawLongBits(values.unboxDouble(word)), piece::toString);
      }
    }
  }

  private void boxDoubleRoom(Trial trial) throws InstallException {
    try (Probe probe = new Probe(target); FreeRun run = new FreeRun(probe)) {
      Piece piece = boxing(trial, probe);
      Piece.In number = Piece.In.fp(Piece.FP_SRC, Double.doubleToRawLongBits(0.5));
      run.reset(0);
      trial.equal(emitter.doublesAreCells(), piece.run(run.input(), number), () -> "branch without room of " + piece);
      trial.equal(0, run.taken(), () -> "cells taken without room by " + piece);
      run.reset(2);
      piece.run(run.input(), number);
      trial.equal(emitter.doublesAreCells() ? 1 : 0, run.taken(), () -> "cells taken by " + piece);
      if (emitter.doublesAreCells()) {
        trial.equal(CellKind.HEAP_NUMBER, run.kind(), () -> "kind of the cell that was taken by " + piece);
      }
    }
  }
}
