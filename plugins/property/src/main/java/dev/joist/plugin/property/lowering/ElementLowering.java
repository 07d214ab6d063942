package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** object[key] of an array's dense elements that are there; all else takes the slow path. */
final class ElementLowering {
  private static final int ELEMENT_SHIFT = 3;

  private ElementLowering() {}

  /** Whether it pays to count on an array: nothing else has been seen, and who counts on it need not check it each time. */
  private static boolean isGuarded(Insn insn, LoweringEnvironment environment) {
    return environment.tracksFacts() && insn.feedback() == Feedback.INT32;
  }

  private static Constraints.Builder guarded(Insn insn, LoweringEnvironment environment, int object) {
    return isGuarded(insn, environment) ? Constraints.builder().guard(object, ArrayFact.GUARDS)
        : Constraints.builder().use(object, UsePolicy.BOXED);
  }

  /**
   * Finds the element: {@code elements} and {@code index} then address it, and {@code old} is what is there, not the
   * hole.
   *
   * @param object index of an operand, BOXED
   * @param key index of an operand, INT32
   * @param limit of the ELEMENTS cell the field that says how many elements count
   */
  private static Mem locate(LoweringContext cx, Insn insn, int object, int key, int limit, MutGp elements, MutGp index,
      MutGp old) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    int bias = cx.values().cellBias();
    Gp array;
    if (isGuarded(insn, cx)) {
      array = cx.useGuarded(object, elements);
    } else {
      array = cx.use(object);
      for (Fact fact : ArrayFact.GUARDS) {
        fact.emitCheck(masm, cx.values(), array, elements, slow);
      }
    }
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS + bias));
    masm.load(Width.BITS32, old, Mem.at(elements, limit));
    Mem element;
    if (cx.int32Constant(key).isPresent()) {
      int known = cx.int32Constant(key).getAsInt();
      if (known < 0) {
        masm.jump(slow);
      }
      masm.branchImm(Width.BITS32, Cond.BELOW_EQUAL, old, known, slow);
      element = Mem.at(elements, Layout.STORAGE_VALUES + (Math.max(known, 0) << ELEMENT_SHIFT));
    } else {
      Gp at = cx.useIndex(key, index, slow);
      masm.branch(Width.BITS32, Cond.BELOW_EQUAL, old, at, slow);
      element = Mem.indexed(elements, at, ELEMENT_SHIFT, Layout.STORAGE_VALUES);
    }
    masm.load(Width.BITS64, old, element);
    masm.branchImm(Width.BITS64, Cond.EQUAL, old, Values.HOLE, slow);
    return element;
  }

  /** GetElement: result, object, key, site. */
  static final class Get implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return guarded(insn, environment, 1).use(2, UsePolicy.INT32).temps(3, 0).exits().build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MutGp value = cx.earlyDef(0, cx.temp(2));
      locate(cx, insn, 1, 2, Layout.STORAGE_CAPACITY, cx.temp(0), cx.temp(1), value);
      if (!value.equals(cx.def(0))) {
        cx.masm().move(cx.def(0), value);
      }
    }
  }

  /** SetElement: object, key, value, site. */
  static final class Set implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return guarded(insn, environment, 0).use(1, UsePolicy.INT32).use(2, UsePolicy.BOXED).temps(3, 0).exits().build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Mem element = locate(cx, insn, 0, 1, Layout.STORAGE_WRITABLE, cx.temp(0), cx.temp(1), cx.temp(2));
      cx.storeToCell(cx.use(2), element);
    }
  }
}
