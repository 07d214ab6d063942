package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.Probe;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.host.InstallException;
import java.util.Set;

/** Code that an emitter has emitted, run with other registers full of bits that it must leave alone. */
final class Piece {
  /** Positions of registers among {@link Probe#gp()}, by what they are used for. */
  static final int VALUE = 0;
  static final int SECOND = 1;
  static final int DST = 2;
  static final int TEMP = 3;
  static final int ALLOCATION = 4;
  /** Among {@link Probe#fp()}. */
  static final int FP_SRC = 0;
  static final int FP_DST = 1;

  private static final long UNTOUCHED = 0x7e57_ed00_dead_0000L;

  private final Trial trial;
  private final Probe probe;
  private final String name;
  private final Probe.Ready code;
  private final Set<Integer> written;
  private final Set<Integer> fpWritten;

  /**
   * Makes it ready.
   *
   * @param written general-purpose registers that it may change, by position
   * @param fpWritten floating-point registers that it may change
   */
  Piece(Trial trial, Probe probe, String name, Set<Integer> written, Set<Integer> fpWritten, Probe.Code code) throws InstallException {
    this.trial = trial;
    this.probe = probe;
    this.name = name;
    this.written = written;
    this.fpWritten = fpWritten;
    this.code = probe.prepare(code);
  }

  static MutGp gp(Probe probe, int position) {
    return probe.gp().get(position);
  }

  static MutFp fp(Probe probe, int position) {
    return probe.fp().get(position);
  }

  /** An input of {@link #run}. */
  record In(boolean fp, int position, long bits) {
    static In gp(int position, long bits) {
      return new In(false, position, bits);
    }

    static In fp(int position, long bits) {
      return new In(true, position, bits);
    }
  }

  /**
   * Runs it, and sees that nothing was changed but what it may change.
   *
   * @return whether it branched to its label
   */
  boolean run(In... inputs) {
    for (int i = 0; i < probe.gp().size(); i++) {
      probe.setGp(i, UNTOUCHED + i);
    }
    for (int i = 0; i < probe.fp().size(); i++) {
      probe.setFpBits(i, UNTOUCHED + i);
    }
    for (In input : inputs) {
      if (input.fp) {
        probe.setFpBits(input.position, input.bits);
      } else {
        probe.setGp(input.position, input.bits);
      }
    }
    long[] gp = new long[probe.gp().size()];
    long[] fp = new long[probe.fp().size()];
    for (int i = 0; i < gp.length; i++) {
      gp[i] = probe.gpValue(i);
    }
    for (int i = 0; i < fp.length; i++) {
      fp[i] = probe.fpBits(i);
    }
    trial.executed();
    boolean taken = probe.run(code);
    for (int i = 0; i < gp.length; i++) {
      if (!written.contains(i)) {
        int position = i;
        trial.equal(gp[i], probe.gpValue(i), () -> this + " changed " + probe.gp().get(position));
      }
    }
    for (int i = 0; i < fp.length; i++) {
      if (!fpWritten.contains(i)) {
        int position = i;
        trial.equal(fp[i], probe.fpBits(i), () -> this + " changed " + probe.fp().get(position));
      }
    }
    return taken;
  }

  @Override
  public String toString() {
    return name + "\n" + code;
  }
}
