package dev.joist.embedding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What an engine has done since it was made.
 *
 * @param compiledFunctions functions compiled, each counted again when compiled again
 * @param declined functions that were to be compiled and could not be, with the reason
 * @param codeBytes of machine code
 * @param compileNanos time spent compiling
 * @param deoptimizations frames that compiled code gave up
 * @param osrEntries frames that compiled code took over in a loop
 * @param slowPathCalls calls from compiled code into Java
 * @param slowSites the instructions that made most of these calls, the worst first
 * @param costs what functions have cost, the dearest first; empty unless the options ask for a profile
 * @param collections of garbage
 * @param bytesAllocated of JavaScript heap
 * @param machineInstructions executed; empty when the host does not count, or ran nothing
 * @param allocation what register allocations count, by name, summed over all functions compiled: {@code moves}, {@code reloads}, {@code spills} and what
 *     the allocator tells of itself
 * @param counters what other parts in use have counted, by name: evidence that they were at work
 * @param strategies the parts in use; backend and host are those that were found, if they were not chosen
 * @param refusal why this machine runs no compiled code, so that everything is interpreted; empty when it does, or has not been asked
 */
public record EngineStatistics(
    long compiledFunctions, List<Decline> declined, long codeBytes, long compileNanos, long deoptimizations, long osrEntries,
    long slowPathCalls, List<SlowSite> slowSites, List<FunctionCost> costs, long collections, long bytesAllocated, OptionalLong machineInstructions, Map<String, Long> allocation,
    Map<String, Long> counters, Strategies strategies, Optional<String> refusal) {
  public EngineStatistics {
    allocation = Collections.unmodifiableMap(new TreeMap<>(allocation));
    declined = List.copyOf(declined);
    slowSites = List.copyOf(slowSites);
    costs = List.copyOf(costs);
    counters = Collections.unmodifiableMap(new TreeMap<>(counters));
  }

  /**
   * A function that stays interpreted.
   *
   * @param function its name, or its position when it has none
   */
  public record Decline(String function, String reason) {}

  /**
   * A compiled function in a profile.
   *
   * @param function its name, with a number that tells functions of the same name apart
   * @param line of its first instruction whose place in the source is known, or 0
   * @param instructions executed in its own machine code, estimated from samples
   * @param calls from its code into Java, whose work is not in the instructions
   */
  public record FunctionCost(String function, int line, long instructions, long calls) {}

  /**
   * An instruction of a compiled function that called into Java.
   *
   * @param function its name, with a number that tells functions of the same name apart
   * @param line in the source, or 0 when that is not known
   * @param offset of the instruction in the function's bytecode, as {@code disasm} shows it
   * @param opcode its name
   * @param text what the source calls or accesses there ("o.x"); may be empty
   * @param calls how often
   */
  public record SlowSite(String function, int line, int offset, String opcode, String text, long calls) {}
}
