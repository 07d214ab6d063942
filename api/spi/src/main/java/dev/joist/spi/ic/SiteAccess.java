package dev.joist.spi.ic;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.regalloc.UsePolicy;

/**
 * A property access by what stands in the site itself, as code runs: one shape. What every inline cache can fall back
 * on.
 */
public final class SiteAccess {
  private static final int KEY_SHIFT = 8 * Layout.SITE_KEY;

  private SiteAccess() {}

  /** The site's key, when the instruction is compiled. */
  public static int key(Insn insn, PropertyOperands operands) {
    return (int) (insn.siteWord(operands.site(), 0) >>> KEY_SHIFT);
  }

  /** What {@link #get} needs. */
  public static Constraints getConstraints(Insn insn, PropertyOperands operands) {
    return getConstraints(operands, TEMPS, isAccessor(insn, operands));
  }

  /** What reading needs that may call a getter in line. */
  public static Constraints getConstraints(PropertyOperands operands, int temps, boolean calls) {
    return constraints(Constraints.builder().use(operands.object(), UsePolicy.BOXED), temps, calls);
  }

  /** What {@link #set} needs. */
  public static Constraints setConstraints(Insn insn, PropertyOperands operands) {
    return setConstraints(operands, TEMPS, isAccessor(insn, operands));
  }

  /** What writing needs that may add the property, or call a setter in line. */
  public static Constraints setConstraints(PropertyOperands operands, int temps, boolean calls) {
    // Another name for an object whose shape is known may be that of the object that is written.
    return constraints(Constraints.builder().use(operands.object(), UsePolicy.BOXED).use(operands.value(), UsePolicy.BOXED).reshapes(), temps, calls);
  }

  private static Constraints constraints(Constraints.Builder needs, int temps, boolean calls) {
    Constraints.Builder all = needs.temps(calls ? temps + 1 : temps, 0).exits().readsSite();
    return (calls ? all.calls() : all).build();
  }

  private static boolean isAccessor(Insn insn, PropertyOperands operands) {
    return PropertyKind.isAccessor(PropertyKind.kind(key(insn, operands)));
  }

  /** Temps that {@link #get} and {@link #set} need, besides one more for calls. */
  public static final int TEMPS = 2;

  private static Gp check(LoweringContext cx, FactsEmitter facts, PropertyOperands operands, int kind) {
    Gp object = cx.use(operands.object());
    cx.values().branchIfNotCell(cx.masm(), object, cx.slowPath());
    cx.masm().load(Width.BITS32, cx.temp(0), Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()));
    facts.check(kind, cx.temp(0), cx.temp(1), cx.slowPath());
    return object;
  }

  private static FactsEmitter facts(LoweringContext cx, PropertyOperands operands) {
    return new FactsEmitter(cx.masm(), cx.values(), cx.site(operands.site(), 0), cx.temp(0), cx.temp(1));
  }

  /** Emits object.name: objects of the site's shape in line, for the kind of hit that it knows when this is compiled. */
  public static void get(LoweringContext cx, Insn insn, PropertyOperands operands) {
    int key = key(insn, operands);
    int kind = PropertyKind.kind(key);
    if (FactsEmitter.canLoad(kind)) {
      FactsEmitter facts = facts(cx, operands);
      facts.load(kind, check(cx, facts, operands, kind), cx.def(operands.value()), cx.slowPath());
    } else if (PropertyKind.isAccessor(kind)) {
      FactsEmitter facts = facts(cx, operands);
      new AccessorCall(cx, operands, facts, cx.temp(TEMPS)).get(kind, check(cx, facts, operands, kind));
    } else {
      cx.masm().jump(cx.slowPath());
    }
  }

  /** Emits object.name = value, likewise. */
  public static void set(LoweringContext cx, Insn insn, PropertyOperands operands) {
    MacroAssembler masm = cx.masm();
    int kind = PropertyKind.kind(key(insn, operands));
    if (FactsEmitter.canStore(kind)) {
      FactsEmitter facts = facts(cx, operands);
      Gp value = cx.use(operands.value());
      facts.store(kind, check(cx, facts, operands, kind), value, cx::storeToCell, cx.slowPath());
    } else if (PropertyKind.isAccessor(kind)) {
      FactsEmitter facts = facts(cx, operands);
      Gp value = cx.use(operands.value());
      new AccessorCall(cx, operands, facts, cx.temp(TEMPS)).set(kind, check(cx, facts, operands, kind), value);
    } else {
      masm.jump(cx.slowPath());
    }
  }
}
