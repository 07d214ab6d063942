package dev.joist.plugin.core.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.value.Values;
import java.util.OptionalLong;

/**
 * Equality of any two Values, as far as their words and kinds tell; strings, and doubles beside others, take the slow
 * path.
 */
final class Equality {
  private final LoweringContext cx;
  private final Comparison comparison;
  private final Gp a;
  private final Gp b;
  private final boolean strict;

  Equality(LoweringContext cx, Comparison comparison, Gp a, Gp b, boolean strict) {
    this.cx = cx;
    this.comparison = comparison;
    this.a = a;
    this.b = b;
    this.strict = strict;
  }

  /**
   * Branches to the target when equal (or when not equal, if {@code holds} is false), else goes to {@code done} or
   * falls through.
   */
  void emitBranch(boolean holds, Label target, Label done, boolean doubles) {
    Label ifEqual = holds ? target : done;
    Label ifNotEqual = holds ? done : target;
    MacroAssembler masm = cx.masm();
    OptionalLong known = cx.constant(comparison.right());
    if (known.isPresent() && !Values.isNumber(known.getAsLong()) && !Values.isCell(known.getAsLong())) {
      compareWithImmediate(known.getAsLong(), ifEqual, ifNotEqual, done);
      return;
    }
    Label different = cx.outOfLine(() -> decideDifferent(ifNotEqual, doubles, holds, target, done));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, a, b, different);
    // The same word is equal to itself, unless it is NaN.
    Label maybeNaN = cx.outOfLine(() -> {
      cx.values().unboxDouble(masm, cx.fpTemp(0), a, cx.temp(0), ifEqual);
      masm.branchFp(comparison.relation().fpCond(true), cx.fpTemp(0), cx.fpTemp(0), ifEqual);
      masm.jump(ifNotEqual);
    });
    cx.values().branchIfNotInt32(masm, a, maybeNaN);
    if (ifEqual != done) {
      masm.jump(ifEqual);
    }
  }

  /**
   * undefined, null and booleans: loosely, undefined and null are equal to each other; booleans compare with numbers.
   */
  private void compareWithImmediate(long known, Label ifEqual, Label ifNotEqual, Label done) {
    MacroAssembler masm = cx.masm();
    if (strict) {
      masm.branchImm(Width.BITS64, Cond.EQUAL, a, known, ifEqual);
    } else if (Values.isNullish(known)) {
      cx.values().branchIfNullish(masm, a, ifEqual);
    } else {
      masm.branchImm(Width.BITS64, Cond.EQUAL, a, known, ifEqual);
      masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, a, known == Values.TRUE ? Values.FALSE : Values.TRUE, cx.slowPath());
    }
    if (ifNotEqual != done) {
      masm.jump(ifNotEqual);
    }
  }

  /** The words differ. */
  private void decideDifferent(Label ifNotEqual, boolean doubles, boolean holds, Label target, Label done) {
    MacroAssembler masm = cx.masm();
    Label notCells = masm.newLabel();
    cx.values().branchIfNotCell(masm, a, notCells);
    cx.values().branchIfNotCell(masm, b, notCells);
    branchIfObject(a, objectsDiffer(ifNotEqual));
    masm.jump(cx.slowPath());
    masm.bind(notCells);
    Label notInt32 = masm.newLabel();
    cx.values().branchUnlessBothInt32(masm, a, b, notInt32);
    masm.jump(ifNotEqual);
    masm.bind(notInt32);
    if (doubles) {
      comparison.emitDoubles(cx, a, b, holds, target);
      masm.jump(done);
    } else {
      masm.jump(cx.slowPath());
    }
  }

  /** An object and another cell: strictly they differ; loosely only if both are objects. */
  private Label objectsDiffer(Label ifNotEqual) {
    if (strict) {
      return ifNotEqual;
    }
    return cx.outOfLine(() -> {
      branchIfObject(b, ifNotEqual);
      cx.masm().jump(cx.slowPath());
    });
  }

  private void branchIfObject(Gp cell, Label target) {
    MutGp kind = cx.temp(0);
    cx.masm().load(Width.BITS8, kind, Mem.at(cell, Layout.CELL_KIND + cx.values().cellBias()));
    cx.masm().branchImm(Width.BITS32, Cond.ABOVE_EQUAL, kind, CellKind.FIRST_OBJECT, target);
  }
}
