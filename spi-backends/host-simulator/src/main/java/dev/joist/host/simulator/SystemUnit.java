package dev.joist.host.simulator;

/** System registers, cache maintenance and instructions that stop. */
final class SystemUnit {
  /** Cache lines of 64 bytes (16 words), maintenance required for both caches. */
  private static final long CACHE_TYPE = 0x84448004L;

  private final CpuState cpu;
  private final AddressSpace space;
  private final InstructionCache cache;

  SystemUnit(CpuState cpu, AddressSpace space, InstructionCache cache) {
    this.cpu = cpu;
    this.space = space;
    this.cache = cache;
  }

  /** Executes one operation between {@link Op#FIRST_SYSTEM} and {@link Op#LAST_SYSTEM}; the result is the new flags. */
  int execute(int insn, long imm, int nzcv) {
    long[] x = cpu.x;
    int d = Op.d(insn);
    int n = Op.n(insn);
    switch (insn >>> Op.SHIFT) {
      case Op.MRS_NZCV -> x[d] = (long) nzcv << 28;
      case Op.MSR_NZCV -> {
        return (int) (x[n] >>> 28) & 15;
      }
      case Op.MRS_FPCR -> x[d] = cpu.fpcr;
      case Op.MSR_FPCR -> cpu.setFpcr(x[n]);
      case Op.MRS_CTR -> x[d] = CACHE_TYPE;
      case Op.DC_CVAU -> cache.clean(space.load(n, x[n], 1));
      case Op.IC_IVAU -> cache.invalidate(space.load(n, x[n], 1));
      case Op.DSB -> cache.completeMaintenance();
      case Op.ISB -> cache.synchronise();
      case Op.BRK -> throw new Signal(FaultKind.BREAKPOINT, 0, "brk #0x" + Long.toHexString(imm));
      case Op.HLT -> throw new Signal(FaultKind.HALT, 0, (d == 1 ? "udf #0x" : "hlt #0x") + Long.toHexString(imm));
      default -> throw new IllegalStateException("no system operation: " + (insn >>> Op.SHIFT));
    }
    return nzcv;
  }
}
