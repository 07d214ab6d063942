package dev.joist.conformance.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Watches the process's memory while engines come and go: once it is warm, neither Java's heap nor all that is resident (engines' heaps, machine
 * code, stacks) may go on growing.
 */
final class LeakCheck {
  /** Checks after which the JVM has compiled and loaded what it needs. */
  private static final int WARM_UP = 10;
  private static final long JAVA_GROWTH = 48L << 20;
  private static final long RESIDENT_GROWTH = 320L << 20;
  private static final Path STATUS = Path.of("/proc/self/status");

  private int checks;
  private long javaBaseline;
  private long residentBaseline;
  private long java;
  private long resident;

  /** What grows, if anything does. All engines are closed. */
  Optional<String> check() {
    System.gc();
    java = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    resident = residentBytes();
    checks++;
    if (checks <= WARM_UP) {
      javaBaseline = java;
      residentBaseline = resident;
      return Optional.empty();
    }
    if (java > javaBaseline + JAVA_GROWTH) {
      return Optional.of("Java's heap has grown from " + mebibytes(javaBaseline) + " to " + mebibytes(java));
    }
    if (resident > residentBaseline + RESIDENT_GROWTH) {
      return Optional.of("resident memory has grown from " + mebibytes(residentBaseline) + " to " + mebibytes(resident));
    }
    return Optional.empty();
  }

  /** 0 where the system does not tell. */
  private static long residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).sum();
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  /** As last looked at. */
  @Override
  public String toString() {
    return "Java's heap " + mebibytes(java) + ", resident " + mebibytes(resident);
  }
}
