package dev.joist.compiler.tier;

import java.util.ArrayList;
import java.util.List;

/** What the compiler has done for an engine, and how its code has fared. */
public final class TierStatistics {
  private long compiledFunctions;
  private long codeBytes;
  private long compileNanos;
  private long deoptimizations;
  private long osrEntries;
  private long slowPathCalls;
  private final List<Declined> declined = new ArrayList<>();

  TierStatistics() {}

  /** A function that stays interpreted. */
  public record Declined(String function, String reason) {}

  void compiled(long bytes, long nanos) {
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
}
