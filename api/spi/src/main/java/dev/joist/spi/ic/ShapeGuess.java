package dev.joist.spi.ic;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.List;
import java.util.Optional;

/**
 * A property access by what its site knew when the code was made: shape and offset are baked into the code. Any other
 * object deoptimizes. Facts about a prototype chain may end while the code lives, and the site then learn others of the same shape: they hold during one epoch.
 *
 * @param epoch in which facts about a prototype chain hold
 * @param word2 what the site says besides: the holder's address, or the shape that an object gets
 */
public record ShapeGuess(PropertyOperands operands, int kind, int shape, int key, int offset, long word2, int epoch) {
  private static final int MORE = Layout.SITE_WORD3 / Long.BYTES;
  private static final int SHAPE_MASK = (1 << PropertyKind.SHIFT) - 1;

  /** For an instruction that reads a property, where its site knows one shape. */
  public static Optional<ShapeGuess> ofGet(Insn insn, PropertyOperands operands) {
    return of(insn, operands).filter(guess -> FactsEmitter.canLoad(guess.kind));
  }

  /** For one that writes a property. */
  public static Optional<ShapeGuess> ofSet(Insn insn, PropertyOperands operands) {
    return of(insn, operands).filter(guess -> FactsEmitter.canStore(guess.kind));
  }

  /** As {@link #ofGet}, but only where the compiler tracks facts: so that it pays even to a cache that guesses nothing. */
  public static Optional<ShapeGuess> ofTrackedGet(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return environment.tracksFacts() ? ofGet(insn, operands) : Optional.empty();
  }

  /** Likewise for {@link #ofSet}. */
  public static Optional<ShapeGuess> ofTrackedSet(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return environment.tracksFacts() ? ofSet(insn, operands) : Optional.empty();
  }

  /**
   * None where nothing is known, or several shapes are, among which guessing would fail sooner or later, or where it has
   * failed too often.
   */
  private static Optional<ShapeGuess> of(Insn insn, PropertyOperands operands) {
    int key = SiteAccess.key(insn, operands);
    if (key == 0 || insn.siteWord(operands.site(), MORE) != 0 || (insn.feedback() & Feedback.GENERIC) != 0) {
      return Optional.empty();
    }
    return Optional.of(new ShapeGuess(operands, PropertyKind.kind(key), key & SHAPE_MASK, key,
        (int) insn.siteWord(operands.site(), 1), insn.siteWord(operands.site(), 2), insn.prototypeEpoch()));
  }

  private Constraints.Builder guarded() {
    Constraints.Builder needs = Constraints.builder().guard(operands.object(), List.of(Fact.CELL, new ShapeFact(shape)))
        .temps(SiteAccess.TEMPS, 0).exits();
    return readsSite() ? needs.readsSite() : needs;
  }

  /** Whether a look at the site is needed: adding out of line takes from there what it needs, and a few are too rare for code of their own. */
  private boolean readsSite() {
    return kind == PropertyKind.ADD_SLOTS || kind == PropertyKind.ABSENT || kind == PropertyKind.ARRAY_LENGTH;
  }

  /** What {@link #emitGet} needs. */
  public Constraints getConstraints(Insn insn, LoweringEnvironment environment) {
    Constraints.Builder needs = guarded();
    if (promisesDouble(insn, environment)) {
      needs.result(operands.value(), Representation.DOUBLE);
    }
    return (isOwn() ? needs.reads(place()) : needs).build();
  }

  /** Whether what stands there is counted on to be a number, which those who read it count on anyway. */
  private boolean promisesDouble(Insn insn, LoweringEnvironment environment) {
    return environment.tracksFacts() && insn.isReadAsDouble() && kind != PropertyKind.ABSENT && kind != PropertyKind.ARRAY_LENGTH
        && (insn.feedback() & Feedback.OTHER) == 0;
  }

  /** What {@link #emitSet} needs. */
  public Constraints setConstraints(Insn insn, LoweringEnvironment environment) {
    Constraints.Builder needs = guarded();
    if (storesDouble(insn, environment)) {
      needs.use(operands.value(), UsePolicy.DOUBLE).temps(SiteAccess.TEMPS, 1);
    } else {
      needs.use(operands.value(), UsePolicy.BOXED);
    }
    return switch (kind) {
      case PropertyKind.ADD_INLINE -> needs.becomes(operands.object(), new ShapeFact((int) word2)).reshapes().build();
      case PropertyKind.ADD_SLOTS -> needs.reshapes().build();
      default -> needs.writes(place()).build();
    };
  }

  private boolean isOwn() {
    return kind == PropertyKind.OWN_INLINE || kind == PropertyKind.OWN_SLOTS;
  }

  private PropertyPlace place() {
    return new PropertyPlace(shape, kind, offset);
  }

