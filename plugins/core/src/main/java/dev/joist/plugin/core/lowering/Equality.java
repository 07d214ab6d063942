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
 * Equality of any two Values, as far as their words, kinds and characters tell; doubles beside others take the slow
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
    if (known.isPresent() && !Values.isNumber(known.getAsLong())) {
      if (!Values.isCell(known.getAsLong())) {
        compareWithImmediate(known.getAsLong(), ifEqual, ifNotEqual, done);
      } else {
        compareWithString(known.getAsLong(), ifEqual, ifNotEqual, done);
      }
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

  /** A string that the program spells. One Latin-1 character makes one string: no other word is equal to it. */
  private void compareWithString(long known, Label ifEqual, Label ifNotEqual, Label done) {
    MacroAssembler masm = cx.masm();
    Label different = strict && StringEquality.isUnique(known) ? ifNotEqual : cx.outOfLine(() -> {
      Label notString = strict ? ifNotEqual : cx.slowPath();
      cx.values().branchIfNotCell(masm, a, notString);
      branchUnlessString(a, notString);
      StringEquality.withConstant(cx, a, cx.use(comparison.right()), known, ifEqual, ifNotEqual);
    });
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, a, known, different);
    if (ifEqual != done) {
      masm.jump(ifEqual);
    }
  }

  /** The words differ. */
  private void decideDifferent(Label ifNotEqual, boolean doubles, boolean holds, Label target, Label done) {
    MacroAssembler masm = cx.masm();
    Label ifEqual = holds ? target : done;
    Label notCells = masm.newLabel();
    Label numbers = masm.newLabel();
    cx.values().branchIfNotCell(masm, a, notCells);
    cx.values().branchIfNotCell(masm, b, strict ? ifNotEqual : numbers);
    branchIfObject(a, objectsDiffer(ifNotEqual));
    branchUnlessString(a, numbers);
    branchUnlessString(b, strict ? ifNotEqual : cx.slowPath());
    StringEquality.ofStrings(cx, a, b, ifEqual, ifNotEqual);
    masm.bind(notCells);
    cx.values().branchIfCell(masm, b, strict ? ifNotEqual : numbers);
    Label notInt32 = masm.newLabel();
    cx.values().branchUnlessBothInt32(masm, a, b, notInt32);
    masm.jump(ifNotEqual);
    masm.bind(notInt32);
    if (strict) {
      branchUnlessNumber(a, ifNotEqual);
      branchUnlessNumber(b, ifNotEqual);
    }
    masm.bind(numbers);
    if (doubles) {
      comparison.emitDoubles(cx, a, b, holds, target);
      masm.jump(done);
    } else {
      masm.jump(cx.slowPath());
    }
  }

  private void branchUnlessNumber(Gp value, Label target) {
    Label number = cx.masm().newLabel();
    cx.values().branchIfInt32(cx.masm(), value, number);
    cx.values().branchIfNotDouble(cx.masm(), value, target);
    cx.masm().bind(number);
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

  private void branchUnlessString(Gp cell, Label target) {
    MutGp kind = cx.temp(0);
    cx.masm().load(Width.BITS8, kind, Mem.at(cell, Layout.CELL_KIND + cx.values().cellBias()));
    cx.masm().branchImm(Width.BITS32, Cond.NOT_EQUAL, kind, CellKind.STRING, target);
  }

  private void branchIfObject(Gp cell, Label target) {
    MutGp kind = cx.temp(0);
    cx.masm().load(Width.BITS8, kind, Mem.at(cell, Layout.CELL_KIND + cx.values().cellBias()));
    cx.masm().branchImm(Width.BITS32, Cond.ABOVE_EQUAL, kind, CellKind.FIRST_OBJECT, target);
  }
}
