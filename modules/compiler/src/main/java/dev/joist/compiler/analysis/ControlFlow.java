package dev.joist.compiler.analysis;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import dev.joist.spi.layout.Feedback;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The basic blocks of a function, in code order, and its loops. */
public final class ControlFlow {
  private final Code code;
  private final int[] starts;
  private final int[] blockOf;
  private final List<List<Integer>> successors = new ArrayList<>();
  private final List<List<Integer>> predecessors = new ArrayList<>();
  private final BitSet handlerHeads = new BitSet();
  private final BitSet loopHeads = new BitSet();
  private final BitSet resumed = new BitSet();
  private final int[] loopDepth;
  private final int[] handlerOf;
  private final Map<Integer, BitSet> loopBodies = new HashMap<>();
  private final Map<Integer, DecodedInsn> backEdges = new HashMap<>();

  private ControlFlow(Code code) {
    this.code = code;
    BitSet leaders = leaders();
    starts = leaders.stream().toArray();
    blockOf = new int[code.instructions().size()];
    for (int b = 0; b < starts.length; b++) {
      for (int i = starts[b]; i < end(b); i++) {
        blockOf[i] = b;
      }
      successors.add(new ArrayList<>(2));
      predecessors.add(new ArrayList<>(2));
    }
    handlerOf = new int[starts.length == 0 ? 0 : blockOf.length];
    loopDepth = new int[starts.length];
    connect();
    findHandlers();
    findLoops();
  }

  public static ControlFlow of(Code code) {
    return new ControlFlow(code);
  }

  private BitSet leaders() {
    List<DecodedInsn> instructions = code.instructions();
    BitSet leaders = new BitSet(instructions.size() + 1);
    leaders.set(0, !instructions.isEmpty());
    for (int i = 0; i < instructions.size(); i++) {
      DecodedInsn insn = instructions.get(i);
      if (insn.isSynthetic() && (i == 0 || !instructions.get(i - 1).isSynthetic())) {
        leaders.set(i);
      }
      boolean ends = insn.descriptor().has(Effect.TERMINATES) || insn.descriptor().has(Effect.SUSPENDS);
      List<Operand> operands = insn.descriptor().operands();
      for (int o = 0; o < operands.size(); o++) {
        if (operands.get(o).kind() == OperandKind.TARGET) {
          leaders.set(code.indexAt(insn.operand(o)));
          ends = true;
        }
      }
      if (ends && i + 1 < instructions.size()) {
        leaders.set(i + 1);
      }
    }
    for (Handler handler : code.template().handlers()) {
      leaders.set(code.indexAt(handler.target()));
    }
    return leaders;
  }

  private void connect() {
    for (int b = 0; b < starts.length; b++) {
      DecodedInsn last = code.instructions().get(end(b) - 1);
      if (last.descriptor().has(Effect.SUSPENDS)) {
        resumed.set(b + 1);
      } else if (!last.descriptor().has(Effect.TERMINATES) && b + 1 < starts.length) {
        edge(b, b + 1);
      }
      List<Operand> operands = last.descriptor().operands();
      for (int o = 0; o < operands.size(); o++) {
        if (operands.get(o).kind() == OperandKind.TARGET) {
          int target = target(b, last.operand(o));
          edge(b, target);
          if (operands.stream().anyMatch(operand -> operand.site() == SiteKind.LOOP)) {
            loopHeads.set(target);
            backEdges.put(target, last);
          }
        }
      }
    }
  }

  /** The block that a jump from a block to an offset goes to: from outside of a loop, past its guards. */
  public int target(int from, int offset) {
    int block = blockOf[code.indexAt(offset)];
    boolean guarded = block > 0 && code.instructions().get(starts[block - 1]).isSynthetic();
    return guarded && from < block ? block - 1 : block;
  }

  private void edge(int from, int to) {
    if (!successors.get(from).contains(to)) {
      successors.get(from).add(to);
      predecessors.get(to).add(from);
    }
  }

  private void findHandlers() {
    List<Handler> handlers = code.template().handlers();
    for (int i = 0; i < handlerOf.length; i++) {
      handlerOf[i] = -1;
      int offset = code.instructions().get(i).offset();
      for (Handler handler : handlers) {
        if (handler.start() <= offset && offset < handler.end()) {
          handlerOf[i] = blockOf[code.indexAt(handler.target())];
          break;
        }
      }
    }
    for (Handler handler : handlers) {
      handlerHeads.set(blockOf[code.indexAt(handler.target())]);
    }
  }

