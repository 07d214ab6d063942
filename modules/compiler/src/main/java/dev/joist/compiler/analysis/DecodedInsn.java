package dev.joist.compiler.analysis;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.OpcodeLowering;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** One instruction of a {@link Code}. */
public final class DecodedInsn implements Insn {
  private static final int FEEDBACK_MASK = 0xff;

  private final CompilationUnit unit;
  private final OpcodeDescriptor descriptor;
  private final int opcode;
  private final int offset;
  private final int next;
  private final int[] operands;
  private final int siteOperand;
  private final OpcodeLowering own;
  private boolean truncated;
  private boolean readAsDouble;
  private int cellReader = -1;
  private BitSet knownDoubles = new BitSet(0);

  DecodedInsn(CompilationUnit unit, OpcodeDescriptor descriptor, int opcode, int offset, int next, int[] operands,
      int siteOperand) {
    this(unit, descriptor, opcode, offset, next, operands, siteOperand, null);
  }

  private DecodedInsn(CompilationUnit unit, OpcodeDescriptor descriptor, int opcode, int offset, int next,
      int[] operands, int siteOperand, OpcodeLowering own) {
    this.own = own;
    this.unit = unit;
    this.descriptor = descriptor;
    this.opcode = opcode;
    this.offset = offset;
    this.next = next;
    this.operands = operands;
    this.siteOperand = siteOperand;
  }

  /** An instruction that is not in the bytecode. */
  static DecodedInsn of(CompilationUnit unit, LoopGuard guard) {
    int site = guard instanceof LoopGuard.Read read ? read.original().siteOperand : -1;
    return new DecodedInsn(unit, guard.descriptor(), -1, guard.head(), guard.head(), guard.operands().stream().mapToInt(o -> o).toArray(), site,
        guard);
  }

  /**
   * What stands here instead when a register has the result already. It still reads what this instruction reads: the interpreter
   * will, should it go on in the loop.
   */
  DecodedInsn copying(int register) {
    IntStream.Builder registers = IntStream.builder();
    Registers.defs(this, (operand, defined) -> registers.add(defined));
    registers.add(register);
    Registers.uses(this, (operand, used) -> registers.add(used));
    int[] copied = registers.build().toArray();
    return new DecodedInsn(unit, CopyLowering.descriptor(copied.length), -1, offset, next, copied, -1, CopyLowering.INSTANCE);
  }

  @Override
  public OpcodeDescriptor descriptor() {
    return descriptor;
  }

  /** The opcode's number. */
  public int opcode() {
    return opcode;
  }

  @Override
  public int offset() {
    return offset;
  }

  /** The lowering of an instruction that is the compiler's own, or null. */
  OpcodeLowering own() {
    return own;
  }

  /** What comes before a loop or a function, or null: an instruction that is not in the bytecode. */
  LoopGuard guard() {
    return own instanceof LoopGuard guard ? guard : null;
  }

  /** Whether it comes before a loop or a function and is not in the bytecode. */
  public boolean isSynthetic() {
    return own instanceof LoopGuard;
  }

  /** Whether it only takes what was read before the loop. */
  public boolean isCopy() {
    return own == CopyLowering.INSTANCE;
  }

  /** Offset of the instruction whose site hears of guards that fail. */
  public int guardOffset() {
    return own instanceof LoopGuard guard ? guard.witness() : offset;
  }

  /** All operands; the caller's own. */
  int[] operands() {
    return operands.clone();
  }

  @Override
  public int next() {
    return next;
  }

  @Override
  public FunctionTemplate function() {
    return unit.template();
  }

  @Override
  public int operand(int index) {
    return operands[index];
  }

  @Override
  public Constant constant(int index) {
    return unit.template().constants().get(operands[index]);
  }

  @Override
  public long constantValue(int index) {
    return unit.constantValue(operands[index]);
  }

  @Override
  public ClosureParts closure(int index) {
    return unit.closure(operands[index]);
  }

  @Override
  public Optional<Callee> callee(int index) {
    return unit.callee(operands[index]);
  }

  @Override
  public int feedback() {
    return siteOperand < 0 ? 0 : (int) siteWord(siteOperand, 0) >>> 8 * Layout.SITE_FEEDBACK & FEEDBACK_MASK;
  }

  @Override
  public long siteWord(int index, int word) {
    return unit.siteWord(operands[index] + word);
  }

  @Override
  public boolean isPermanentGlobal(int index) {
    return unit.isPermanentGlobal(operands[index]);
  }

  @Override
  public int prototypeEpoch() {
    return unit.prototypeEpoch();
  }

  @Override
  public boolean isTruncated() {
    return truncated;
  }

  /** Only the analysis that finds it out says so. */
  void truncate(boolean nobodySeesMore) {
    truncated = nobodySeesMore;
  }

  @Override
  public boolean isReadAsDouble() {
    return readAsDouble;
  }

  /** Only the analysis that finds it out says so. */
  void readAsDouble(boolean always) {
    readAsDouble = always;
  }

  @Override
  public boolean isReadAsCell() {
    return cellReader >= 0;
  }

  /** Offset of the first instruction that asks whether its result is a cell, or -1. */
  public int cellReader() {
    return cellReader;
  }

  /** Only the analysis that finds it out says so. */
  void cellReader(int offset) {
    cellReader = offset;
  }

  @Override
  public boolean isKnownDouble(int operand) {
    return knownDoubles.get(operand);
  }

  /** Only the analysis that finds it out says so. */
  void knownDoubles(BitSet operands) {
    knownDoubles = operands;
  }

  @Override
  public String toString() {
    return isSynthetic() ? own.toString() : descriptor.name() + "@" + offset;
  }
}
