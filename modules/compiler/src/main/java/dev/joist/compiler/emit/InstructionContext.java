package dev.joist.compiler.emit;

import dev.joist.bytecode.OperandKind;
import dev.joist.compiler.analysis.ControlFlow;
import dev.joist.compiler.analysis.KnownFacts;
import dev.joist.compiler.analysis.SiteUses;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.heap.SizeClasses;
import dev.joist.spi.abi.Request;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the lowering of one instruction emits with. */
final class InstructionContext implements LoweringContext {
  private static final int WORD_BYTES = 8;

  private final MacroAssembler masm;
  private final Optional<GuardedAssembler> guarded;
  /** The macro assembler as the lowering gets it. */
  private final MacroAssembler lent;
  private final Environment environment;
  private final ControlFlow flow;
  private final TransferEmitter transfers;
  private final Exits exits;
  private final OutOfLine outOfLine;
  private final BlockLabels blocks;
  private final GuardPolicy guards;
  private final KnownFacts known;
  private final SiteUses sites;
  private final Operands operands;
  private final BitSet knownInt32 = new BitSet();
  private final Map<DeoptReason, Label> deoptimizations = new EnumMap<>(DeoptReason.class);
  private final Label rejoin;
  private final MeaningCall meaning;
  private Label slowPath;

  /** @param guarded what a lowering from outside emits with */
  InstructionContext(MacroAssembler masm, Optional<GuardedAssembler> guarded, Environment environment, ControlFlow flow, TransferEmitter transfers,
      Exits exits,
      OutOfLine outOfLine, BlockLabels blocks, GuardPolicy guards, KnownFacts known, SiteUses sites, Operands operands) {
    this.masm = masm;
    this.guarded = guarded;
    lent = guarded.map(GuardedAssembler::lend).orElse(masm);
    this.environment = environment;
    this.flow = flow;
    this.transfers = transfers;
    this.exits = exits;
    this.outOfLine = outOfLine;
    this.blocks = blocks;
    this.guards = guards;
    this.known = known;
    this.sites = sites;
    this.operands = operands;
    rejoin = masm.newLabel();
    meaning = new MeaningCall(masm, environment, exits, outOfLine, transfers, known, sites, operands, this::edge);
  }

  // Around the lowering

  /** Brings what is read into the registers that were allocated for it. */
  void prepare() {
    transfers.emitAll(operands.placement().before());
    for (int u = 0; u < operands.placement().uses().size(); u++) {
      MutGp gp = operands.placement().useGp().get(u);
      if (gp != null && !(operands.placement().uses().get(u) instanceof Known)) {
        transfers.emit(new Transfer(register(u), operands.placement().uses().get(u), new InGp(gp, representation(u))));
      }
    }
  }

  private int register(int use) {
    return operands.problem().uses().get(use).register();
  }

  /** What a use is in its general-purpose register. */
  private Representation representation(int use) {
    boolean wantsInt32 = operands.problem().uses().get(use).policy() == UsePolicy.INT32;
    return wantsInt32 && operands.placement().uses().get(use) instanceof InGp at ? at.representation()
        : Representation.BOXED;
  }

  /** Puts what was defined where it belongs; slow paths come back behind that. */
  void finish() {
    finishDefinitions();
    masm.bind(rejoin);
    transfers.emitAll(operands.placement().after());
  }

  private void finishDefinitions() {
    for (int d = 0; d < operands.placement().defs().size(); d++) {
      if (operands.constraints().copyOf() < 0 && !operands.isDead(d)) {
        finishDefinition(d);
      }
    }
  }

  private void finishDefinition(int d) {
    Location location = operands.placement().defs().get(d);
    int register = operands.problem().defs().get(d).register();
    MutGp gp = operands.placement().defGp().get(d);
    Location from = switch (operands.problem().defs().get(d).representation()) {
      case BOXED -> new InGp(gp, Representation.BOXED);
      case INT32 -> new InGp(gp, Representation.INT32);
      case DOUBLE -> new InFp(operands.placement().defFp().get(d));
    };
    if (from instanceof InFp fp && !(location instanceof InFp) && !(location instanceof Location.Spilled)) {
      MutGp boxed = location instanceof InGp at ? at.register() : gp;
      transfers.boxDouble(boxed, fp.register(), contextTemp());
      from = new InGp(boxed, Representation.BOXED);
    } else if (from instanceof InGp at && at.representation() == Representation.INT32 && location instanceof Slot) {
      values().boxInt32(masm, gp, gp);
      from = new InGp(gp, Representation.BOXED);
    }
    transfers.emit(new Transfer(register, from, location));
  }

