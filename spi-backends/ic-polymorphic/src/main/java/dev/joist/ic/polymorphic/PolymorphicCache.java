package dev.joist.ic.polymorphic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.AccessorCall;
import dev.joist.spi.ic.FactsEmitter;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.ShapeGuess;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.SharedStub;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Up to four shapes a site, then the engine's stub cache. A site that has seen one shape is read itself. One that has seen
 * more has a table beside it: code compares with each of its facts, for the kinds of hits known when it is compiled. A
 * megamorphic site's code asks the stub cache, in machine code. All of that are data. Only where the compiler keeps track
 * of facts the one shape of a site is such a fact, and baked into the code.
 */
public final class PolymorphicCache implements InlineCacheStrategy {
  private static final int MORE = Layout.SITE_WORD3 / Long.BYTES;
  private static final int TEMPS = 3;

  @Override
  public String name() {
    return "polymorphic";
  }

  private static long more(Insn insn, PropertyOperands operands) {
    return insn.siteWord(operands.site(), MORE);
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofTrackedGet(insn, operands, environment).map(guess -> guess.getConstraints(insn, environment))
        .orElseGet(() -> more(insn, operands) == 0 ? SiteAccess.getConstraints(insn, operands)
            : SiteAccess.getConstraints(operands, TEMPS, hasAccessors(insn, operands)));
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofTrackedSet(insn, operands, environment).map(guess -> guess.setConstraints(insn, environment))
        .orElseGet(() -> more(insn, operands) == 0 ? SiteAccess.setConstraints(insn, operands)
            : SiteAccess.setConstraints(operands, TEMPS, hasAccessors(insn, operands)));
  }

  /** Whether the site's table knows of getters or setters. */
  private static boolean hasAccessors(Insn insn, PropertyOperands operands) {
    long more = more(insn, operands);
    int kinds = PropertyKind.kinds(more);
    return !PropertyKind.isMegamorphic(more) && IntStream.range(0, PropertyKind.MOST_FACTS).anyMatch(i -> PropertyKind.isAccessor(PropertyKind.kindAt(kinds, i)));
  }

  /** An access by facts of a kind that are known to be the right ones. */
  private interface Access {
    void emit(FactsEmitter facts, int kind, Gp object);
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    long more = more(insn, operands);
    if (more == 0) {
      ShapeGuess.ofTrackedGet(insn, operands, cx).ifPresentOrElse(guess -> guess.emitGet(cx, insn),
          () -> SiteAccess.get(cx, insn, operands));
    } else if (PropertyKind.isMegamorphic(more)) {
      probe(cx, operands, SharedStub.LOAD_PROPERTY, PropertyKind.tableOrName(more));
      cx.masm().move(cx.def(operands.value()), cx.temp(0));
    } else {
      dispatch(cx, operands, more, kind -> FactsEmitter.canLoad(kind) || PropertyKind.isAccessor(kind), (facts, kind, object) -> {
        if (PropertyKind.isAccessor(kind)) {
          new AccessorCall(cx, operands, facts, cx.temp(TEMPS)).get(kind, object);
        } else {
          facts.load(kind, object, cx.def(operands.value()), cx.slowPath());
        }
      });
    }
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    long more = more(insn, operands);
    if (more == 0) {
      ShapeGuess.ofTrackedSet(insn, operands, cx).ifPresentOrElse(guess -> guess.emitSet(cx, insn),
          () -> SiteAccess.set(cx, insn, operands));
    } else if (PropertyKind.isMegamorphic(more)) {
      Gp value = cx.use(operands.value());
      cx.masm().store(Width.BITS64, value, Mem.at(cx.roles().context(), SharedStub.argument(2)));
      probe(cx, operands, SharedStub.STORE_PROPERTY, PropertyKind.tableOrName(more));
    } else {
      Gp value = cx.use(operands.value());
      dispatch(cx, operands, more, kind -> FactsEmitter.canStore(kind) || PropertyKind.isAccessor(kind), (facts, kind, object) -> {
        if (PropertyKind.isAccessor(kind)) {
          new AccessorCall(cx, operands, facts, cx.temp(TEMPS)).set(kind, object, value);
        } else {
          facts.store(kind, object, value, cx::storeToCell, cx.slowPath());
        }
      });
    }
  }

  /** Finds the object's shape among the table's facts. */
  private static void dispatch(LoweringContext cx, PropertyOperands operands, long more,
      IntPredicate inLine, Access access) {
    MacroAssembler masm = cx.masm();
    int kinds = PropertyKind.kinds(more);
    MutGp shape = cx.temp(0);
    MutGp table = cx.temp(2);
    Gp object = cx.use(operands.object());
    Label done = masm.newLabel();
    cx.values().branchIfNotCell(masm, object, cx.slowPath());
    masm.load(Width.BITS32, shape, Mem.at(object, Layout.CELL_SHAPE + cx.values().cellBias()));
    masm.moveImm(table, PropertyKind.tableOrName(more));
    for (int i = 0; i < PropertyKind.MOST_FACTS; i++) {
      int kind = PropertyKind.kindAt(kinds, i);
      if (inLine.test(kind)) {
        Label next = masm.newLabel();
        Mem.Displaced fact = new Mem.Displaced(table, i * Layout.FACT_BYTES);
        FactsEmitter facts = new FactsEmitter(masm, cx.values(), fact, shape, cx.temp(1));
        facts.check(kind, shape, cx.temp(1), next);
        access.emit(facts, kind, object);
        masm.jump(done);
        masm.bind(next);
      }
    }
    masm.jump(cx.slowPath());
    masm.bind(done);
  }

  /** The stub's answer is in temp 0. */
  private static void probe(LoweringContext cx, PropertyOperands operands, SharedStub stub, long name) {
    MacroAssembler masm = cx.masm();
    Gp object = cx.use(operands.object());
    Mem context = Mem.at(cx.roles().context(), SharedStub.argument(0));
    cx.values().branchIfNotCell(masm, object, cx.slowPath());
    masm.store(Width.BITS64, object, context);
    masm.moveImm(cx.temp(0), name);
    masm.store(Width.BITS64, cx.temp(0), Mem.at(cx.roles().context(), SharedStub.argument(1)));
    cx.callStub(stub, cx.temp(0));
    masm.load(Width.BITS64, cx.temp(0), context);
    masm.branchImm(Width.BITS64, Cond.EQUAL, cx.temp(0), 0, cx.slowPath());
  }
}
