package dev.joist.backend.aarch64.asm;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.assembler.ConstantPool;
import dev.joist.assembler.LabelLinker;

/**
 * Emits instruction words, and what refers to labels: branches of any distance, addresses, literals. Where a branch
 * cannot reach its label it jumps over a long branch (backward) or to a veneer (forward).
 *
 * <p>Veneers and literals go into islands between two instructions, jumped over; {@link #contiguous} keeps islands
 * out of a sequence that must not be torn apart.
 */
public final class Assembler {
  /** Literals waiting at most, so that emitting them never drives a branch out of reach. */
  private static final int POOL_LIMIT = 2048;

  private final CodeBuffer code;
  private final LabelLinker linker;
  private final ConstantPool pool;
  private int deadline = LabelLinker.NEVER;

  /** An assembler that appends to the buffer. */
  public Assembler(CodeBuffer code) {
    this.code = code;
    this.linker = new LabelLinker(code);
    this.pool = new ConstantPool(code, linker);
  }

  /** The offset of the next instruction, unless an island comes first. */
  public int position() {
    return code.position();
  }

  /** Appends one instruction. */
  public void emit(int word) {
    if (code.position() >= deadline) {
      islandIfNeeded(4);
    }
    code.put32(word);
  }

  /** Makes sure that no island comes between the next instructions, at most 512 bytes of them. */
  public void contiguous(int bytes) {
    if (bytes > LabelLinker.LONGEST_SEQUENCE) {
      throw new IllegalArgumentException(
          "a sequence of " + bytes + " bytes cannot be kept together; " + LabelLinker.LONGEST_SEQUENCE + " can");
    }
    if (code.position() >= deadline - bytes) {
      islandIfNeeded(bytes);
    }
  }

  /** Binds the label to the next instruction. */
  public void bind(CodeLabel label) {
    linker.bind(label);
  }

  /** Jump. */
  public void b(CodeLabel target) {
    refer(Branches.b(0), BranchForm.IMM26, target);
  }

  /** Call. */
  public void bl(CodeLabel target) {
    refer(Branches.bl(0), BranchForm.IMM26, target);
  }

  /** Jump if the condition holds. */
  public void b(Condition condition, CodeLabel target) {
    shortBranch(Branches.bCond(condition, 0), 1, BranchForm.IMM19, target);
  }

  /** Jump if t is zero. */
  public void cbz(Size size, Reg t, CodeLabel target) {
    shortBranch(Branches.cbz(size, t, 0), 1 << 24, BranchForm.IMM19, target);
  }

  /** Jump if t is not zero. */
  public void cbnz(Size size, Reg t, CodeLabel target) {
    shortBranch(Branches.cbnz(size, t, 0), 1 << 24, BranchForm.IMM19, target);
  }

  /** Jump if the bit of t is zero. */
  public void tbz(Reg t, int bit, CodeLabel target) {
    shortBranch(Branches.tbz(t, bit, 0), 1 << 24, BranchForm.IMM14, target);
  }

  /** Jump if the bit of t is one. */
  public void tbnz(Reg t, int bit, CodeLabel target) {
    shortBranch(Branches.tbnz(t, bit, 0), 1 << 24, BranchForm.IMM14, target);
  }

  /**
   * {@code d =} the address of the label. For a label behind that is beyond 1 MiB it takes several instructions; a
   * label ahead must turn out to be within 1 MiB.
   */
  public void adr(Reg d, CodeLabel label) {
    contiguous(4);
    int site = code.position();
    if (linker.isInReach(label, BranchForm.ADR, site)) {
      refer(Branches.adr(d, 0), BranchForm.ADR, label);
      return;
    }
    int distance = site - label.position();
    emit(Branches.adr(d, 0));
    if ((distance & 0xfff) != 0) {
      emit(Arithmetic.sub(Size.X, d, d, distance & 0xfff));
    }
    for (int rest = distance & ~0xfff; rest > 0; rest -= 0xfff000) {
      emit(Arithmetic.sub(Size.X, d, d, Math.min(rest, 0xfff000)));
    }
  }

  /** Loads the 64 bits, from the pool. */
  public void ldrLiteral(Reg t, long bits) {
    literal(LoadStore.ldrLiteral(Size.X, t, 0), bits);
  }

  /** Loads the double with these bits, from the pool. */
  public void ldrLiteral(VReg t, long bits) {
    literal(LoadStore.ldrLiteral(FpSize.D, t, 0), bits);
  }

  /** {@code d = value}, all 64 bits, in the fewest instructions. */
  public void mov(Reg d, long value) {
    MoveImmediate.emit(Size.X, d, value, this::emit);
  }

  /** {@code d = value}, 32 bits, the upper half zero, in the fewest instructions. */
  public void movW(Reg d, int value) {
    MoveImmediate.emit(Size.W, d, value, this::emit);
  }

  /** Emits the literals that wait; every label referred to must be bound. Nothing may fall through to here. */
  public void finish() {
    pool.flush();
    linker.requireNoneWaiting();
  }

  /** A branch that has the reach of the buffer, or whose label is known to be in reach. */
  private void refer(int word, BranchForm form, CodeLabel target) {
    emit(word);
    linker.refer(target, form, code.position() - 4);
    deadline = linker.deadline();
  }

  /** A conditional branch; {@code inverter} is the bit of its word that turns the condition round. */
  private void shortBranch(int word, int inverter, BranchForm form, CodeLabel target) {
    contiguous(8);
    if (linker.isInReach(target, form, code.position())) {
      refer(word, form, target);
    } else {
      emit(word ^ inverter | form.field("branch", 8));
      refer(Branches.b(0), BranchForm.IMM26, target);
    }
  }

  private void literal(int word, long bits) {
    contiguous(4);
    refer(word, BranchForm.LITERAL, pool.labelOf(bits, BranchForm.LITERAL, code.position()));
    if (pool.pendingBytes() >= POOL_LIMIT) {
      island();
    }
  }

  private void islandIfNeeded(int bytes) {
    if (linker.relax(bytes)) {
      island();
    }
    deadline = linker.deadline();
  }

  /** Constants and veneers, jumped over. */
  private void island() {
    int skip = code.position();
    code.put32(0);
    pool.flush();
    linker.emitVeneers(target -> {
      int site = code.position();
      code.put32(Branches.b(0));
      linker.refer(target, BranchForm.IMM26, site);
    });
    code.patch32(skip, Branches.b(code.position() - skip));
    deadline = linker.deadline();
  }
}
