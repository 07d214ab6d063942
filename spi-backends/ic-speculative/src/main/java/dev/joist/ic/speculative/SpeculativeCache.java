package dev.joist.ic.speculative;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.regalloc.UsePolicy;

/**
 * Bakes the shape and the offset that a site has seen into the code, and deoptimizes on any other object. Facts about a
 * prototype chain are checked against the site, since they may end while the code lives. A site that knows nothing, or
 * where the guess has failed too often, reads its facts each time, for objects with the property in the cell, and takes
 * the slow path for others.
 */
public final class SpeculativeCache implements InlineCacheStrategy {
  private static final int KEY_SHIFT = 8 * Layout.SITE_KEY;
  private static final int SHAPE_MASK = (1 << PropertyKind.SHIFT) - 1;

  @Override
  public String name() {
    return "speculative";
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands) {
    return Constraints.builder().use(operands.object(), UsePolicy.BOXED).temps(2, 0).exits().build();
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands) {
    return Constraints.builder().use(operands.object(), UsePolicy.BOXED).use(operands.value(), UsePolicy.BOXED).temps(2,
        0).exits().build();
  }

  /** What a site has seen. */
  private record Guess(int kind, int shape, int key, int offset, long word2) {
    static Guess of(Insn insn, PropertyOperands operands) {
      int key = (int) (insn.siteWord(operands.site(), 0) >>> KEY_SHIFT);
      return new Guess(PropertyKind.kind(key), key & SHAPE_MASK, key, (int) insn.siteWord(operands.site(), 1),
          insn.siteWord(operands.site(), 2));
    }

    boolean isNone(Insn insn) {
      return key == 0 || kind == PropertyKind.OTHER || (insn.feedback() & Feedback.GENERIC) != 0;
    }

    boolean concernsPrototypes() {
      return kind == PropertyKind.HOLDER_INLINE || kind == PropertyKind.HOLDER_SLOTS || kind == PropertyKind.ADD_INLINE;
    }
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    Guess guess = Guess.of(insn, operands);
    if (guess.isNone(insn)) {
      Gp object = checkData(cx, operands);
      masm.load(Width.BITS64, cx.def(operands.value()), Mem.indexed(object, cx.temp(1), 0, cx.values().cellBias()));
      return;
    }
    Gp object = checkGuess(cx, operands, guess);
    MutGp holder = cx.temp(0);
    Mem field = switch (guess.kind) {
      case PropertyKind.OWN_INLINE -> Mem.at(object, guess.offset + cx.values().cellBias());
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, holder, Mem.at(object, Layout.OBJECT_SLOTS + cx.values().cellBias()));
        yield Mem.at(holder, guess.offset);
      }
      case PropertyKind.HOLDER_INLINE -> {
        masm.moveImm(holder, guess.word2);
        yield Mem.at(holder, guess.offset);
      }
      case PropertyKind.HOLDER_SLOTS -> {
        masm.moveImm(holder, guess.word2);
        masm.load(Width.BITS64, holder, Mem.at(holder, Layout.OBJECT_SLOTS));
        yield Mem.at(holder, guess.offset);
      }
      default -> throw new IllegalStateException("a site that is read knows a property of kind " + guess.kind);
    };
    masm.load(Width.BITS64, cx.def(operands.value()), field);
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    Guess guess = Guess.of(insn, operands);
    Gp value = cx.use(operands.value());
    int bias = cx.values().cellBias();
    if (guess.isNone(insn)) {
      Gp object = checkData(cx, operands);
      cx.storeToCell(value, Mem.indexed(object, cx.temp(1), 0, bias));
      return;
    }
    Gp object = checkGuess(cx, operands, guess);
    switch (guess.kind) {
      case PropertyKind.OWN_INLINE -> cx.storeToCell(value, Mem.at(object, guess.offset + bias));
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, cx.temp(0), Mem.at(object, Layout.OBJECT_SLOTS + bias));
        cx.storeToCell(value, Mem.at(cx.temp(0), guess.offset));
      }
      case PropertyKind.ADD_INLINE -> {
        cx.storeToCell(value, Mem.at(object, guess.offset + bias));
        masm.storeImm(Width.BITS32, (int) guess.word2, Mem.at(object, Layout.CELL_SHAPE + bias));
      }
      default -> throw new IllegalStateException("a site that is written knows a property of kind " + guess.kind);
    }
  }

  /** Deoptimizes unless the object has the shape. */
  private static Gp checkGuess(LoweringContext cx, PropertyOperands operands, Guess guess) {
    MacroAssembler masm = cx.masm();
    Gp object = cx.use(operands.object());
    Label wrong = cx.deoptimize(DeoptReason.SHAPE);
    cx.values().branchIfNotCell(masm, object, wrong);
    masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()),
        guess.shape, wrong);
    if (guess.concernsPrototypes()) {
      masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, cx.site(operands.site(), Layout.SITE_KEY),
          Integer.toUnsignedLong(guess.key), cx.slowPath());
    }
    return object;
  }

  /** Takes the slow path unless the site knows the object's shape; temp 1 is then the property's offset. */
  private static Gp checkData(LoweringContext cx, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    Gp object = cx.use(operands.object());
    cx.values().branchIfNotCell(masm, object, cx.slowPath());
    masm.load(Width.BITS32, cx.temp(0), Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()));
    masm.load(Width.BITS32, cx.temp(1), cx.site(operands.site(), Layout.SITE_KEY));
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, cx.temp(0), cx.temp(1), cx.slowPath());
    masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
    return object;
  }
}
