package dev.joist.plugin.property.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.vm.StubCache;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** object[key] of an array's dense elements, of a string, and, by way of the stub cache, of objects whose keys are strings; all else takes the slow path. */
final class ElementLowering {
  private static final int ELEMENT_SHIFT = 3;

  private ElementLowering() {}

  /** Whether it pays to count on an array: nothing else has been seen, and who counts on it need not check it each time. */
  private static boolean isGuarded(Insn insn, LoweringEnvironment environment) {
    return environment.tracksFacts() && insn.feedback() == Feedback.INT32;
  }

  /** Whether keys have been seen that are strings. */
  private static boolean isKeyed(Insn insn) {
    return (insn.feedback() & Feedback.STRING) != 0;
  }

  private static UsePolicy keyPolicy(Insn insn) {
    return isKeyed(insn) ? UsePolicy.BOXED : UsePolicy.INT32;
  }

  private static Constraints.Builder guarded(Insn insn, LoweringEnvironment environment, int object) {
    return isGuarded(insn, environment) ? Constraints.builder().guard(object, ArrayFact.GUARDS)
        : Constraints.builder().use(object, UsePolicy.BOXED);
  }

  /**
   * Finds the element: {@code elements} and {@code index} then address it, or {@code elements} alone, and {@code old} is what is there,
   * not the hole.
   *
   * @param object index of an operand, BOXED
   * @param key index of an operand
   * @param limit of the ELEMENTS cell the field that says how many elements count
   * @param notArray emits what is done with a cell that is no array, whose kind is in {@code elements}
   * @param named where to go with keys that are no int32
   * @param missing emits what is done when the array has no such element, or must not be written
   * @param noCell where to go with an element that is no cell, null when it does not matter
   */
  private static Mem locate(LoweringContext cx, Insn insn, int object, int key, int limit, MutGp elements, MutGp index,
      MutGp old, Label named, Elsewhere notArray, Elsewhere missing, Label noCell) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    int bias = cx.values().cellBias();
    Gp array;
    Gp at;
    Label absent;
    if (isGuarded(insn, cx)) {
      array = cx.useGuarded(object, elements);
      at = index(cx, insn, key, index, named);
      absent = missing.at(array, at);
    } else {
      array = cx.use(object);
      Fact.CELL.emitCheck(masm, cx.values(), array, elements, slow);
      // Before the paths part, so that it is known on both what has been checked.
      at = index(cx, insn, key, index, named);
      ArrayFact.ARRAY.emitCheck(masm, cx.values(), array, elements, notArray.at(array, at));
      absent = missing.at(array, at);
      ArrayFact.DENSE.emitCheck(masm, cx.values(), array, elements, absent);
    }
    masm.load(Width.BITS64, elements, Mem.at(array, Layout.OBJECT_ELEMENTS + bias));
    masm.load(Width.BITS32, old, Mem.at(elements, limit));
    Mem element;
    if (cx.int32Constant(key).isPresent()) {
      int known = cx.int32Constant(key).getAsInt();
      if (known < 0) {
        masm.jump(slow);
      }
      masm.branchImm(Width.BITS32, Cond.BELOW_EQUAL, old, known, absent);
      element = Mem.at(elements, Layout.STORAGE_VALUES + (Math.max(known, 0) << ELEMENT_SHIFT));
    } else {
      masm.branch(Width.BITS32, Cond.BELOW_EQUAL, old, at, absent);
      element = indexed(masm, elements, at, limit == Layout.STORAGE_WRITABLE);
    }
    masm.load(Width.BITS64, old, element);
    if (noCell == null) {
      masm.branchImm(Width.BITS64, Cond.EQUAL, old, Values.HOLE, absent);
    } else {
      cx.values().branchIfNotCell(masm, old, noCell);
    }
    return element;
  }

  /** @param again whether it is addressed more than once, so that its address is worth computing; it is in {@code elements} then */
  private static Mem indexed(MacroAssembler masm, MutGp elements, Gp index, boolean again) {
    if (!again) {
      return Mem.indexed(elements, index, ELEMENT_SHIFT, Layout.STORAGE_VALUES);
    }
    masm.address(elements, Mem.indexed(elements, index, ELEMENT_SHIFT, 0));
    return Mem.at(elements, Layout.STORAGE_VALUES);
  }

  /** The key, null when it is a constant. */
  private static Gp index(LoweringContext cx, Insn insn, int key, MutGp temp, Label notInt32) {
    if (cx.int32Constant(key).isPresent()) {
      return null;
    }
    if (!isKeyed(insn)) {
      return cx.useIndex(key, temp, notInt32);
    }
    Gp value = cx.use(key);
    cx.values().branchIfNotInt32(cx.masm(), value, notInt32);
    cx.values().unboxInt32(cx.masm(), temp, value);
    return temp;
  }

  /**
   * Asks the stub cache about a property whose name is a string; its answer is in {@code temp}, not 0.
   *
   * @param access what is added to a name's address, see {@link StubCache}
   */
  private static void askByName(LoweringContext cx, SharedStub stub, int access, Gp object, Gp name, MutGp temp) {
    MacroAssembler masm = cx.masm();
    Label slow = cx.slowPath();
    int bias = cx.values().cellBias();
    Mem answer = Mem.at(cx.roles().context(), SharedStub.argument(0));
    cx.values().branchIfNotCell(masm, object, slow);
    cx.values().branchIfNotCell(masm, name, slow);
    masm.load(Width.BITS8, temp, Mem.at(name, Layout.CELL_KIND + bias));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, CellKind.STRING, slow);
    masm.load(Width.BITS16, temp, Mem.at(name, Layout.CELL_FLAGS + bias));
    masm.branchIfNoBits(Width.BITS32, temp, Layout.STRING_FLAG_KEY, slow);
    masm.store(Width.BITS64, object, answer);
    cx.values().cellAddress(masm, temp, name);
    masm.addImm(Width.BITS64, temp, temp, access);
    masm.store(Width.BITS64, temp, Mem.at(cx.roles().context(), SharedStub.argument(1)));
    cx.callStub(stub, temp);
    masm.load(Width.BITS64, temp, answer);
    masm.branchImm(Width.BITS64, Cond.EQUAL, temp, 0, slow);
  }

  /** Where that goes which is not done in line. */
  @FunctionalInterface
  private interface Elsewhere {
    /** @param index null when it is a constant */
    Label at(Gp object, Gp index);
  }

  /** GetElement: result, object, key, site. Characters of strings out of line. */
  static final class Get implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      Constraints.Builder needs = guarded(insn, environment, 1).use(2, keyPolicy(insn)).temps(3, 0).exits();
      return (givesCell(insn, environment) ? needs.cell(0) : needs).build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MutGp value = cx.earlyDef(0, cx.temp(2));
      Label done = cx.masm().newLabel();
      Label named = !isKeyed(insn) ? cx.slowPath() : cx.outOfLine(() -> {
        askByName(cx, SharedStub.LOAD_PROPERTY, StubCache.LOAD, cx.use(1), cx.use(2), cx.temp(0));
        cx.masm().move(value, cx.temp(0));
        cx.masm().jump(done);
      });
      locate(cx, insn, 1, 2, Layout.STORAGE_CAPACITY, cx.temp(0), cx.temp(1), value, named, (object, index) -> cx.outOfLine(() -> {
        loadChar(cx, object, index, value);
        cx.masm().jump(done);
      }), (object, index) -> cx.slowPath(), givesCell(insn, cx) ? cx.deoptimizeNoCell() : null);
      cx.masm().bind(done);
      if (!value.equals(cx.def(0))) {
        cx.masm().move(cx.def(0), value);
      }
    }

    private static boolean givesCell(Insn insn, LoweringEnvironment environment) {
      return isGuarded(insn, environment) && insn.isReadAsCell();
    }

    /** value = the character of a string; whatever else the cell is, whose kind is in temp 0, takes the slow path. */
    private static void loadChar(LoweringContext cx, Gp object, Gp index, MutGp value) {
      MacroAssembler masm = cx.masm();
      Label slow = cx.slowPath();
      Label flat = masm.newLabel();
      Label wide = masm.newLabel();
      Label loaded = masm.newLabel();
      MutGp string = cx.temp(0);
      MutGp at = cx.temp(1);
      masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, string, CellKind.STRING, slow);
      if (index == null) {
        masm.moveImm(at, Integer.toUnsignedLong(cx.int32Constant(2).getAsInt()));
      } else {
        masm.move(at, index);
      }
      cx.values().cellAddress(masm, string, object);
      masm.load(Width.BITS32, value, Mem.at(string, Layout.STRING_LENGTH));
      masm.branch(Width.BITS32, Cond.BELOW_EQUAL, value, at, slow);
      masm.load(Width.BITS16, value, Mem.at(string, Layout.CELL_FLAGS));
      masm.branchIfNoBits(Width.BITS32, value, Layout.STRING_FLAG_ROPE, flat);
      masm.load(Width.BITS64, value, Mem.at(string, Layout.ROPE_RIGHT));
      masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, value, 0, slow);
      masm.load(Width.BITS64, string, Mem.at(string, Layout.ROPE_LEFT));
      masm.load(Width.BITS16, value, Mem.at(string, Layout.CELL_FLAGS));
      masm.bind(flat);
      masm.branchIfAnyBits(Width.BITS32, value, Layout.STRING_FLAG_UTF16, wide);
      masm.load(Width.BITS8, value, Mem.indexed(string, at, 0, Layout.STRING_CHARS));
      masm.bind(loaded);
      masm.load(Width.BITS64, string, Mem.at(cx.roles().context(), Layout.CONTEXT_SINGLES));
      masm.load(Width.BITS64, value, Mem.indexed(string, value, ELEMENT_SHIFT, 0));
      Label end = masm.newLabel();
      masm.jump(end);
      masm.bind(wide);
      masm.load(Width.BITS16, value, Mem.indexed(string, at, 1, Layout.STRING_CHARS));
      masm.branchImm(Width.BITS32, Cond.BELOW_EQUAL, value, 0xFF, loaded);
      masm.jump(slow);
      masm.bind(end);
    }
  }

  /** SetElement: object, key, value, site. */
  static final class Set implements OpcodeLowering {
    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      Constraints.Builder needs = guarded(insn, environment, 0).use(1, keyPolicy(insn)).use(2, UsePolicy.BOXED).temps(3, 0).exits()
          .writes(ArrayPlace.LENGTH);
      return (isKeyed(insn) ? needs.reshapes() : needs).build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Gp value = cx.use(2);
      Label done = cx.masm().newLabel();
      Label named = !isKeyed(insn) ? cx.slowPath() : cx.outOfLine(() -> {
        cx.masm().store(Width.BITS64, value, Mem.at(cx.roles().context(), SharedStub.argument(2)));
        askByName(cx, SharedStub.STORE_PROPERTY, StubCache.STORE, cx.use(0), cx.use(1), cx.temp(0));
        cx.masm().jump(done);
      });
      Mem element = locate(cx, insn, 0, 1, Layout.STORAGE_WRITABLE, cx.temp(0), cx.temp(1), cx.temp(2), named,
          (object, index) -> cx.slowPath(), (object, index) -> cx.outOfLine(() -> {
            storeMissing(cx, object, index, value);
            cx.masm().jump(done);
          }), null);
      cx.storeToCell(value, element);
      cx.masm().bind(done);
    }

    private static void storeMissing(LoweringContext cx, Gp array, Gp index, Gp value) {
      MacroAssembler masm = cx.masm();
      Gp context = cx.roles().context();
      MutGp temp = cx.temp(0);
      masm.store(Width.BITS64, array, Mem.at(context, SharedStub.argument(0)));
      if (index == null) {
        masm.storeImm(Width.BITS64, Integer.toUnsignedLong(cx.int32Constant(1).getAsInt()), Mem.at(context, SharedStub.argument(1)));
      } else {
        masm.store(Width.BITS64, index, Mem.at(context, SharedStub.argument(1)));
      }
      masm.store(Width.BITS64, value, Mem.at(context, SharedStub.argument(2)));
      cx.callStub(SharedStub.STORE_ELEMENT, temp);
      masm.load(Width.BITS64, temp, Mem.at(context, SharedStub.argument(0)));
      masm.branchImm(Width.BITS64, Cond.EQUAL, temp, 0, cx.slowPath());
    }
  }
}