  /** The temp that the problem has beyond what the lowering declared, where doubles are boxed or unboxed. */
  private MutGp contextTemp() {
    return operands.placement().gpTemps().get(operands.constraints().gpTemps());
  }

  /** The instruction has no lowering: its meaning, in line. */
  void emitMeaning() {
    meaning.emit();
    masm.bind(rejoin);
    transfers.emitAll(operands.placement().after());
  }

  /** The instruction's meaning leaves the frame. */
  void emitSuspension() {
    exits.emitSuspension(operands.insn().offset(), operands.placement().exit(), operands.problem().handler());
  }

  // What is read

  private int use(int operand, UsePolicy... allowed) {
    int u = operands.use(operand);
    UsePolicy declared = operands.problem().uses().get(u).policy();
    if (!Arrays.asList(allowed).contains(declared)) {
      throw operands.error("operand " + operand + " is asked for as " + Arrays.toString(allowed) + ", but was declared "
          + declared);
    }
    return u;
  }

  @Override
  public Gp use(int operand) {
    int u = use(operand, UsePolicy.BOXED, UsePolicy.BOXED_AND_IN_SLOT);
    MutGp gp = operands.placement().useGp().get(u);
    if (operands.placement().uses().get(u) instanceof Known known) {
      masm.moveImm(gp, known.value());
    }
    return Gp.readable(gp.number());
  }

  @Override
  public Gp useGuarded(int operand, MutGp temp) {
    Gp value = use(operand);
    int register = operands.insn().operand(operand);
    for (Fact fact : operands.constraints().guards().getOrDefault(operand, List.of())) {
      if (!known.isProven(operands.index(), register, fact)) {
        fact.emitCheck(lent, values(), value, temp, deoptimize(DeoptReason.SHAPE));
      }
    }
    return value;
  }

  @Override
  public Gp useInt32(int operand, Label notInt32) {
    int u = use(operand, UsePolicy.INT32);
    MutGp gp = operands.placement().useGp().get(u);
    if (operands.placement().uses().get(u) instanceof Known known) {
      if (Values.isInt32(known.value())) {
        masm.moveImm(gp, Integer.toUnsignedLong(Values.asInt32(known.value())));
      } else {
        masm.jump(notInt32);
      }
      return Gp.readable(gp.number());
    }
    if (needsInt32Check(u)) {
      values().branchIfNotInt32(masm, gp, notInt32);
      knownInt32.set(u);
    }
    return unboxed(u, gp);
  }

  @Override
  public Gp useIndex(int operand, MutGp temp, Label notInt32) {
    Gp value = useInt32(operand, notInt32);
    int u = use(operand, UsePolicy.INT32);
    if (operands.placement().uses().get(u) instanceof Known || representation(u) == Representation.INT32) {
      return value;
    }
    masm.zeroExtend(Width.BITS32, temp, value);
    return temp;
  }

  private Gp unboxed(int use, MutGp gp) {
    if (representation(use) == Representation.BOXED && !values().int32IsLowHalf()) {
      throw operands.error("this value representation needs a register to unbox operand "
          + operands.problem().uses().get(use).operand());
    }
    return Gp.readable(gp.number());
  }

