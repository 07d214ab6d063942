package dev.joist.plugin.property.lowering;

import dev.joist.bytecode.Constant;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.List;

/** object.name, by the chosen inline cache. */
final class NamedLowering {
  private static final int MORE = Layout.SITE_WORD3 / Long.BYTES;

  private NamedLowering() {}

  /** Whether the site knows of no object but arrays. */
  private static boolean hasSeenNoObject(Insn insn, PropertyOperands operands) {
    int key = SiteAccess.key(insn, operands);
    return insn.siteWord(operands.site(), MORE) == 0
        && (key == 0 || PropertyKind.kind(key) == PropertyKind.ARRAY_LENGTH);
  }

  /** GetProperty: result, object, name, site. */
  static final class Get implements OpcodeLowering {
    private static final PropertyOperands OPERANDS = new PropertyOperands(1, 0, 3);
    private static final int NAME = 2;
    private static final List<Fact> ARRAY = List.of(Fact.CELL, ArrayFact.ARRAY);

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return isLength(insn) ? lengthConstraints(insn, environment) : environment.strategy(InlineCacheStrategy.class).getConstraints(insn, OPERANDS, environment);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      if (isLength(insn)) {
        emitLength(cx, insn);
      } else {
        cx.strategy(InlineCacheStrategy.class).emitGet(cx, insn, OPERANDS);
      }
    }

    /**
     * Where the site knows of an object with such a property, it is not the length of arrays and strings that is
     * wanted.
     */
    private static boolean isLength(Insn insn) {
      return insn.constant(NAME) instanceof Constant.Str name && name.value().equals("length")
          && hasSeenNoObject(insn, OPERANDS);
    }

    private static Constraints lengthConstraints(Insn insn, LoweringEnvironment environment) {
      Constraints.Builder needs = Constraints.builder().temps(1, 0).exits();
      if (isOfArray(insn, environment)) {
        needs.guard(OPERANDS.object(), ARRAY).reads(ArrayPlace.LENGTH);
      } else {
        needs.use(OPERANDS.object(), UsePolicy.BOXED);
      }
      return needs.result(OPERANDS.value(), isGeneric(insn) ? Representation.BOXED : Representation.INT32).build();
    }

    private static boolean isGeneric(Insn insn) {
      return (insn.feedback() & Feedback.GENERIC) != 0;
    }

    /** Whether it pays to count on an array. */
    private static boolean isOfArray(Insn insn, LoweringEnvironment environment) {
      return environment.tracksFacts() && !isGeneric(insn) && SiteAccess.key(insn, OPERANDS) != 0;
    }

    private static void emitLength(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      MutGp length = cx.temp(0);
      if (isOfArray(insn, cx)) {
        Gp array = cx.useGuarded(OPERANDS.object(), length);
        masm.load(Width.BITS32, length, Mem.at(array, Layout.ARRAY_LENGTH + cx.values().cellBias()));
        masm.branchImm(Width.BITS32, Cond.LESS, length, 0, cx.slowPath());
      } else {
        emitLengthOfAny(cx, length);
      }
      if (isGeneric(insn)) {
        cx.values().boxInt32(masm, cx.def(OPERANDS.value()), length);
      } else {
        masm.zeroExtend(Width.BITS32, cx.defInt32(OPERANDS.value()), length);
      }
    }

    /** The length of an array, or, out of line, of a string. */
    private static void emitLengthOfAny(LoweringContext cx, MutGp temp) {
      MacroAssembler masm = cx.masm();
      Label slow = cx.slowPath();
      Label box = masm.newLabel();
      Gp object = cx.use(OPERANDS.object());
      int bias = cx.values().cellBias();
      cx.values().branchIfNotCell(masm, object, slow);
      masm.load(Width.BITS8, temp, Mem.at(object, Layout.CELL_KIND + bias));
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.ARRAY, cx.outOfLine(() -> {
        masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.STRING, slow);
        masm.load(Width.BITS32, temp, Mem.at(object, Layout.STRING_LENGTH + bias));
        masm.jump(box);
      }));
      masm.load(Width.BITS32, temp, Mem.at(object, Layout.ARRAY_LENGTH + bias));
      masm.branchImm(Width.BITS32, Cond.LESS, temp, 0, slow);
      masm.bind(box);
    }
  }

  /** SetProperty, DefineProperty: object, name, value, site. */
  static final class Set implements OpcodeLowering {
    private static final PropertyOperands OPERANDS = new PropertyOperands(0, 2, 3);

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return environment.strategy(InlineCacheStrategy.class).setConstraints(insn, OPERANDS, environment);
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      cx.strategy(InlineCacheStrategy.class).emitSet(cx, insn, OPERANDS);
    }
  }
}
