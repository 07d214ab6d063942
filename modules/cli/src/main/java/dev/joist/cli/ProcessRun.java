package dev.joist.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A process from its start to its end.
 *
 * @param wallNanos from its start to its end
 * @param cpuNanos of processor time that it and its children took; -1 where the operating system does not say (all but Linux)
 * @param status its exit status
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
record ProcessRun(long wallNanos, long cpuNanos, int status, String output, String errors) {
  private static final Path SELF = Path.of("/proc/self/stat");
  /** Of /proc/self/stat, behind the name in parentheses: user and system time of children that have ended, in ticks. */
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;
  private static final long NANOS_PER_TICK = 10_000_000;

  /**
   * Runs a command to its end, alone.
   *
   * @throws UsageException when it cannot be started
   */
  static ProcessRun of(List<String> command) {
    try {
      long cpu = childrenNanos();
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      FutureTask<String> errors = new FutureTask<>(() -> read(process.getErrorStream()));
      Thread.ofVirtual().start(errors);
      String output = read(process.getInputStream());
      int status = process.waitFor();
      long end = System.nanoTime();
      return new ProcessRun(end - start, cpu < 0 ? -1 : childrenNanos() - cpu, status, output, errors.get());
    } catch (IOException e) {
      throw new UsageException("cannot run '" + String.join(" ", command) + "': " + e.getMessage());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("waiting for '" + String.join(" ", command) + "'", e);
    }
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static long childrenNanos() {
    if (!Files.isReadable(SELF)) {
      return -1;
    }
    try {
      String line = Files.readString(SELF);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) * NANOS_PER_TICK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