  @Override
  public void expectInt32(int first, int second, Label notInt32) {
    int a = use(first, UsePolicy.INT32);
    int b = use(second, UsePolicy.INT32);
    boolean checkA = needsInt32Check(a);
    boolean checkB = needsInt32Check(b);
    MutGp gpA = operands.placement().useGp().get(a);
    MutGp gpB = operands.placement().useGp().get(b);
    if (checkA && checkB && !gpA.equals(gpB)) {
      values().branchUnlessBothInt32(masm, gpA, gpB, notInt32);
    } else if (checkA) {
      values().branchIfNotInt32(masm, gpA, notInt32);
    } else if (checkB) {
      values().branchIfNotInt32(masm, gpB, notInt32);
    }
    knownInt32.set(a, checkA || knownInt32.get(a));
    knownInt32.set(b, checkB || knownInt32.get(b));
  }

  private boolean needsInt32Check(int use) {
    return !(operands.placement().uses().get(use) instanceof Known) && representation(use) == Representation.BOXED
        && !knownInt32.get(use)
        && operands.problem().uses().get(use).proven() != Representation.INT32;
  }

  @Override
  public Fp useDouble(int operand, Label notNumber) {
    int u = use(operand, UsePolicy.DOUBLE);
    MutFp fp = operands.placement().useFp().get(u);
    switch (operands.placement().uses().get(u)) {
      case Known known -> {
        if (Values.isNumber(known.value())) {
          masm.moveFpImm(fp, Values.asNumber(known.value()));
        } else {
          masm.jump(notNumber);
        }
      }
      case InFp at -> transfers.emit(new Transfer(register(u), at, new InFp(fp)));
      case InGp at when at.representation() == Representation.INT32 -> masm.int32ToFp(fp, at.register());
      case Location.Spilled at -> transfers.emit(new Transfer(register(u), at, new InFp(fp)));
      default -> unboxNumber(fp, operands.placement().useGp().get(u), operands.problem().uses().get(u).proven(),
          notNumber);
    }
    return Fp.readable(fp.number());
  }

  /** Doubles in line, int32 out of line, unless more is known. */
  private void unboxNumber(MutFp fp, MutGp value, Representation proven, Label notNumber) {
    MutGp temp = contextTemp();
    switch (proven) {
      case INT32 -> int32ToDouble(fp, value, temp);
      case DOUBLE -> values().unboxKnownDouble(masm, fp, value, temp);
      case BOXED -> {
        Label done = masm.newLabel();
        Label notDouble = outOfLine.add(() -> {
          values().branchIfNotInt32(masm, value, notNumber);
          int32ToDouble(fp, value, temp);
          masm.jump(done);
        });
        values().unboxDouble(masm, fp, value, temp, notDouble);
        masm.bind(done);
      }
    }
  }

  private void int32ToDouble(MutFp fp, MutGp value, MutGp temp) {
    if (values().int32IsLowHalf()) {
      masm.int32ToFp(fp, value);
    } else {
      values().unboxInt32(masm, temp, value);
      masm.int32ToFp(fp, temp);
    }
  }

  @Override
  public OptionalLong constant(int operand) {
    return operands.problem().uses().get(operands.use(operand)).known();
  }

  @Override
  public OptionalInt int32Constant(int operand) {
    OptionalLong known = constant(operand);
    return known.isPresent() && Values.isInt32(known.getAsLong()) ? OptionalInt.of(Values.asInt32(known.getAsLong()))
        : OptionalInt.empty();
  }

  // What is written

  private int def(int operand, Representation asked) {
    int d = operands.def(operand);
    Representation declared = operands.problem().defs().get(d).representation();
    if (declared != asked) {
      throw operands.error("the result in operand " + operand + " is given as " + asked + ", but was declared "
          + declared);
    }
    return d;
  }

  @Override
  public MutGp def(int operand) {
    return operands.placement().defGp().get(def(operand, Representation.BOXED));
  }

  @Override
  public MutGp earlyDef(int operand, MutGp temp) {
    MutGp def = def(operand);
    boolean needed = operands.placement().useGp().contains(def)
        || operands.placement().uses().stream().anyMatch(use -> use instanceof InGp at && at.register().equals(def))
        || operands.placement().exit().entries().stream()
            .anyMatch(entry -> entry.location() instanceof InGp at && at.register().equals(def));
    return needed ? temp : def;
  }

  @Override
  public MutGp defInt32(int operand) {
    return operands.placement().defGp().get(def(operand, Representation.INT32));
  }

