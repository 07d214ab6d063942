package dev.joist.ic.monomorphic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.regalloc.UsePolicy;

/**
 * One shape a site. Code is made for the kind of hit that the site has seen when it is compiled; shape, offset and
 * holder are read from the site each time, so a site that changes its mind within the kind needs no new code.
 */
public final class MonomorphicCache implements InlineCacheStrategy {
  private static final int KEY_SHIFT = 8 * Layout.SITE_KEY;

  @Override
  public String name() {
    return "monomorphic";
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

  private static int kind(Insn insn, PropertyOperands operands) {
    return PropertyKind.kind((int) (insn.siteWord(operands.site(), 0) >>> KEY_SHIFT));
  }

  /** Goes to the slow path unless the site's facts are of this kind and about the object's shape. */
  private static Gp checkKey(LoweringContext cx, PropertyOperands operands, int kind) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    Gp object = cx.use(operands.object());
    cx.values().branchIfNotCell(masm, object, slow);
    masm.load(Width.BITS32, cx.temp(0), Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()));
    masm.load(Width.BITS32, cx.temp(1), cx.site(operands.site(), Layout.SITE_KEY));
    if (kind != PropertyKind.OWN_INLINE) {
      masm.orImm(Width.BITS32, cx.temp(0), cx.temp(0), PropertyKind.key(kind, 0));
    }
    masm.branch(Width.BITS32, Cond.NOT_EQUAL, cx.temp(0), cx.temp(1), slow);
    return object;
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    int kind = kind(insn, operands);
    switch (kind) {
      case PropertyKind.OWN_SLOTS, PropertyKind.HOLDER_INLINE, PropertyKind.HOLDER_SLOTS -> {
        Gp object = checkKey(cx, operands, kind);
        MutGp holder = cx.temp(0);
        if (kind == PropertyKind.OWN_SLOTS) {
          masm.load(Width.BITS64, holder, Mem.at(object, Layout.OBJECT_SLOTS + cx.values().cellBias()));
        } else {
          masm.load(Width.BITS64, holder, cx.site(operands.site(), Layout.SITE_WORD2));
        }
        if (kind == PropertyKind.HOLDER_SLOTS) {
          masm.load(Width.BITS64, holder, Mem.at(holder, Layout.OBJECT_SLOTS));
        }
        masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
        masm.load(Width.BITS64, cx.def(operands.value()), Mem.indexed(holder, cx.temp(1), 0, 0));
      }
      default -> {
        Gp object = checkKey(cx, operands, PropertyKind.OWN_INLINE);
        masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
        masm.load(Width.BITS64, cx.def(operands.value()), Mem.indexed(object, cx.temp(1), 0, cx.values().cellBias()));
      }
    }
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    int kind = kind(insn, operands);
    Gp value = cx.use(operands.value());
    int bias = cx.values().cellBias();
    switch (kind) {
      case PropertyKind.OWN_SLOTS -> {
        Gp object = checkKey(cx, operands, kind);
        masm.load(Width.BITS64, cx.temp(0), Mem.at(object, Layout.OBJECT_SLOTS + bias));
        masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
        cx.storeToCell(value, Mem.indexed(cx.temp(0), cx.temp(1), 0, 0));
      }
      case PropertyKind.ADD_INLINE -> {
        Gp object = checkKey(cx, operands, kind);
        masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
        masm.load(Width.BITS32, cx.temp(0), cx.site(operands.site(), Layout.SITE_WORD2));
        cx.storeToCell(value, Mem.indexed(object, cx.temp(1), 0, bias));
        masm.store(Width.BITS32, cx.temp(0), Mem.at(object, Layout.CELL_SHAPE + bias));
      }
      default -> {
        Gp object = checkKey(cx, operands, PropertyKind.OWN_INLINE);
        masm.load(Width.BITS64, cx.temp(1), cx.site(operands.site(), Layout.SITE_WORD1));
        cx.storeToCell(value, Mem.indexed(object, cx.temp(1), 0, bias));
      }
    }
  }
}
