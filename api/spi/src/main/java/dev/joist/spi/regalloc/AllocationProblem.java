package dev.joist.spi.regalloc;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a register allocator is asked. Instructions are numbered from 0 in code order; so are blocks.
 *
 * @param registerCount bytecode registers
 * @param parameterCount r0 to r(parameterCount) are in their slots on entry
 * @param speculative whether values may be guarded to be int32 or double, with deoptimization
 */
public record AllocationProblem(
    int registerCount, int parameterCount, List<Block> blocks, List<Instruction> instructions, boolean speculative) {
  public AllocationProblem {
    blocks = List.copyOf(blocks);
    instructions = List.copyOf(instructions);
  }

  /**
   * A basic block: instructions first ≤ i < end.
   *
   * @param successors blocks that control may go to at its end, the one it falls through into first; handlers not among
   *     them
   * @param loopDepth 0 outside of loops
   * @param entry how else than from its predecessors it may be entered; then everything live is in its slot. Block 0 is
   *     the function's entry whatever stands here
   * @param liveIn registers whose values may still be read; not written by anybody
   */
  public record Block(int first, int end, List<Integer> successors, int loopDepth, Entry entry, BitSet liveIn) {
    public Block {
      successors = List.copyOf(successors);
    }
  }

  /** Ways into a block that are no edges between blocks. */
  public enum Entry {
    NONE,
    /** Where exceptions go, or a suspended frame is resumed: entered with everything live in its slot, as any Value. */
    HANDLER,
    /**
     * A loop's head: may be entered from the interpreter, through code of its own that loads everything live from its
     * slot.
     */
    LOOP
  }

  /**
   * What an instruction does to registers.
   *
   * @param offset in the bytecode
   * @param uses what it reads, by operand; a register that it reads and that is not wanted by the fast path has a null
   *     policy
   * @param defs what it writes
   * @param exits whether it may leave: everything live before it is then needed in its slot, out of line
   * @param calls whether it clobbers all machine registers
   * @param handler block that exceptions of this instruction go to, or -1
   * @param constant the Value it always defines, and it does nothing else
   * @param copyOf index in {@code uses} of what it just copies into {@code defs(0)}, or -1
   * @param restores whether an unboxed result may be written into the register of a use: the lowering leaves only
   *     before that, or restores what it read
   * @param liveAfter registers that may be read after it when it does not throw; what its handler reads is in the
   *     handler's liveIn
   */
  public record Instruction(
      int offset, List<Use> uses, List<Def> defs, int gpTemps, int fpTemps, boolean exits, boolean calls, int handler,
      OptionalLong constant, int copyOf, boolean restores, BitSet liveAfter) {
    public Instruction {
      uses = List.copyOf(uses);
      defs = List.copyOf(defs);
    }

    /** One whose unboxed results need registers of their own. */
    public Instruction(
        int offset, List<Use> uses, List<Def> defs, int gpTemps, int fpTemps, boolean exits, boolean calls, int handler,
        OptionalLong constant, int copyOf, BitSet liveAfter) {
      this(offset, uses, defs, gpTemps, fpTemps, exits, calls, handler, constant, copyOf, false, liveAfter);
    }

    /** What lives on through the instruction: live after it, and not defined by it. A new set. */
    public BitSet liveAcross() {
      BitSet across = (BitSet) liveAfter.clone();
      for (Def def : defs) {
        across.clear(def.register());
      }
      return across;
    }
  }

  /**
   * @param operand index in the descriptor; of the further registers of a range or window that of its first
   * @param known the Value that the register is known to hold here; it needs no machine register then, as lowerings see
   *     the Value
   * @param proven what the register's Value is known to be here: an INT32, a DOUBLE, or BOXED when nothing is known
   */
  public record Use(int operand, int register, UsePolicy policy, OptionalLong known, Representation proven) {}

  /** @param representation what the lowering gives; of a constant what it may be kept as */
  public record Def(int operand, int register, Representation representation) {}
}
