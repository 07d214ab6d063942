package dev.joist.conformance.programs;

import dev.joist.embedding.JoistException;
import dev.joist.embedding.Strategies;
import dev.joist.engine.Catalogue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs programs in modes and compares what they print, without a test framework: for machines on which a build is not wanted.
 *
 * <pre>
 * Matrix FOLDER processor|simulator [cells=pairwise|all|TEXT] [values=tagged] [modes=EAGER,COLLECTING] [examples=short|whole] [part=1/4] [only=TEXT]
 * </pre>
 *
 * <p>FOLDER is Joist's own; a part takes every n-th program; {@code only} takes programs whose name has the text in it. Each cell is a combination
 * of strategies: those in which any two meet, or all, or those whose name has the text in it; one of the default strategies unless chosen. Of the
 * examples only the runs with an argument are short. Prints a line for each failure and one for each mode in each cell, with what took longest.
 */
public final class Matrix {
  private static final int SHOWN = 3;
  private static final String SHORT = "short";

  private final Machine machine;
  private final PrintStream out;
  private String values = Strategies.DEFAULTS.values();
  private String cells = "default";
  private boolean whole;
  private List<Mode> modes = List.of(Mode.values());
  private int part = 1;
  private int parts = 1;
  private String only = "";

  private Matrix(Machine machine, PrintStream out) {
    this.machine = machine;
    this.out = out;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Matrix matrix = new Matrix(Machine.valueOf(arguments[1].toUpperCase(Locale.ROOT)), System.out);
    Arrays.stream(arguments).skip(2).forEach(matrix::set);
    System.exit(matrix.run(folder) ? 0 : 1);
  }

  private void set(String option) {
    String value = option.substring(option.indexOf('=') + 1);
    switch (option.substring(0, Math.max(0, option.indexOf('=')))) {
      case "modes" -> modes = Arrays.stream(value.split(",")).map(Mode::valueOf).toList();
      case "only" -> only = value;
      case "values" -> values = value;
      case "cells" -> cells = value;
      case "examples" -> whole = !value.equals(SHORT);
      case "part" -> {
        part = Integer.parseInt(value.substring(0, value.indexOf('/')));
        parts = Integer.parseInt(value.substring(value.indexOf('/') + 1));
      }
      default -> throw new IllegalArgumentException("unknown option '" + option + "'; there is cells=, values=, modes=, examples=, part=, only=");
    }
  }

  private boolean run(Path folder) {
    List<Program> programs = programs(folder);
    boolean right = true;
    for (Cell cell : cells()) {
      for (Mode mode : modes) {
        right &= run(programs, cell, mode);
      }
    }
    return right;
  }

  private List<Cell> cells() {
    Strategies standard = Strategies.DEFAULTS;
    List<Cell> all = Cell.all(values, List.of(standard.backend()), names("allocator"), names("ic"), names("abi"));
    return switch (cells) {
      case "all" -> all;
      case "pairwise" -> Cell.pairwise(all);
      case "default" -> List.of(new Cell(values, standard.backend(), standard.allocator(), standard.ic(), standard.abi()));
      default -> all.stream().filter(cell -> cell.toString().contains(cells)).toList();
    };
  }

  private static List<String> names(String kind) {
    return Catalogue.kinds().stream().filter(k -> k.option().equals(kind)).findFirst().orElseThrow().names();
  }

  private record Run(Program program, long millis, String failure) {}

  private boolean run(List<Program> programs, Cell cell, Mode mode) {
    List<Run> runs = new ArrayList<>();
    for (Program program : programs) {
      // A whole example collects too often to wait for.
      if (!program.isWholeExample() || whole && mode != Mode.COLLECTING) {
        long start = System.nanoTime();
        String failure = failure(program, cell, mode);
        runs.add(new Run(program, (System.nanoTime() - start) / 1_000_000, failure));
        if (!failure.isEmpty()) {
          out.println("FAILED " + cell + " " + mode + " " + program.name() + ": " + failure);
        }
      }
    }
    long right = runs.stream().filter(run -> run.failure.isEmpty()).count();
    String slowest = runs.stream().sorted(Comparator.comparing(Run::millis).reversed()).limit(SHOWN)
        .map(run -> run.program.name() + " " + run.millis / 1000 + " s").collect(Collectors.joining(", "));
    out.printf(Locale.ROOT, "%s, %s on the %s: %d of %d programs right, %d s (%s)%n", cell, mode, machine, right, runs.size(),
        runs.stream().mapToLong(Run::millis).sum() / 1000, slowest);
    return right == runs.size() && right > 0;
  }

  private List<Program> programs(Path folder) {
    List<Program> all = Stream.concat(Program.examples(folder.resolve("examples")).stream(),
        Program.below(folder.resolve("conformance/programs/src/test/resources/features")).stream())
        .filter(program -> program.name().contains(only))
        .toList();
    List<Program> chosen = new ArrayList<>();
    for (int i = part - 1; i < all.size(); i += parts) {
      chosen.add(all.get(i));
    }
    return chosen;
  }

  private String failure(Program program, Cell cell, Mode mode) {
    try {
      Outcome outcome = Outcome.of(program, machine.set(mode.options().withStrategies(cell.strategies())));
      return outcome.output().equals(program.expected()) ? "" : "prints something else " + outcome.report();
    } catch (JoistException e) {
      return e.toString();
    }
  }
}
