package dev.joist.ic.speculative;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.FactsEmitter;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;

/**
 * Bakes the shape and the offset that a site has seen into the code, and deoptimizes on any other object. Facts about a
 * prototype chain are checked against the site, since they may end while the code lives. Where a site knows nothing or
 * several shapes, or the guess has failed too often, code reads the site's facts each time, and takes the slow path for
 * other shapes.
 */
public final class SpeculativeCache implements InlineCacheStrategy {
  private static final int MORE = Layout.SITE_WORD3 / Long.BYTES;
  private static final int SHAPE_MASK = (1 << PropertyKind.SHIFT) - 1;

  @Override
  public String name() {
    return "speculative";
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands) {
    return SiteAccess.getConstraints(operands, SiteAccess.TEMPS);
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands) {
    return SiteAccess.setConstraints(operands, SiteAccess.TEMPS);
  }

  /** What a site has seen. */
  private record Guess(int kind, int shape, int key, int offset, long word2) {
    static Guess of(Insn insn, PropertyOperands operands) {
      int key = SiteAccess.key(insn, operands);
      return new Guess(PropertyKind.kind(key), key & SHAPE_MASK, key, (int) insn.siteWord(operands.site(), 1),
          insn.siteWord(operands.site(), 2));
    }

    /** Guessing among several shapes would fail sooner or later, and code would be made and thrown away in turn. */
    static boolean isUnwise(Insn insn, PropertyOperands operands) {
      return SiteAccess.key(insn, operands) == 0 || insn.siteWord(operands.site(), MORE) != 0
          || (insn.feedback() & Feedback.GENERIC) != 0;
    }
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    Guess guess = Guess.of(insn, operands);
    if (Guess.isUnwise(insn, operands) || !FactsEmitter.canLoad(guess.kind)) {
      SiteAccess.get(cx, insn, operands);
      return;
    }
    Gp object = checkGuess(cx, operands, guess);
    MutGp holder = cx.temp(0);
    if (guess.kind == PropertyKind.ABSENT || guess.kind == PropertyKind.ARRAY_LENGTH) {
      facts(cx, operands).load(guess.kind, object, cx.def(operands.value()), cx.slowPath());
      return;
    }
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
    if (Guess.isUnwise(insn, operands) || !FactsEmitter.canStore(guess.kind)) {
      SiteAccess.set(cx, insn, operands);
      return;
    }
    Gp value = cx.use(operands.value());
    int bias = cx.values().cellBias();
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
      // Adding needs a look at the site anyway.
      case PropertyKind.ADD_SLOTS -> facts(cx, operands).store(guess.kind, object, value, cx::storeToCell, cx.slowPath());
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
    if (PropertyKind.concernsPrototypes(guess.kind)) {
      masm.branchMemImm(Width.BITS32, Cond.NOT_EQUAL, cx.site(operands.site(), Layout.SITE_KEY),
          Integer.toUnsignedLong(guess.key), cx.slowPath());
    }
    return object;
  }

  private static FactsEmitter facts(LoweringContext cx, PropertyOperands operands) {
    return new FactsEmitter(cx.masm(), cx.values(), cx.site(operands.site(), 0), cx.temp(0), cx.temp(1));
  }
}
