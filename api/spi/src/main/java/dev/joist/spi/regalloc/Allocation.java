package dev.joist.spi.regalloc;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import java.util.List;

/**
 * The answer of a register allocator. No location that outlives an instruction is in one of the last two of the
 * register file's tempGp and tempFp: transfers use those; nor, across an instruction that exits or in its exit map, in the
 * result register.
 *
 * @param placements one for each instruction
 * @param edges transfers on edges between blocks; edges not listed need none
 * @param entries for each block what is loaded when it is entered otherwise than by an edge: from slots, in its
 *     handler, loop or function entry
 * @param spillBytes of machine stack, a multiple of 16
 * @param statistics what the strategy wants known: spills, moves, intervals …
 */
public record Allocation(
    List<Placement> placements, List<EdgeTransfers> edges, List<List<Transfer>> entries, int spillBytes,
    List<Statistic> statistics) {
  public Allocation {
    placements = List.copyOf(placements);
    edges = List.copyOf(edges);
    entries = List.copyOf(entries);
    statistics = List.copyOf(statistics);
  }

  /**
   * Registers of one instruction.
   *
   * @param before transfers before it, in this order
   * @param uses where the values that it reads are, in the order of the problem's uses; of one that is known to be a number, where
   *     that number is
   * @param useGp for each use wanted in a general-purpose register, or for DOUBLE but not in a floating-point register,
   *     the register it is there in, loaded first when it is not the location's; else null
   * @param useFp for each DOUBLE use the register it is there in, unboxed first when it is not the location's; else
   *     null
   * @param defs where the results go, in the order of the problem's defs
   * @param defGp for each BOXED or INT32 def the register that the lowering writes; a BOXED one may be that of a use
   * @param defFp for each DOUBLE def likewise; differs from those of all uses
   * @param gpTemps differ from each other and from all registers above
   * @param fpTemps likewise
   * @param exit what is written back when it leaves; also tells what to reload from slots when it comes back, namely
   *     what is not in a register that survives calls of C functions
   * @param after transfers after it, in this order (not after a jump that is taken)
   */
  public record Placement(
      List<Transfer> before, List<Location> uses, List<MutGp> useGp, List<MutFp> useFp, List<Location> defs,
      List<MutGp> defGp,
      List<MutFp> defFp, List<MutGp> gpTemps, List<MutFp> fpTemps, ExitMap exit, List<Transfer> after) {}

  /** Transfers that happen at once (all sources are read first) on the way from a block to another. */
  public record EdgeTransfers(int from, int to, List<Transfer> transfers) {
    public EdgeTransfers {
      transfers = List.copyOf(transfers);
    }
  }

  public record Statistic(String name, long value) {}
}
