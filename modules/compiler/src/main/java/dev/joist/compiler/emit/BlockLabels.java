package dev.joist.compiler.emit;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Transfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Labels of blocks, of the code that enters them with everything in slots, and of edges that need transfers. */
final class BlockLabels {
  private record Edge(int from, int to) {}

  private final OutOfLine outOfLine;
  private final TransferEmitter transfers;
  private final MacroAssembler masm;
  private final List<Label> blocks = new ArrayList<>();
  private final List<Label> entries = new ArrayList<>();
  private final List<List<Transfer>> loads;
  private final Map<Edge, List<Transfer>> edges = new HashMap<>();

  BlockLabels(MacroAssembler masm, OutOfLine outOfLine, TransferEmitter transfers, Allocation allocation) {
    this.masm = masm;
    this.outOfLine = outOfLine;
    this.transfers = transfers;
    loads = allocation.entries();
    for (int b = 0; b < loads.size(); b++) {
      blocks.add(masm.newLabel());
      entries.add(null);
    }
    allocation.edges().forEach(edge -> edges.put(new Edge(edge.from(), edge.to()), edge.transfers()));
  }

  /** The block itself. */
  Label block(int block) {
    return blocks.get(block);
  }

  /** Enters the block with everything live in its slot. */
  Label entry(int block) {
    if (loads.get(block).isEmpty()) {
      return blocks.get(block);
    }
    if (entries.get(block) == null) {
      entries.set(block, outOfLine.add(() -> emitEntry(block)));
    }
    return entries.get(block);
  }

  /** Loads what the block wants and jumps to it. */
  void emitEntry(int block) {
    transfers.emitAll(loads.get(block));
    masm.jump(blocks.get(block));
  }

  /** Goes from the end of a block to another. */
  Label edge(int from, int to) {
    List<Transfer> needed = edges.getOrDefault(new Edge(from, to), List.of());
    if (needed.isEmpty()) {
      return blocks.get(to);
    }
    return outOfLine.add(() -> {
      transfers.emitParallel(needed);
      masm.jump(blocks.get(to));
    });
  }

  /** Emits what falling through from a block into the next one needs. */
  void emitFallThrough(int from, int to) {
    transfers.emitParallel(edges.getOrDefault(new Edge(from, to), List.of()));
  }
}