  private void findLoops() {
    for (int head = loopHeads.nextSetBit(0); head >= 0; head = loopHeads.nextSetBit(head + 1)) {
      BitSet body = new BitSet();
      body.set(head);
      Deque<Integer> work = new ArrayDeque<>();
      for (int latch : predecessors.get(head)) {
        if (latch >= head) {
          work.add(latch);
        }
      }
      while (!work.isEmpty()) {
        int block = work.remove();
        if (!body.get(block)) {
          body.set(block);
          work.addAll(predecessors.get(block));
        }
      }
      body.stream().forEach(block -> loopDepth[block]++);
      loopBodies.put(head, body);
    }
  }

  public Code code() {
    return code;
  }

  public int blockCount() {
    return starts.length;
  }

  /** The first instruction of a block. */
  public int first(int block) {
    return starts[block];
  }

  /** The instruction after the last of a block. */
  public int end(int block) {
    return block + 1 < starts.length ? starts[block + 1] : code.instructions().size();
  }

  /** The block that an instruction is in. */
  public int blockOf(int instruction) {
    return blockOf[instruction];
  }

  /** Where control may go at a block's end, the block it falls through into first; neither handlers nor where it is resumed. */
  public List<Integer> successors(int block) {
    return successors.get(block);
  }

  public List<Integer> predecessors(int block) {
    return predecessors.get(block);
  }

  /** The block that exceptions of an instruction go to, or -1: they leave the function. */
  public int handlerOf(int instruction) {
    return handlerOf[instruction];
  }

  public boolean isHandler(int block) {
    return handlerHeads.get(block);
  }

  /** Whether the frame has been left, and is resumed, where a block begins: no edge leads there from the block before. */
  public boolean isResumed(int block) {
    return resumed.get(block);
  }

  public boolean isLoopHead(int block) {
    return loopHeads.get(block);
  }

  /** The blocks of the loop with this head. */
  BitSet loopBody(int head) {
    return loopBodies.get(head);
  }

  /** The instruction at the end of the loop with this head, or null when there is none. */
  public DecodedInsn backEdge(int head) {
    return backEdges.get(head);
  }

  /** Whether something may be guarded before the loop with this head: not where guards have failed too often. */
  boolean mayGuard(int head) {
    DecodedInsn backEdge = backEdges.get(head);
    if (backEdge == null || isHandler(head) || isResumed(head)) {
      return false;
    }
    List<Operand> operands = backEdge.descriptor().operands();
    for (int o = 0; o < operands.size(); o++) {
      if (operands.get(o).kind() == OperandKind.SITE && operands.get(o).site() == SiteKind.LOOP) {
        return (backEdge.siteWord(o, 0) & Feedback.GENERIC) == 0;
      }
    }
    return false;
  }

  /** The block before a loop's head that guards what comes in, or -1. */
  public int guardsOf(int head) {
    return isLoopHead(head) && head > 0 && code.instructions().get(starts[head - 1]).isSynthetic() ? head - 1 : -1;
  }

  /** Whether something is read before the loop with this head that the loop counts on. */
  private boolean hasReads(int head) {
    int guards = guardsOf(head);
    return guards >= 0 && code.instructions().subList(first(guards), end(guards)).stream()
        .anyMatch(insn -> insn.guard() instanceof LoopGuard.Read);
  }

  /** Blocks of loops that count on nobody writing to what they have read. */
  BitSet undisturbed() {
    BitSet blocks = new BitSet();
    loopHeads.stream().filter(this::hasReads).forEach(head -> blocks.or(loopBodies.get(head)));
    return blocks;
  }

  /** Whether every iteration of the loop with this head comes through a block of it. */
  boolean isInEveryIteration(int head, int block) {
    if (block == head) {
      return true;
    }
    BitSet body = loopBodies.get(head);
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(head));
    while (!work.isEmpty()) {
      int at = work.remove();
      for (int successor : successors.get(at)) {
        if (successor == head) {
          return false;
        }
        if (successor != block && body.get(successor) && !seen.get(successor)) {
          seen.set(successor);
          work.add(successor);
        }
      }
    }
    return true;
  }

  /** 0 outside of loops. */
  public int loopDepth(int block) {
    return loopDepth[block];
  }
}