  @Override
  public MutFp defDouble(int operand) {
    return operands.placement().defFp().get(def(operand, Representation.DOUBLE));
  }

  @Override
  public void copy(int def) {
    if (operands.constraints().copyOf() < 0) {
      throw operands.error("copies, but did not declare copyOf");
    }
    int u = operands.problem().copyOf();
    int d = operands.def(def);
    Location from = operands.placement().uses().get(u);
    Location to = operands.placement().defs().get(d);
    int target = operands.problem().defs().get(d).register();
    if (from instanceof Slot) {
      MutGp through = to instanceof InGp at ? at.register() : operands.placement().defGp().get(d);
      InGp register = new InGp(through, to instanceof InGp at ? at.representation() : Representation.BOXED);
      transfers.emit(new Transfer(register(u), from, register));
      from = register;
    }
    transfers.emit(new Transfer(target, from, to));
  }

  @Override
  public void boxDouble(MutGp dst, Fp src, MutGp temp) {
    guarded.ifPresent(guard -> guard.checkWrite("boxDouble", dst));
    transfers.boxDouble(dst, src, temp);
  }

  // Temps

  @Override
  public MutGp temp(int number) {
    if (number < 0 || number >= operands.constraints().gpTemps()) {
      throw operands.error("asks for temp " + number + ", but declared " + operands.constraints().gpTemps());
    }
    return operands.placement().gpTemps().get(number);
  }

  @Override
  public MutFp fpTemp(int number) {
    if (number < 0 || number >= operands.constraints().fpTemps()) {
      throw operands.error("asks for floating-point temp " + number + ", but declared "
          + operands.constraints().fpTemps());
    }
    return operands.placement().fpTemps().get(number);
  }

  // Ways out

  private void requireExits() {
    if (!operands.constraints().exits()) {
      throw operands.error("leaves the function's code, but did not declare exits");
    }
  }

  private int targetBlock(int operand) {
    if (operands.insn().descriptor().operands().get(operand).kind() != OperandKind.TARGET) {
      throw operands.error("operand " + operand + " is no jump target");
    }
    return flow.target(flow.blockOf(operands.index()), operands.insn().operand(operand));
  }

  private Label edge(int operand) {
    return blocks.edge(flow.blockOf(operands.index()), targetBlock(operand));
  }

  @Override
  public Label target(int operand) {
    return !operands.hasResults() ? edge(operand) : outOfLine.add(() -> {
      finishDefinitions();
      masm.jump(edge(operand));
    });
  }

  @Override
  public Label poll(int target) {
    requireExits();
    return outOfLine.add(() -> {
      exits.emitRequest(Request.POLL, operands.insn().offset(), operands.placement().exit(),
          operands.problem().handler());
      masm.jump(target(target));
    });
  }

  @Override
  public Label slowPath() {
    if (operands.insn().isSynthetic()) {
      return deoptimize(DeoptReason.SHAPE);
    }
    requireExits();
    if (slowPath == null) {
      slowPath = outOfLine.add(() -> {
        meaning.emit();
        masm.jump(rejoin);
      });
    }
    return slowPath;
  }

  @Override
  public Label deoptimize(DeoptReason reason) {
    requireExits();
    if (guards.failsNow(operands.insn().guardOffset())) {
      masm.jump(deoptimizations.computeIfAbsent(DeoptReason.FORCED, this::deoptimization));
    }
    return deoptimizations.computeIfAbsent(reason, this::deoptimization);
  }

  private Label deoptimization(DeoptReason reason) {
    return outOfLine.add(() -> exits.emitDeoptimization(reason, operands.insn().offset(),
        operands.insn().guardOffset(), operands.placement().exit()));
  }

  @Override
  public Label deoptimizeNoCell() {
    requireExits();
    return outOfLine.add(() -> exits.emitDeoptimization(DeoptReason.SHAPE, operands.insn().offset(),
        operands.insn().isSynthetic() ? operands.insn().guardOffset() : operands.insn().cellReader(), operands.placement().exit()));
  }

  @Override
  public Label exception() {
    requireExits();
    return exits.exception(operands.problem().handler());
  }

