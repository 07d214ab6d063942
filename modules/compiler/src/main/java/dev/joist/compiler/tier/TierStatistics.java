package dev.joist.compiler.tier;

import dev.joist.spi.regalloc.Allocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the compiler has done for an engine, and how its code has fared. */
public final class TierStatistics {
  private long compiledFunctions;
  private long codeBytes;
  private long compileNanos;
  private long deoptimizations;
  private long osrEntries;
  private long slowPathCalls;
  private final SlowPaths slowPaths = new SlowPaths();
  private final List<Declined> declined = new ArrayList<>();
  private final Map<String, Long> allocation = new TreeMap<>();

  TierStatistics() {}

  /** A function that stays interpreted. */
  public record Declined(String function, String reason) {}

  void compiled(long bytes, long nanos, List<Allocation.Statistic> allocated) {
    allocated.forEach(statistic -> allocation.merge(statistic.name(), statistic.value(), Long::sum));
    compiledFunctions++;
    codeBytes += bytes;
    compileNanos += nanos;
  }

  void declined(String function, String reason) {
    declined.add(new Declined(function, reason));
  }

  void deoptimized() {
    deoptimizations++;
  }

  void enteredLoop() {
    osrEntries++;
  }

  void slowPath() {
    slowPathCalls++;
  }

  /** Functions compiled, each counted again when compiled again. */
  public long compiledFunctions() {
    return compiledFunctions;
  }

  public List<Declined> declined() {
    return List.copyOf(declined);
  }

  /** Sums over all functions compiled of what their register allocations count, by name. */
  public Map<String, Long> allocation() {
    return Collections.unmodifiableMap(new TreeMap<>(allocation));
  }

  public long codeBytes() {
    return codeBytes;
  }

  public long compileNanos() {
    return compileNanos;
  }

  public long deoptimizations() {
    return deoptimizations;
  }

  public long osrEntries() {
    return osrEntries;
  }

  /**
   * Calls from compiled code into Java: meanings, frames of functions that are not compiled, safepoints,
   * deoptimizations.
   */
  public long slowPathCalls() {
    return slowPathCalls;
  }

  /** Which instructions made those calls; boxing a double is nobody's. */
  public SlowPaths slowPaths() {
    return slowPaths;
  }
}
