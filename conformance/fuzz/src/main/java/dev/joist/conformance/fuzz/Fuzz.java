package dev.joist.conformance.fuzz;

import java.util.Optional;

/** The command: {@code fuzz bytecode|javascript [seconds] [first seed]}. */
public final class Fuzz {
  private static final long NANOS = 1_000_000_000L;

  private Fuzz() {}

  /** Exit status 1 when something differs, 2 for wrong arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 1 || arguments.length > 3 || !arguments[0].matches("bytecode|javascript")) {
      System.err.println("usage: fuzz bytecode|javascript [seconds] [first seed]");
      System.exit(2);
    }
    long seconds = arguments.length > 1 ? Long.parseLong(arguments[1]) : 60;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
    int[] differences = new int[1];
    // As an engine's own thread: deep recursion must not meet the end of Java's stack.
    Thread worker = new Thread(null, () -> differences[0] = run(arguments[0].equals("bytecode"), seconds, seed), "fuzz", 64L << 20);
    worker.start();
    worker.join();
    System.exit(differences[0] == 0 ? 0 : 1);
  }

  private static int run(boolean bytecode, long seconds, long firstSeed) {
    long end = System.nanoTime() + seconds * NANOS;
    long seed = firstSeed;
    int differences = 0;
    for (; System.nanoTime() < end; seed++) {
      Optional<String> difference = bytecode ? Differential.checkBytecode(seed) : Differential.checkScript(seed);
      if (difference.isPresent()) {
        System.out.println(difference.get() + "\n");
        differences++;
      }
    }
    System.out.println((seed - firstSeed) + " programs from seed " + firstSeed + ", " + differences + " with differences");
    return differences;
  }
}
