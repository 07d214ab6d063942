package dev.joist.compiler.analysis;

import dev.joist.bytecode.Effect;
import java.util.Arrays;
import java.util.BitSet;

/** Which registers may still be read: a backward dataflow analysis over bit sets. */
public final class Liveness {
  private final ControlFlow flow;
  private final int registerCount;
  private final int words;
  private final long[] liveIn;
  private final BitSet[] after;

  private Liveness(ControlFlow flow) {
    this.flow = flow;
    registerCount = flow.code().registerCount();
    words = registerCount + 63 >>> 6;
    liveIn = new long[flow.blockCount() * words];
    after = new BitSet[flow.code().instructions().size()];
    solve();
    for (int block = 0; block < flow.blockCount(); block++) {
      transfer(block, true);
    }
  }

  public static Liveness of(ControlFlow flow) {
    return new Liveness(flow);
  }

  private void solve() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int block = flow.blockCount() - 1; block >= 0; block--) {
        long[] live = transfer(block, false);
        for (int w = 0; w < words; w++) {
          int at = block * words + w;
          if (liveIn[at] != live[w]) {
            liveIn[at] = live[w];
            changed = true;
          }
        }
      }
    }
  }

  private long[] transfer(int block, boolean record) {
    long[] live = new long[words];
    for (int successor : flow.successors(block)) {
      addLiveIn(live, successor);
    }
    if (flow.isResumed(block + 1)) {
      addLiveIn(live, block + 1);
    }
    for (int i = flow.end(block) - 1; i >= flow.first(block); i--) {
      DecodedInsn insn = flow.code().instructions().get(i);
      if (record) {
        after[i] = BitSet.valueOf(live);
      }
      Registers.defs(insn, (operand, register) -> clear(live, register));
      for (int r = Registers.killedFrom(insn, registerCount); r < registerCount; r++) {
        clear(live, r);
      }
      // An exception comes before the definition: what the handler reads is live here even if the instruction defines
      // it.
      if (flow.handlerOf(i) >= 0 && mayThrow(insn)) {
        addLiveIn(live, flow.handlerOf(i));
      }
      Registers.uses(insn, (operand, register) -> set(live, register));
    }
    return live;
  }

  /** Whether an instruction may go to its handler. */
  public static boolean mayThrow(DecodedInsn insn) {
    return insn.descriptor().has(Effect.THROWS) || insn.descriptor().has(Effect.CALLS)
        || insn.descriptor().has(Effect.SAFEPOINT);
  }

  private void addLiveIn(long[] live, int block) {
    for (int w = 0; w < words; w++) {
      live[w] |= liveIn[block * words + w];
    }
  }

  private static void set(long[] live, int register) {
    live[register >>> 6] |= 1L << register;
  }

  private static void clear(long[] live, int register) {
    live[register >>> 6] &= ~(1L << register);
  }

  /** Registers live on entry of a block. */
  public BitSet liveIn(int block) {
    return BitSet.valueOf(Arrays.copyOfRange(liveIn, block * words, (block + 1) * words));
  }

  /** Registers live after an instruction that does not throw. */
  public BitSet liveAfter(int instruction) {
    return after[instruction];
  }
}