  @Override
  public Label outOfLine(Runnable code) {
    return outOfLine.add(guarded.isPresent() ? () -> guarded.get().run(code) : code);
  }

  @Override
  public void emitReturn() {
    exits.emitReturn();
  }

  @Override
  public long link(int words, int argc, boolean construct) {
    return Values.opaque(operands.insn().offset() | (long) words << Layout.LINK_DELTA_SHIFT | (long) argc << Layout.LINK_ARGC_SHIFT
        | (construct ? Layout.LINK_CONSTRUCT : 0));
  }

  @Override
  public void requireRoom(int words) {
    if (!environment.leaf()) {
      return;
    }
    masm.load(Width.BITS64, roles().argumentCount(), Mem.at(roles().context(), Layout.CONTEXT_STACK_LIMIT));
    masm.address(roles().sites(), new Mem.Displaced(roles().base(), WORD_BYTES * words));
    masm.branch(Width.BITS64, Cond.ABOVE, roles().sites(), roles().argumentCount(), slowPath());
  }

  @Override
  public void callFunction(Gp entry, int words) {
    if (!operands.constraints().calls()) {
      throw operands.error("calls a function, but did not declare calls");
    }
    long bytes = (long) WORD_BYTES * words;
    masm.addImm(Width.BITS64, roles().base(), roles().base(), bytes);
    masm.call(entry);
    masm.addImm(Width.BITS64, roles().base(), roles().base(), -bytes);
    if (sites.isBehind(operands.index())) {
      masm.moveImm(roles().sites(), functionInfo());
    }
    masm.branchImm(Width.BITS64, Cond.EQUAL, roles().result(), Layout.EXCEPTION, exception());
  }

  @Override
  public void callStub(SharedStub stub, MutGp temp) {
    masm.load(Width.BITS64, temp, Mem.at(roles().context(), stub.contextOffset()));
    masm.call(temp);
  }

  // Memory

  @Override
  public void storeToCell(Gp value, Mem field) {
    CellStores.emit(masm, value, field);
  }

  @Override
  public void storeDoubleToCell(int operand, Mem field, MutGp temp, MutFp fpTemp) {
    OptionalLong known = constant(operand);
    if (known.isPresent()) {
      masm.moveImm(temp, known.getAsLong());
      storeToCell(temp, field);
      return;
    }
    Label never = masm.newLabel();
    Fp value = useDouble(operand, never);
    masm.bind(never);
    if (values().storesDoubles(masm)) {
      values().storeDouble(masm, value, field, fpTemp);
    } else {
      boxDouble(temp, value, contextTemp());
      storeToCell(temp, field);
    }
  }

  @Override
  public int allocate(MutGp dst, MutGp temp, int kind, int shapeId, int bytes, Label noRoom) {
    if (bytes > SizeClasses.LARGEST) {
      throw operands.error("allocates a cell of " + bytes + " bytes, more than " + SizeClasses.LARGEST);
    }
    return CellAllocation.emit(masm, roles().allocation(), dst, temp, kind, shapeId, bytes, noRoom, outOfLine);
  }

  @Override
  public int registerCount() {
    return flow.code().template().registerCount();
  }

  @Override
  public Mem.Displaced slot(int register) {
    return transfers.slot(register);
  }

  @Override
  public Mem.Displaced site(int operand, int byteOffset) {
    if (!operands.constraints().readsSite()) {
      throw operands.error("reads its site, but did not declare readsSite");
    }
    return new Mem.Displaced(roles().sites(), Layout.INFO_SITES + WORD_BYTES * operands.insn().operand(operand)
        + byteOffset);
  }

  // Environment

  @Override
  public MacroAssembler masm() {
    return lent;
  }

  @Override
  public ValueEmitter values() {
    return environment.values();
  }

  @Override
  public <S> S strategy(Class<S> spi) {
    return environment.strategy(spi);
  }

  @Override
  public boolean tracksFacts() {
    return environment.tracksFacts();
  }

  @Override
  public CallRegisters roles() {
    return environment.roles();
  }

  @Override
  public long functionInfo() {
    return environment.functionInfo();
  }
}
