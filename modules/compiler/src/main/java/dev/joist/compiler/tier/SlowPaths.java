package dev.joist.compiler.tier;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.runtime.vm.BytecodeFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Which instructions of compiled functions have asked Java, and how often: the first answer to why a program is slow. */
public final class SlowPaths {
  /** Of functions that are gone so many instructions are remembered, the worst. */
  private static final int REMEMBERED = 100;

  private final Map<BytecodeFunction, long[]> counts = new IdentityHashMap<>();
  private final List<Site> sitesOfTheDead = new ArrayList<>();
  private BytecodeFunction last;
  private long[] countsOfLast;

  SlowPaths() {}

  /**
   * An instruction.
   *
   * @param function its name, with a number that tells functions of the same name apart
   * @param line in the source, or 0 when that is not known
   * @param offset of the instruction in the function's bytecode
   * @param opcode its name
   * @param text what the source calls or accesses there ("o.x"); may be empty
   * @param calls how often it has asked
   */
  public record Site(String function, int line, int offset, String opcode, String text, long calls) {}

  private static final Comparator<Site> WORST_FIRST =
      Comparator.comparingLong(Site::calls).reversed().thenComparing(Site::function).thenComparing(Site::offset);

  /** The instruction at an offset asks Java, by itself or by what it calls. */
  void count(BytecodeFunction function, int offset) {
    if (function != last) {
      last = function;
      countsOfLast = counts.computeIfAbsent(function, f -> new long[f.code().length]);
    }
    countsOfLast[offset]++;
  }

  /** How often a function's instructions have asked. */
  long calls(BytecodeFunction function) {
    return counts.containsKey(function) ? LongStream.of(counts.get(function)).sum() : 0;
  }

  /** Those that have asked most often, the worst first. */
  public List<Site> worst(int most, OpcodeTable opcodes) {
    List<Site> sites = new ArrayList<>(sitesOfTheDead);
    counts.forEach((function, calls) -> addSites(function, calls, opcodes, sites));
    sites.sort(WORST_FIRST);
    return List.copyOf(sites.subList(0, Math.min(most, sites.size())));
  }

  /** A function is gone; what it has cost is not forgotten if it was much. */
  void died(BytecodeFunction function, OpcodeTable opcodes) {
    long[] calls = counts.remove(function);
    if (calls == null) {
      return;
    }
    last = null;
    addSites(function, calls, opcodes, sitesOfTheDead);
    if (sitesOfTheDead.size() > 2 * REMEMBERED) {
      sitesOfTheDead.sort(WORST_FIRST);
      sitesOfTheDead.subList(REMEMBERED, sitesOfTheDead.size()).clear();
    }
  }

  private static void addSites(BytecodeFunction function, long[] calls, OpcodeTable opcodes, List<Site> sites) {
    for (int offset = 0; offset < calls.length; offset++) {
      if (calls[offset] != 0) {
        sites.add(site(function, offset, calls[offset], opcodes));
      }
    }
  }

  private static Site site(BytecodeFunction function, int offset, long calls, OpcodeTable opcodes) {
    FunctionTemplate template = function.template();
    SourcePosition position = template.positionAt(offset);
    String text = position == null || position.callee() == null ? "" : position.callee();
    return new Site(function.toString(), position == null ? 0 : position.line(), offset,
        opcodes.descriptor(CodeReader.u8(function.code(), offset)).name(), text, calls);
  }
}
