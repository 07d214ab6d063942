package dev.joist.compiler.analysis;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Insn;
import java.util.Optional;

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
  private final LoopGuard guard;
  private boolean truncated;

  DecodedInsn(CompilationUnit unit, OpcodeDescriptor descriptor, int opcode, int offset, int next, int[] operands,
      int siteOperand) {
    this(unit, descriptor, opcode, offset, next, operands, siteOperand, null);
  }

  private DecodedInsn(CompilationUnit unit, OpcodeDescriptor descriptor, int opcode, int offset, int next,
      int[] operands, int siteOperand, LoopGuard guard) {
    this.guard = guard;
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
    return new DecodedInsn(unit, guard.descriptor(), -1, guard.head(), guard.head(), new int[] {guard.register()}, -1,
        guard);
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

  /** What makes it one that is not in the bytecode, or null. */
  LoopGuard guard() {
    return guard;
  }

  /** Whether it is not in the bytecode, but the compiler's own. */
  public boolean isSynthetic() {
    return guard != null;
  }

  /** Offset of the instruction whose site hears of guards that fail. */
  public int guardOffset() {
    return guard != null ? guard.witness() : offset;
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
  public String toString() {
    return guard != null ? guard.toString() : descriptor.name() + "@" + offset;
  }
}
