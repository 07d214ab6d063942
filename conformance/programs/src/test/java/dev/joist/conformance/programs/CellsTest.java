package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.EngineStatistics;
import dev.joist.engine.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs print the same whatever strategies an engine is made of. By default some programs in cells that bring any two
 * strategies together; system properties ask for more:
 *
 * <ul>
 *   <li>{@code joist.cells}: {@code pairwise}, {@code all}, or a part of a cell's name, such as {@code "fixed polymorphic"}
 *   <li>{@code joist.cells.programs}: {@code sample}, {@code all}, or a part of a program's name
 *   <li>{@code joist.cells.modes}: names of {@link Mode}s
 *   <li>{@code joist.values}: the JVM's value representation
 * </ul>
 */
class CellsTest {
  private static final String VALUES = System.getProperty("joist.values", "nanbox");
  private static final String WHICH = System.getProperty("joist.cells", "pairwise");
  private static final String PROGRAMS = System.getProperty("joist.cells.programs", "sample");
  private static final List<Mode> MODES = Arrays.stream(System.getProperty("joist.cells.modes", "THRESHOLD_100").split(",")).map(Mode::valueOf).toList();
  /** Of the programs that are not about compiled code, every so many-th is in the sample. */
  private static final int SAMPLE_STEP = 40;
  private static final double LEAST_COMPILED = 0.95;

  /** What shows that a strategy was at work, by its name. */
  private static final Map<String, Predicate<Totals>> EVIDENCE = Map.of(
      "polymorphic", totals -> totals.counter("stubCacheHits") > 0,
      "speculative", totals -> totals.deoptimizations() > 0,
      "upcall", totals -> totals.counter("upcalls") > 0 && totals.counter("stackSwitches") == 0,
      "linear-scan", totals -> totals.allocated("unboxedWebs") > 0,
      "switch", totals -> totals.counter("stackSwitches") > 0 && totals.counter("upcalls") == 0,
      "tagged", totals -> totals.counter("heapNumbers") > 0);

  /** What the engines of a cell have done together. */
  private record Totals(List<EngineStatistics> engines) {
    long counter(String name) {
      return engines.stream().mapToLong(engine -> engine.counters().getOrDefault(name, 0L)).sum();
    }

    long allocated(String name) {
      return engines.stream().mapToLong(engine -> engine.allocation().getOrDefault(name, 0L)).sum();
    }

    long deoptimizations() {
      return engines.stream().mapToLong(EngineStatistics::deoptimizations).sum();
    }

    long compiled() {
      return engines.stream().mapToLong(EngineStatistics::compiledFunctions).sum();
    }

    List<EngineStatistics.Decline> declined() {
      return engines.stream().flatMap(engine -> engine.declined().stream()).toList();
    }
  }

  private static List<String> names(String kind) {
    return Catalogue.kinds().stream().filter(k -> k.option().equals(kind)).findFirst().orElseThrow().names();
  }

  private static List<Cell> cells() {
    List<Cell> all = Cell.all(VALUES, names("backend"), names("allocator"), names("ic"), names("abi"));
    return switch (WHICH) {
      case "all" -> all;
      case "pairwise" -> Cell.pairwise(all);
      default -> all.stream().filter(cell -> cell.toString().contains(WHICH)).toList();
    };
  }

  private static List<Program> programs() {
    List<Program> all = Program.below(Path.of(System.getProperty("joist.features")));
    return switch (PROGRAMS) {
      case "all" -> all;
      case "sample" -> IntStream.range(0, all.size())
          .filter(i -> i % SAMPLE_STEP == 0 || all.get(i).name().startsWith("jit/cells")).mapToObj(all::get).toList();
      default -> all.stream().filter(program -> program.name().contains(PROGRAMS)).toList();
    };
  }

  @TestFactory
  Stream<DynamicContainer> printsTheSameInEveryCell() {
    List<Program> programs = programs();
    return cells().stream().map(cell -> {
      Totals totals = new Totals(new ArrayList<>());
      Stream<DynamicTest> runs = MODES.stream().flatMap(mode -> programs.stream()
          .map(program -> DynamicTest.dynamicTest(cell + " " + mode + " " + program, () -> run(program, mode, cell, totals))));
      DynamicTest evidence = DynamicTest.dynamicTest(cell + " was at work", () -> checkEvidence(cell, totals));
      return DynamicContainer.dynamicContainer(cell.toString(), Stream.concat(runs, Stream.of(evidence)));
    });
  }

  private static void run(Program program, Mode mode, Cell cell, Totals totals) {
    Outcome outcome = Outcome.of(program, mode.options().withStrategies(cell.strategies()));
    totals.engines.add(outcome.statistics());
    assertEquals(program.expected(), outcome.output(), outcome::report);
  }

  private static void checkEvidence(Cell cell, Totals totals) {
    long declined = totals.declined().size();
    assertTrue(totals.compiled() >= LEAST_COMPILED * (totals.compiled() + declined),
        () -> totals.compiled() + " compilations, but declined were " + totals.declined());
    for (String strategy : List.of(cell.values(), cell.allocator(), cell.ic(), cell.abi())) {
      Predicate<Totals> evidence = EVIDENCE.getOrDefault(strategy, all -> all.compiled() > 0);
      assertTrue(evidence.test(totals), () -> "no sign of '" + strategy + "' in " + totals.engines.stream().map(EngineStatistics::counters).toList());
    }
  }
}
