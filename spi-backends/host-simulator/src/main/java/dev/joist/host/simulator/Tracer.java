package dev.joist.host.simulator;

import java.util.function.Consumer;

/** Writes a line an instruction: its address, its word, and the registers that it changed. */
final class Tracer {
  private final CpuState cpu;
  private final Consumer<String> out;
  private final long[] x = new long[33];
  private final long[] v = new long[32];
  private int nzcv;
  private String pending;

  Tracer(CpuState cpu, Consumer<String> out) {
    this.cpu = cpu;
    this.out = out;
  }

  /** Called before the instruction at {@code pc} is executed. */
  void before(long pc) {
    finish();
    pending = "%x %08x".formatted(pc, Memory.getInt(pc));
    System.arraycopy(cpu.x, 0, x, 0, x.length);
    System.arraycopy(cpu.v, 0, v, 0, v.length);
    nzcv = cpu.nzcv;
  }

  /** Writes the line of the instruction executed last. */
  void finish() {
    if (pending == null) {
      return;
    }
    StringBuilder line = new StringBuilder(pending);
    for (int n = 0; n < x.length; n++) {
      if (x[n] != cpu.x[n]) {
        line.append(n == CpuState.SP ? " sp=%x".formatted(cpu.x[n]) : " x%d=%x".formatted(n, cpu.x[n]));
      }
    }
    for (int n = 0; n < v.length; n++) {
      if (v[n] != cpu.v[n]) {
        line.append(" d%d=%x".formatted(n, cpu.v[n]));
      }
    }
    if (nzcv != cpu.nzcv) {
      line.append(" nzcv=").append(FaultReport.flags(cpu.nzcv));
    }
    pending = null;
    out.accept(line.toString());
  }
}
