package dev.joist.host.simulator;

/** The text that goes with a fault: registers and surroundings. */
final class FaultReport {
  private static final int WORDS_AROUND = 6;

  private FaultReport() {}

  static String of(CpuState cpu, AddressSpace space) {
    StringBuilder text = new StringBuilder();
    registers(cpu, text);
    listing(cpu.pc, space, text);
    return text.toString();
  }

  private static void registers(CpuState cpu, StringBuilder text) {
    for (int n = 0; n < 31; n++) {
      text.append("%4s %016x%s".formatted("x" + n, cpu.x[n], n % 4 == 3 ? "\n" : "  "));
    }
    text.append("  sp %016x\n".formatted(cpu.x[CpuState.SP]));
    for (int n = 0; n < 32; n++) {
      if (cpu.v[n] != 0 || cpu.vHigh[n] != 0) {
        double low = Double.longBitsToDouble(cpu.v[n]);
        text.append("%4s %016x %016x  (%s)\n".formatted("v" + n, cpu.vHigh[n], cpu.v[n], low));
      }
    }
    text.append("  pc %016x  nzcv %s  executed %d\n".formatted(cpu.pc, flags(cpu.nzcv), cpu.executed));
  }

  static String flags(int nzcv) {
    StringBuilder text = new StringBuilder(4);
    for (int bit = 3; bit >= 0; bit--) {
      char name = "VCZN".charAt(bit);
      text.append((nzcv >> bit & 1) != 0 ? name : '-');
    }
    return text.toString();
  }

  private static void listing(long pc, AddressSpace space, StringBuilder text) {
    if ((pc & 3) != 0) {
      return;
    }
    for (long at = pc - 4 * WORDS_AROUND; at <= pc + 4 * WORDS_AROUND; at += 4) {
      if (space.owns(at, 4)) {
        text.append("%s %016x  %08x\n".formatted(at == pc ? "=>" : "  ", at, Memory.getInt(at)));
      }
    }
  }
}
