package dev.joist.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs in several ways, and says which one does something else. */
public final class Differential {
  private final Watchdog watchdog;
  private long inconclusive;
  private long runs;
  private long withCode;
  private long compiled;
  private long deoptimizations;
  private long osrEntries;

  /** @param watchdog ends programs that take too long */
  public Differential(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /**
   * What is not as it should be.
   *
   * @param index of the program, the last one that was run
   * @param way that differs from the interpreter
   */
  public record Difference(int index, Way way, String expected, String actual) {}

  /**
   * Runs all programs in one engine for each way.
   *
   * @return the first difference, if there is one
   */
  public Optional<Difference> compare(List<Program> programs, List<Way> ways) {
    List<String> expected = outcomes(Way.INTERPRETER, programs);
    int judged = expected.size();
    String last = expected.getLast();
    if (FuzzEngine.isFailure(last)) {
      return Optional.of(new Difference(judged - 1, Way.INTERPRETER, "an outcome\n", last));
    }
    if (FuzzEngine.isInconclusive(last)) {
      inconclusive++;
      judged--;
    }
    Optional<Difference> difference = compare(programs.subList(0, judged), expected, ways);
    if (difference.isPresent() || expected.size() == programs.size()) {
      return difference;
    }
    int rest = expected.size();
    return compare(programs.subList(rest, programs.size()), ways)
        .map(found -> new Difference(rest + found.index, found.way, found.expected, found.actual));
  }

  private Optional<Difference> compare(List<Program> programs, List<String> expected, List<Way> ways) {
    for (Way way : ways) {
      List<String> actual = outcomes(way, programs);
      for (int i = 0; i < actual.size(); i++) {
        if (FuzzEngine.isInconclusive(actual.get(i)) && !FuzzEngine.isSlow(actual.get(i))) {
          inconclusive++;
        } else if (!actual.get(i).equals(expected.get(i))) {
          return Optional.of(new Difference(i, way, expected.get(i), actual.get(i)));
        }
      }
    }
    return Optional.empty();
  }

  /** Of all programs, or fewer: the last one is then a failure, or inconclusive. */
  private List<String> outcomes(Way way, List<Program> programs) {
    List<String> outcomes = new ArrayList<>();
    try (FuzzEngine engine = new FuzzEngine(way, watchdog)) {
      for (int i = 0; i < programs.size() && !engine.isBroken(); i++) {
        Program program = programs.get(i);
        outcomes.add(engine.run(program));
        if (way.parts() != null) {
          runs += program.templates().size();
          withCode += engine.compiledFunctions();
        }
      }
      if (engine.statistics() != null) {
        compiled += engine.statistics().compiledFunctions();
        deoptimizations += engine.statistics().deoptimizations();
        osrEntries += engine.statistics().osrEntries();
      }
    }
    return outcomes;
  }

  /** Runs of programs that could not be judged, since they take too much time or memory when they are interpreted. */
  public long inconclusive() {
    return inconclusive;
  }

  /** Of the functions that were to be compiled, in each way that they were run in, how many had code in the end: a share from 0 to 1. */
  public double shareCompiled() {
    return runs == 0 ? 0 : (double) withCode / runs;
  }

  /** Functions compiled, again and again. */
  public long compiled() {
    return compiled;
  }

  public long deoptimizations() {
    return deoptimizations;
  }

  public long osrEntries() {
    return osrEntries;
  }
}
