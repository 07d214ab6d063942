package dev.joist.regalloc.fixed;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.AllocationException;
import java.util.List;

/** Hands out the temps of one instruction. */
final class TempPool {
  private final List<MutGp> gp;
  private final List<MutGp> gpAcrossCall;
  private final List<MutFp> fp;
  private List<MutGp> current;
  private int nextGp;
  private int nextFp;
  private int offset;

  TempPool(RegisterFile registers) {
    gp = registers.tempGp();
    // A call's lowering writes the argument count while its temps are in use.
    gpAcrossCall = gp.stream().filter(r -> !r.equals(registers.calls().argumentCount())
        && !r.equals(registers.calls().result())).toList();
    fp = registers.tempFp();
  }

  void begin(int bytecodeOffset, boolean calls) {
    offset = bytecodeOffset;
    current = calls ? gpAcrossCall : gp;
    nextGp = 0;
    nextFp = 0;
  }

  MutGp gp() throws AllocationException {
    if (nextGp == current.size()) {
      throw new AllocationException("the instruction at offset " + offset + " needs more than " + current.size()
          + " general-purpose temps");
    }
    return current.get(nextGp++);
  }

  MutFp fp() throws AllocationException {
    if (nextFp == fp.size()) {
      throw new AllocationException("the instruction at offset " + offset + " needs more than " + fp.size()
          + " floating-point temps");
    }
    return fp.get(nextFp++);
  }
}
