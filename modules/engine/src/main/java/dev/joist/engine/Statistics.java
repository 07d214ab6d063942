package dev.joist.engine;

import dev.joist.compiler.tier.TierStatistics;
import dev.joist.compiler.tier.Tiering;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.EngineStatistics.Decline;
import dev.joist.embedding.EngineStatistics.FunctionCost;
import dev.joist.embedding.EngineStatistics.SlowSite;
import dev.joist.embedding.Strategies;
import dev.joist.runtime.heap.HeapStatistics;
import dev.joist.runtime.vm.Vm;
import java.util.List;
import java.util.Map;

/** Gathers what the parts of an engine count. */
final class Statistics {
  /** So many of the instructions that call Java are worth naming. */
  private static final int SLOW_SITES = 12;

  private final Vm vm;
  private final Tiering tiering;
  private final Strategies strategies;

  Statistics(Vm vm, Tiering tiering, Strategies chosen, TargetMachine target) {
    this.vm = vm;
    this.tiering = tiering;
    this.strategies = chosen.withBackend(target.backend().name()).withHost(target.host().name());
  }

  EngineStatistics now() {
    HeapStatistics heap = vm.heap().statistics();
    TierStatistics tiers = tiering.statistics();
    return new EngineStatistics(tiers.compiledFunctions(), tiers.declined().stream().map(d -> new Decline(d.function(), d.reason())).toList(),
        tiers.codeBytes(), tiers.compileNanos(), tiers.deoptimizations(), tiers.osrEntries(), tiers.slowPathCalls(), slowSites(tiers), costs(tiers), heap.collections(),
        heap.bytesAllocated(), tiering.executedInstructions(), tiers.allocation(), counters(tiers), strategies, tiering.refusal());
  }

  private List<SlowSite> slowSites(TierStatistics tiers) {
    return tiers.slowPaths().worst(SLOW_SITES, vm.opcodes()).stream()
        .map(s -> new SlowSite(s.function(), s.line(), s.offset(), s.opcode(), s.text(), s.calls())).toList();
  }

  private List<FunctionCost> costs(TierStatistics tiers) {
    return tiering.profile().costs(tiers.slowPaths()).stream().map(c -> new FunctionCost(c.function(), c.line(), c.instructions(), c.calls())).toList();
  }

  private Map<String, Long> counters(TierStatistics tiers) {
    long switches = tiering.stackSwitches();
    return Map.of("stubCacheHits", vm.stubCache().hits(), "stackSwitches", switches, "upcalls", tiers.slowPathCalls() - switches,
        "heapNumbers", vm.heapNumbers(), "interpreterRuns", vm.interpreterRuns(), "codeBytesLive", tiering.liveCodeBytes(),
        "codeBytesFreed", tiering.freedCodeBytes());
  }
}
