package dev.joist.engine;

import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.Strategies;
import dev.joist.runtime.heap.HeapStatistics;
import dev.joist.runtime.vm.Vm;
import java.util.List;
import java.util.OptionalLong;

/** Gathers what the parts of an engine count. */
final class Statistics {
  private final Vm vm;
  private final Strategies strategies;

  Statistics(Vm vm, Strategies strategies) {
    this.vm = vm;
    this.strategies = strategies;
  }

  EngineStatistics now() {
    HeapStatistics heap = vm.heap().statistics();
    return new EngineStatistics(0, List.of(), 0, 0, 0, 0, 0, heap.collections(), heap.bytesAllocated(), OptionalLong.empty(), strategies);
  }
}
