package dev.joist.conformance.fuzz;

import dev.joist.conformance.fuzz.Differential.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes programs from seeds, one from each, and compares what they do in all ways. Programs come in batches that share engines; each batch is run
 * in some of the ways, chosen at random by its first seed.
 */
public final class Campaign {
  /** Collecting at every safepoint takes much longer: one batch in so many is, and of it only the first programs are. */
  private static final int COLLECTING_BATCHES = 8;
  private static final int MOST_REDUCTIONS = 3000;
  private static final Duration REDUCED_LIMIT = Duration.ofSeconds(1);

  private final Program.Kind kind;
  private final List<Way> ways;
  private final int waysPerBatch;
  private final Differential differential;
  private long programs;
  private long functions;

  /**
   * @param ways to compare with the interpreter
   * @param waysPerBatch how many of these each batch is run in
   */
  public Campaign(Program.Kind kind, List<Way> ways, int waysPerBatch, Watchdog watchdog) {
    this.kind = kind;
    this.ways = List.copyOf(ways);
    this.waysPerBatch = waysPerBatch;
    differential = new Differential(watchdog);
  }

  /**
   * A program that does not do the same in a way as in the interpreter.
   *
   * @param seed of the last program
   * @param reduced the programs that show it, as small as could be made; all but the last only have to come before
   */
  public record Failure(long seed, Program program, List<Program> reduced, Difference difference) {
    /** All that is to be known. */
    public String report() {
      StringBuilder text = new StringBuilder();
      text.append("seed ").append(seed).append(", ").append(difference.way()).append("\n\n--- the program\n").append(program.text());
      for (int i = 0; i < reduced.size(); i++) {
        text.append(i < reduced.size() - 1 ? "\n--- reduced: comes first\n" : "\n--- reduced\n").append(reduced.get(i).text());
      }
      return text.append("\n--- interpreted\n").append(difference.expected()).append("\n--- ").append(difference.way()).append('\n')
          .append(difference.actual()).toString();
    }
  }

  /** Runs so many programs, at most a batch, from a seed on. */
  public Optional<Failure> batch(long firstSeed, int count) {
    List<Program> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Program program = Program.random(kind, firstSeed + i);
      functions += program.templates().size();
      batch.add(program);
    }
    programs += count;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(firstSeed);
    Optional<Difference> difference = differential.compare(batch, choose(ways.stream().filter(way -> !way.collecting()).toList(), waysPerBatch, random));
    if (difference.isEmpty() && random.nextInt(COLLECTING_BATCHES) == 0) {
      List<Program> some = batch.subList(0, Math.min(count, kind.collecting()));
      difference = differential.compare(some, choose(ways.stream().filter(Way::collecting).toList(), 1, random));
    }
    return difference.map(found -> reduce(firstSeed, batch, found));
  }

  /** Ways of different combinations of strategies, as far as there are so many. */
  private static List<Way> choose(List<Way> ways, int count, RandomGenerator random) {
    List<Way> rest = new ArrayList<>(ways);
    List<Way> others = new ArrayList<>();
    List<Way> chosen = new ArrayList<>();
    while (chosen.size() < count && !rest.isEmpty()) {
      Way way = rest.remove(random.nextInt(rest.size()));
      chosen.add(way);
      rest.stream().filter(other -> other.parts() == way.parts()).forEach(others::add);
      rest.removeAll(others);
      if (rest.isEmpty()) {
        rest.addAll(others);
        others.clear();
      }
    }
    return chosen;
  }

  // Making failures small

  private Failure reduce(long firstSeed, List<Program> batch, Difference found) {
    try (Watchdog impatient = new Watchdog(REDUCED_LIMIT)) {
      Differential again = new Differential(impatient);
      List<Way> way = found.way().parts() == null && !found.way().collecting() ? List.of() : List.of(found.way());
      Program failing = batch.get(found.index());
      List<Program> needed = new ArrayList<>(List.of(failing));
      if (again.compare(needed, way).isEmpty()) {
        needed = fewest(again, way, batch.subList(0, found.index() + 1));
      }
      for (int i = needed.size() - 1; i >= 0; i--) {
        shrink(again, way, needed, i);
      }
      Difference difference = again.compare(needed, way).orElse(found);
      return new Failure(firstSeed + found.index(), failing, needed, difference);
    }
  }

  /** Leaves out those that the last one does not need before it. */
  private static List<Program> fewest(Differential again, List<Way> way, List<Program> all) {
    List<Program> needed = new ArrayList<>(all);
    for (int size = Math.max(1, needed.size() / 2); size >= 1; size /= 2) {
      for (int start = needed.size() - 1 - size; start >= 0; start -= size) {
        List<Program> fewer = new ArrayList<>(needed.subList(0, start));
        fewer.addAll(needed.subList(start + size, needed.size()));
        if (again.compare(fewer, way).isPresent()) {
          needed = fewer;
        }
      }
    }
    return needed;
  }

  private void shrink(Differential again, List<Way> way, List<Program> programs, int index) {
    Reducer reducer = new Reducer(text -> {
      Optional<Program> smaller = Program.read(kind, text);
      if (smaller.isEmpty()) {
        return false;
      }
      List<Program> changed = new ArrayList<>(programs);
      changed.set(index, smaller.get());
      return again.compare(changed, way).filter(difference -> difference.index() == programs.size() - 1).isPresent();
    }, MOST_REDUCTIONS);
    Program.read(kind, reducer.reduce(programs.get(index).text())).ifPresent(smaller -> programs.set(index, smaller));
  }

  /** How many programs share engines. */
  public int batchSize() {
    return kind.batch();
  }

  // What was done

  public long programs() {
    return programs;
  }

  /** In all programs. */
  public long functions() {
    return functions;
  }

  public Differential differential() {
    return differential;
  }
}
