package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.FactsEmitter;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/**
 * Private names, by the chosen inline cache, where the name is the one that the site is about: that does not change while there is code. Other names are
 * those of another evaluation of the class, and take the slow path.
 */
final class PrivateLowering {
  private static final int NAME_WORD = Layout.SITE_NAME / Long.BYTES;

  private PrivateLowering() {}

  private static void checkName(LoweringContext cx, Insn insn, int name, int site) {
    cx.masm().branchImm(Width.BITS64, Cond.NOT_EQUAL, cx.use(name), insn.siteWord(site, NAME_WORD), cx.slowPath());
  }

  /** GetPrivate: result, object, name, site. */
  static final class Get implements OpcodeLowering {
    private static final PropertyOperands OPERANDS = new PropertyOperands(1, 0, 3);
    private static final int NAME = 2;

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return environment.strategy(InlineCacheStrategy.class).getConstraints(insn, OPERANDS, environment).with(NAME, UsePolicy.BOXED);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      checkName(cx, insn, NAME, OPERANDS.site());
      cx.strategy(InlineCacheStrategy.class).emitGet(cx, insn, OPERANDS);
    }
  }

  /** HasPrivate: result, object, name, site. An object of a shape that the site knows has the name. */
  static final class Has implements OpcodeLowering {
    private static final PropertyOperands OPERANDS = new PropertyOperands(1, 0, 3);
    private static final int NAME = 2;
    private static final Constraints CONSTRAINTS =
        Constraints.builder().use(OPERANDS.object(), UsePolicy.BOXED).use(NAME, UsePolicy.BOXED).temps(2, 0).exits().readsSite().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      MutGp shape = cx.temp(0);
      Gp object = cx.use(OPERANDS.object());
      checkName(cx, insn, NAME, OPERANDS.site());
      cx.values().branchIfNotCell(masm, object, cx.slowPath());
      masm.load(Width.BITS32, shape, Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()));
      new FactsEmitter(masm, cx.values(), cx.site(OPERANDS.site(), 0), shape, cx.temp(1))
          .check(PropertyKind.kind(SiteAccess.key(insn, OPERANDS)), shape, cx.temp(1), cx.slowPath());
      masm.moveImm(cx.def(OPERANDS.value()), Values.TRUE);
    }
  }

  /** SetPrivate, DefinePrivate: object, name, value, site; DefinePrivateMethod: object, name, function, type, site. */
  static final class Set implements OpcodeLowering {
    private static final int NAME = 1;

    private final PropertyOperands operands;

    /** @param site number of the operand */
    Set(int site) {
      operands = new PropertyOperands(0, 2, site);
    }

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return environment.strategy(InlineCacheStrategy.class).setConstraints(insn, operands, environment).with(NAME, UsePolicy.BOXED);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      checkName(cx, insn, NAME, operands.site());
      cx.strategy(InlineCacheStrategy.class).emitSet(cx, insn, operands);
    }
  }
}
