package dev.joist.conformance.programs;

import dev.joist.embedding.JoistException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs programs in modes and compares what they print, without a test framework: for machines on which a build is not wanted.
 *
 * <pre>
 * Matrix FOLDER processor|simulator [modes=EAGER,COLLECTING] [part=1/4] [only=TEXT]
 * </pre>
 *
 * <p>FOLDER is Joist's own; a part takes every n-th program; {@code only} takes programs whose name has the text in it. Prints a line for each
 * failure and one for each mode.
 */
public final class Matrix {
  private final Machine machine;
  private final PrintStream out;
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
      case "part" -> {
        part = Integer.parseInt(value.substring(0, value.indexOf('/')));
        parts = Integer.parseInt(value.substring(value.indexOf('/') + 1));
      }
      default -> throw new IllegalArgumentException("unknown option '" + option + "'; there is modes=, part=, only=");
    }
  }

  private boolean run(Path folder) {
    List<Program> programs = programs(folder);
    boolean right = true;
    for (Mode mode : modes) {
      long start = System.nanoTime();
      List<String> wrong = new ArrayList<>();
      int run = 0;
      for (Program program : programs) {
        if (program.arguments().isEmpty() && program.name().indexOf('/') < 0 && mode == Mode.COLLECTING) {
          // A whole example collects too often to wait for; its run with an argument is short.
          continue;
        }
        run++;
        String failure = failure(program, mode);
        if (!failure.isEmpty()) {
          wrong.add(program.name());
          out.println("FAILED " + mode + " " + program.name() + ": " + failure);
        }
      }
      out.printf(Locale.ROOT, "%-12s on the %s: %d of %d programs right, %d s%n", mode, machine, run - wrong.size(), run,
          (System.nanoTime() - start) / 1_000_000_000);
      right &= wrong.isEmpty() && run > 0;
    }
    return right;
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

  private String failure(Program program, Mode mode) {
    try {
      Outcome outcome = Outcome.of(program, new Setup(mode, machine).options());
      return outcome.output().equals(program.expected()) ? "" : "prints something else " + outcome.report();
    } catch (JoistException e) {
      return e.toString();
    }
  }
}