  private boolean storesDouble(Insn insn, LoweringEnvironment environment) {
    return environment.tracksFacts() && !environment.values().doublesAreCells() && kind != PropertyKind.ADD_SLOTS
        && insn.isKnownDouble(operands.value());
  }

  /** Emits object.name. */
  public void emitGet(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    MutGp holder = cx.temp(0);
    Gp object = check(cx);
    if (kind == PropertyKind.ABSENT || kind == PropertyKind.ARRAY_LENGTH) {
      facts(cx).load(kind, object, cx.def(operands.value()), cx.slowPath());
      return;
    }
    Mem field = switch (kind) {
      case PropertyKind.OWN_INLINE -> Mem.at(object, offset + cx.values().cellBias());
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, holder, Mem.at(object, Layout.OBJECT_SLOTS + cx.values().cellBias()));
        yield Mem.at(holder, offset);
      }
      case PropertyKind.HOLDER_INLINE -> {
        masm.moveImm(holder, word2);
        yield Mem.at(holder, offset);
      }
      case PropertyKind.HOLDER_SLOTS -> {
        masm.moveImm(holder, word2);
        masm.load(Width.BITS64, holder, Mem.at(holder, Layout.OBJECT_SLOTS));
        yield Mem.at(holder, offset);
      }
      default -> throw new IllegalStateException("a site that is read knows a property of kind " + kind);
    };
    if (promisesDouble(insn, cx)) {
      loadNumber(cx, field);
    } else {
      masm.load(Width.BITS64, cx.def(operands.value()), field);
    }
  }

  /** A double in line, other numbers out of line. */
  private void loadNumber(LoweringContext cx, Mem field) {
    MacroAssembler masm = cx.masm();
    MutGp temp = cx.temp(1);
    Label done = masm.newLabel();
    cx.values().loadDouble(masm, cx.defDouble(operands.value()), field, temp, cx.outOfLine(() -> {
      masm.load(Width.BITS64, temp, field);
      cx.values().unboxNumber(masm, cx.defDouble(operands.value()), temp, temp, cx.deoptimize(DeoptReason.NOT_DOUBLE));
      masm.jump(done);
    }));
    masm.bind(done);
  }

  /** Emits object.name = value. */
  public void emitSet(LoweringContext cx, Insn insn) {
    MacroAssembler masm = cx.masm();
    int bias = cx.values().cellBias();
    Gp object = check(cx);
    switch (kind) {
      case PropertyKind.OWN_INLINE -> store(cx, insn, Mem.at(object, offset + bias));
      case PropertyKind.OWN_SLOTS -> {
        masm.load(Width.BITS64, cx.temp(0), Mem.at(object, Layout.OBJECT_SLOTS + bias));
        store(cx, insn, Mem.at(cx.temp(0), offset));
      }
      case PropertyKind.ADD_INLINE -> {
        store(cx, insn, Mem.at(object, offset + bias));
        masm.storeImm(Width.BITS32, (int) word2, Mem.at(object, Layout.CELL_SHAPE + bias));
      }
      // Adding needs a look at the site anyway.
      case PropertyKind.ADD_SLOTS -> facts(cx).store(kind, object, cx.use(operands.value()), cx::storeToCell, cx.slowPath());
      default -> throw new IllegalStateException("a site that is written knows a property of kind " + kind);
    }
  }

  /** @param field its base may be the first temp */
  private void store(LoweringContext cx, Insn insn, Mem field) {
    if (storesDouble(insn, cx)) {
      cx.storeDoubleToCell(operands.value(), field, cx.temp(1), cx.fpTemp(0));
    } else {
      cx.storeToCell(cx.use(operands.value()), field);
    }
  }

  /** Deoptimizes unless the object has the shape. */
  private Gp check(LoweringContext cx) {
    Gp object = cx.useGuarded(operands.object(), cx.temp(0));
    if (kind == PropertyKind.ADD_SLOTS) {
      cx.masm().branchMemImm(Width.BITS32, Cond.NOT_EQUAL, cx.site(operands.site(), Layout.SITE_KEY), Integer.toUnsignedLong(key), cx.slowPath());
    } else if (PropertyKind.concernsPrototypes(kind)) {
      cx.masm().branchMemImm(Width.BITS32, Cond.NOT_EQUAL, Mem.at(cx.roles().context(), Layout.CONTEXT_PROTOTYPE_EPOCH), Integer.toUnsignedLong(epoch),
          cx.deoptimize(DeoptReason.PROTOTYPE));
    }
    return object;
  }

  private FactsEmitter facts(LoweringContext cx) {
    return new FactsEmitter(cx.masm(), cx.values(), cx.site(operands.site(), 0), cx.temp(0), cx.temp(1));
  }
}
