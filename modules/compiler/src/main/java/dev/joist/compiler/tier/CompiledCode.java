package dev.joist.compiler.tier;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeFunction;
import java.util.Map;

/** A function's installed code. */
final class CompiledCode {
  private static final int FIRST_BUDGET = 100;
  private static final int BUDGET_GROWTH = 8;

  private final long address;
  private final Map<Integer, Integer> loopEntries;
  private final long[] sites;
  private int slowPaths;
  private int budget = FIRST_BUDGET;

  CompiledCode(long address, Map<Integer, Integer> loopEntries, BytecodeFunction function) {
    this.address = address;
    this.loopEntries = loopEntries;
    sites = snapshot(function);
  }

  private static long[] snapshot(BytecodeFunction function) {
    long[] words = new long[function.template().siteWords()];
    for (int i = 0; i < words.length; i++) {
      words[i] = Memory.getLong(function.site(i));
    }
    return words;
  }

  long entry() {
    return address;
  }

  boolean hasLoop(int target) {
    return loopEntries.containsKey(target);
  }

  /** The address to enter a loop at, by its head's bytecode offset. */
  long loopEntry(int target) {
    return address + loopEntries.get(target);
  }

  /** Counts a slow path; true now and then, when so many have been taken that the code had better know what is known by now. */
  boolean isTooSlow() {
    if (++slowPaths < budget) {
      return false;
    }
    slowPaths = 0;
    budget *= BUDGET_GROWTH;
    return true;
  }

  /** Whether sites say something else than when the code was made. */
  boolean isOutdated(BytecodeFunction function) {
    for (int i = 0; i < sites.length; i++) {
      if (sites[i] != Memory.getLong(function.site(i))) {
        return true;
      }
    }
    return false;
  }
}
