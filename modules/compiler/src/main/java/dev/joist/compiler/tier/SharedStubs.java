package dev.joist.compiler.tier;

import dev.joist.compiler.emit.CellStores;
import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.ic.FactsEmitter;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.SharedStub;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The {@link SharedStub}s of an engine, in one piece of code. */
final class SharedStubs {
  private static final int SAVED = 6;
  private static final int SPILL_BYTES = 48;
  private static final int NAME_SHIFT = 4;
  private static final int ENTRY_SHIFT = 5;
  private static final int SIGNIFICAND_BITS = 52;
  private static final int EXPONENT_MASK = 0x7ff;
  /** What a double's exponent field is more than the power of two that its significand, as an integer, is multiplied by. */
  private static final int INTEGER_BIAS = 1023 + SIGNIFICAND_BITS;

  private final Strategies strategies;
  private final CodeBuilder builder;
  private final MacroAssembler masm;
  private final MutGp context;
  private final List<MutGp> saved;
  private final Map<SharedStub, Label> entries = new EnumMap<>(SharedStub.class);

  private SharedStubs(Strategies strategies) {
    this.strategies = strategies;
    builder = strategies.backend().begin();
    masm = builder.masm();
    context = strategies.backend().registers().calls().context();
    saved = strategies.backend().registers().tempGp().subList(0, SAVED);
  }

  /** The code, and where in it each stub begins. */
  record Emitted(CodeImage image, Map<SharedStub, Integer> offsets) {}

  static Emitted emit(Strategies strategies) {
    return new SharedStubs(strategies).emit();
  }

  private Emitted emit() {
    begin(SharedStub.LOAD_PROPERTY);
    emitProbe(FactsEmitter::canLoad, this::emitLoad);
    begin(SharedStub.STORE_PROPERTY);
    emitProbe(FactsEmitter::canStore, this::emitStore);
    begin(SharedStub.DOUBLE_TO_INT32);
    emitToInt32();
    emitBoxDouble();
    begin(SharedStub.STRINGS_EQUAL);
    emitStringsEqual();
    begin(SharedStub.CONCAT_STRINGS);
    emitConcatenation();
    begin(SharedStub.STORE_ELEMENT);
    emitStoreElement();
    begin(SharedStub.ORDER_STRINGS);
    emitOrder();
    CodeImage image = builder.build();
    Map<SharedStub, Integer> offsets = new EnumMap<>(SharedStub.class);
    entries.forEach((stub, label) -> offsets.put(stub, builder.offsetOf(label)));
    return new Emitted(image, offsets);
  }

  private void enter(SharedStub stub, int spillBytes) {
    Label entry = masm.newLabel();
    entries.put(stub, entry);
    masm.bindIndirect(entry);
    masm.enterFrame(spillBytes);
  }

  /** Asks Java, which finds room. All temps are kept: it happens in the middle of anything. */
  private void emitBoxDouble() {
    RegisterFile registers = strategies.backend().registers();
    int gpBytes = Long.BYTES * registers.tempGp().size();
    int bytes = gpBytes + Long.BYTES * registers.tempFp().size() + 15 & -16;
    enter(SharedStub.BOX_DOUBLE, bytes);
    for (int i = 0; i < registers.tempGp().size(); i++) {
      masm.store(Width.BITS64, registers.tempGp().get(i), masm.spill(Long.BYTES * i));
    }
    for (int i = 0; i < registers.tempFp().size(); i++) {
      masm.storeFp(registers.tempFp().get(i), masm.spill(gpBytes + Long.BYTES * i));
    }
    MutGp bits = registers.calls().hostArgument().get(1);
    masm.load(Width.BITS64, bits, argument(0));
    strategies.abi().emitRequest(masm, registers, Request.BOX_DOUBLE, bits);
    masm.store(Width.BITS64, registers.calls().result(), argument(0));
    for (int i = 0; i < registers.tempGp().size(); i++) {
      masm.load(Width.BITS64, registers.tempGp().get(i), masm.spill(Long.BYTES * i));
    }
    for (int i = 0; i < registers.tempFp().size(); i++) {
      masm.loadFp(registers.tempFp().get(i), masm.spill(gpBytes + Long.BYTES * i));
    }
    masm.leaveFrameAndReturn(bytes);
  }

