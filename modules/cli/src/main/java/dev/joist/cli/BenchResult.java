package dev.joist.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * What one program took in each engine.
 *
 * @param times in ms, in the order of the engines, Joist's first
 * @param disagreeing names of engines whose output or exit status differs from Joist's first run
 */
record BenchResult(String program, List<Spread> times, List<String> disagreeing) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Runs the engines in turns, so that a change in the machine's load meets them all. */
  static BenchResult measure(List<String> program, List<BenchEngine> engines, int rounds, boolean cpu) {
    double[][] times = new double[engines.size()][rounds];
    List<String> disagreeing = new ArrayList<>();
    ProcessRun first = null;
    for (int round = 0; round < rounds; round++) {
      for (int e = 0; e < engines.size(); e++) {
        List<String> command = new ArrayList<>(engines.get(e).command());
        command.addAll(program);
        ProcessRun run = ProcessRun.of(command);
        times[e][round] = (cpu ? run.cpuNanos() : run.wallNanos()) / NANOS_PER_MILLI;
        if (first == null) {
          first = run;
        } else if ((run.status() != first.status() || !run.output().equals(first.output())) && !disagreeing.contains(engines.get(e).name())) {
          disagreeing.add(engines.get(e).name());
        }
      }
    }
    List<Spread> spreads = new ArrayList<>();
    for (double[] measured : times) {
      spreads.add(Spread.of(measured));
    }
    return new BenchResult(String.join(" ", program), spreads, disagreeing);
  }

  boolean agrees() {
    return disagreeing.isEmpty();
  }

  /** How many times as long as Joist an engine took, by the medians. */
  double ratio(int engine) {
    return times.get(engine).median() / times.getFirst().median();
  }
}
