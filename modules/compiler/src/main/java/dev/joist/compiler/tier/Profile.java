package dev.joist.compiler.tier;

import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.runtime.vm.BytecodeFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In which functions machine code spends its instructions, from samples of where it is. */
public final class Profile {
  /** Function of the code that functions share: entry, exit, allocation and the like. */
  private static final String STUBS = "(shared stubs)";

  private final long interval;
  private final TreeMap<Long, Code> codes = new TreeMap<>();
  private final Map<BytecodeFunction, long[]> samples = new IdentityHashMap<>();
  private final List<Cost> costsOfTheDead = new ArrayList<>();
  private long samplesOfStubs;

  Profile(long interval) {
    this.interval = interval;
  }

  private record Code(long end, BytecodeFunction function) {}

  /**
   * A function's share.
   *
   * @param function its name, with a number that tells functions of the same name apart
   * @param line of its first instruction whose place in the source is known, or 0 when that is not known
   * @param instructions executed in its own code, about
   * @param calls from its code into Java
   */
  public record Cost(String function, int line, long instructions, long calls) {}

  void installed(BytecodeFunction function, long address, long bytes) {
    if (interval > 0) {
      codes.put(address, new Code(address + bytes, function));
    }
  }

  void freed(long address) {
    codes.remove(address);
  }

  /** @param calls from the function's code into Java */
  void died(BytecodeFunction function, long calls) {
    long[] count = samples.remove(function);
    if (count != null) {
      costsOfTheDead.add(cost(function, count[0], calls));
    }
  }

  void sample(long address) {
    Map.Entry<Long, Code> below = codes.floorEntry(address);
    if (below == null || address >= below.getValue().end) {
      samplesOfStubs++;
    } else {
      samples.computeIfAbsent(below.getValue().function, _ -> new long[1])[0]++;
    }
  }

  /** What functions have cost, the dearest first; of a sample's instructions, all are taken to be where it was. */
  public List<Cost> costs(SlowPaths slowPaths) {
    List<Cost> costs = new ArrayList<>(costsOfTheDead);
    samples.forEach((function, count) -> costs.add(cost(function, count[0], slowPaths.calls(function))));
    if (samplesOfStubs > 0) {
      costs.add(new Cost(STUBS, 0, samplesOfStubs * interval, 0));
    }
    costs.sort(Comparator.comparingLong(Cost::instructions).reversed().thenComparing(Cost::function));
    return costs;
  }

  private Cost cost(BytecodeFunction function, long count, long calls) {
    List<SourcePosition> positions = function.template().positions();
    return new Cost(function.toString(), positions.isEmpty() ? 0 : positions.getFirst().line(), count * interval, calls);
  }
}