  private void begin(SharedStub stub) {
    enter(stub, SPILL_BYTES);
    for (int i = 0; i < SAVED; i++) {
      masm.store(Width.BITS64, saved.get(i), masm.spill(Long.BYTES * i));
    }
  }

  private void end() {
    for (int i = 0; i < SAVED; i++) {
      masm.load(Width.BITS64, saved.get(i), masm.spill(Long.BYTES * i));
    }
    masm.leaveFrameAndReturn(SPILL_BYTES);
  }

  private Mem argument(int number) {
    return Mem.at(context, SharedStub.argument(number));
  }

  /** What is done by facts of one kind; {@code value} may be lost. */
  private interface Access {
    void emit(FactsEmitter facts, int kind, Gp object, MutGp value, Label miss);
  }

  private void emitLoad(FactsEmitter facts, int kind, Gp object, MutGp value, Label miss) {
    facts.load(kind, object, value, miss);
    masm.store(Width.BITS64, value, argument(0));
  }

  private void emitStore(FactsEmitter facts, int kind, Gp object, MutGp value, Label miss) {
    masm.load(Width.BITS64, value, argument(2));
    facts.store(kind, object, value, (word, field) -> CellStores.emit(masm, word, field), miss);
  }

  private void emitProbe(IntPredicate possible, Access access) {
    MutGp object = saved.get(0);
    MutGp name = saved.get(1);
    MutGp entry = saved.get(2);
    MutGp temp = saved.get(3);
    MutGp shape = saved.get(4);
    Label miss = masm.newLabel();
    Label hit = masm.newLabel();
    masm.load(Width.BITS64, object, argument(0));
    masm.load(Width.BITS64, name, argument(1));
    masm.load(Width.BITS32, shape, Mem.at(object, Layout.CELL_SHAPE + strategies.values().cellBias()));
    masm.shiftRightUnsignedImm(Width.BITS64, temp, name, NAME_SHIFT);
    masm.add(Width.BITS32, temp, temp, name);
    masm.xor(Width.BITS32, temp, temp, shape);
    masm.andImm(Width.BITS32, temp, temp, Layout.STUB_CACHE_ENTRIES - 1);
    masm.shiftLeftImm(Width.BITS32, temp, temp, ENTRY_SHIFT);
    masm.load(Width.BITS64, entry, Mem.at(context, Layout.CONTEXT_STUB_CACHE));
    masm.branchImm(Width.BITS64, Cond.EQUAL, entry, 0, miss);
    masm.add(Width.BITS64, entry, entry, temp);
    masm.load(Width.BITS64, temp, Mem.at(entry, Layout.STUB_CACHE_NAME));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, temp, name, miss);
    masm.load(Width.BITS32, temp, Mem.at(entry, Layout.SITE_KEY));
    masm.xor(Width.BITS32, temp, temp, shape);
    masm.branchIfAnyBits(Width.BITS32, temp, (1L << PropertyKind.SHIFT) - 1, miss);
    masm.shiftRightUnsignedImm(Width.BITS32, temp, temp, PropertyKind.SHIFT);
    for (int kind = 0; kind < PropertyKind.ACCESSOR; kind++) {
      if (possible.test(kind)) {
        Label next = masm.newLabel();
        masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, kind, next);
        access.emit(new FactsEmitter(masm, strategies.values(), new Mem.Displaced(entry, 0), shape, temp), kind, object,
            name, miss);
        masm.jump(hit);
        masm.bind(next);
      }
    }
    masm.bind(miss);
    masm.storeImm(Width.BITS64, 0, argument(0));
    end();
    masm.bind(hit);
    masm.load(Width.BITS64, temp, Mem.at(context, Layout.CONTEXT_STUB_CACHE_HITS));
    masm.addImm(Width.BITS64, temp, temp, 1);
    masm.store(Width.BITS64, temp, Mem.at(context, Layout.CONTEXT_STUB_CACHE_HITS));
    end();
  }

  private void emitStringsEqual() {
    Label equal = masm.newLabel();
    Label different = masm.newLabel();
    Label rope = masm.newLabel();
    masm.load(Width.BITS64, saved.get(0), argument(0));
    masm.load(Width.BITS64, saved.get(1), argument(1));
    new StringStubs(strategies, masm, saved).compare(equal, different, rope);
    masm.bind(equal);
    answer(SharedStub.EQUAL);
    masm.bind(different);
    answer(SharedStub.DIFFERENT);
    masm.bind(rope);
    answer(-1);
  }

  private void emitOrder() {
    Label java = masm.newLabel();
    masm.load(Width.BITS64, saved.get(0), argument(0));
    masm.load(Width.BITS64, saved.get(1), argument(1));
    MutGp difference = new StringStubs(strategies, masm, saved).order(java);
    masm.store(Width.BITS64, difference, argument(0));
    end();
    masm.bind(java);
    answer(SharedStub.UNKNOWN);
  }

  private void emitConcatenation() {
    MutGp left = saved.get(0);
    MutGp right = saved.get(1);
    Label onlyLeft = masm.newLabel();
    Label onlyRight = masm.newLabel();
    Label java = masm.newLabel();
    int bias = strategies.values().cellBias();
    masm.load(Width.BITS64, left, argument(0));
    masm.load(Width.BITS64, right, argument(1));
    masm.branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(right, Layout.STRING_LENGTH + bias), 0, onlyLeft);
    masm.branchMemImm(Width.BITS32, Cond.EQUAL, Mem.at(left, Layout.STRING_LENGTH + bias), 0, onlyRight);
    new StringStubs(strategies, masm, saved).concatenate(strategies.backend().registers().calls().allocation(), java);
    masm.store(Width.BITS64, saved.get(3), argument(0));
    end();
    masm.bind(onlyRight);
    masm.store(Width.BITS64, right, argument(0));
    masm.bind(onlyLeft);
    end();
    masm.bind(java);
    answer(0);
  }

  private void emitStoreElement() {
    Label java = masm.newLabel();
    masm.load(Width.BITS64, saved.get(0), argument(0));
    masm.load(Width.BITS64, saved.get(1), argument(1));
    new ArrayStubs(strategies, masm, java).storeMissing(saved, argument(2));
    answer(SharedStub.DONE);
    masm.bind(java);
    answer(0);
  }

  private void answer(int number) {
    masm.storeImm(Width.BITS64, number, argument(0));
    end();
  }

  /** For doubles of 2^53 and more, and those that are not finite: others have been converted by an instruction. */
  private void emitToInt32() {
    MutGp bits = saved.get(0);
    MutGp exponent = saved.get(1);
    MutGp integer = saved.get(2);
    Label zero = masm.newLabel();
    Label positive = masm.newLabel();
    masm.load(Width.BITS64, bits, argument(0));
    masm.shiftRightUnsignedImm(Width.BITS64, exponent, bits, SIGNIFICAND_BITS);
    masm.andImm(Width.BITS64, exponent, exponent, EXPONENT_MASK);
    masm.addImm(Width.BITS64, exponent, exponent, -INTEGER_BIAS);
    masm.branchImm(Width.BITS64, Cond.ABOVE_EQUAL, exponent, Integer.SIZE, zero);
    masm.andImm(Width.BITS64, integer, bits, (1L << SIGNIFICAND_BITS) - 1);
    masm.orImm(Width.BITS64, integer, integer, 1L << SIGNIFICAND_BITS);
    masm.shiftLeft(Width.BITS64, integer, integer, exponent);
    masm.branchImm(Width.BITS64, Cond.GREATER_EQUAL, bits, 0, positive);
    masm.neg(Width.BITS64, integer, integer);
    masm.bind(positive);
    masm.zeroExtend(Width.BITS32, integer, integer);
    masm.store(Width.BITS64, integer, argument(0));
    end();
    masm.bind(zero);
    masm.storeImm(Width.BITS64, 0, argument(0));
    end();
  }
}
