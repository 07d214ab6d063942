package dev.joist.conformance.fuzz;

import dev.joist.interpreter.Dispatches;
import dev.joist.interpreter.PreparedDispatch;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** What is on the module path: opcodes, strategies, and how they can be combined. */
public final class Installed {
  private static final LinkedOpcodes OPCODES = link();
  private static final Interpreter INTERPRETER = Dispatches.load(OPCODES, ServiceLoader.load(PreparedDispatch.class));

  private Installed() {}

  /**
   * Which strategies are wanted, by name; an empty list of names: all.
   */
  public record Wanted(List<String> backends, List<String> hosts, List<String> allocators, List<String> inlineCaches, List<String> abis) {
    /** All that there are. */
    public static final Wanted ALL = new Wanted(List.of(), List.of(), List.of(), List.of(), List.of());

    public Wanted {
      backends = List.copyOf(backends);
      hosts = List.copyOf(hosts);
      allocators = List.copyOf(allocators);
      inlineCaches = List.copyOf(inlineCaches);
      abis = List.copyOf(abis);
    }
  }

  /** The order of plugins gives opcodes their numbers, so it must not depend on the module path's. */
  private static LinkedOpcodes link() {
    List<JoistPlugin> plugins = new ArrayList<>();
    ServiceLoader.load(JoistPlugin.class).forEach(plugins::add);
    plugins.sort(Comparator.comparing(JoistPlugin::id));
    return LinkedOpcodes.link(plugins);
  }

  public static LinkedOpcodes opcodes() {
    return OPCODES;
  }

  /** For the linked opcodes; stateless. */
  public static Interpreter interpreter() {
    return INTERPRETER;
  }

  /**
   * All combinations of the wanted strategies that run on this machine.
   *
   * @throws IllegalArgumentException when a name is unknown, or nothing wanted runs here; it names what there is
   */
  public static List<Parts> combinations(Wanted wanted) {
    List<CodegenBackend> backends = select("backend", ServiceLoader.load(CodegenBackend.class), CodegenBackend::name, wanted.backends);
    List<MachineHostProvider> hosts = select("host", ServiceLoader.load(MachineHostProvider.class), MachineHostProvider::name, wanted.hosts);
    List<RegisterAllocator> allocators = select("allocator", ServiceLoader.load(RegisterAllocator.class), RegisterAllocator::name, wanted.allocators);
    List<InlineCacheStrategy> caches = select("inline cache", ServiceLoader.load(InlineCacheStrategy.class), InlineCacheStrategy::name,
        wanted.inlineCaches);
    List<SlowPathAbi> abis = select("ABI", ServiceLoader.load(SlowPathAbi.class), SlowPathAbi::name, wanted.abis);
    List<Parts> combinations = new ArrayList<>();
    for (CodegenBackend backend : backends) {
      for (MachineHostProvider host : hosts) {
        if (!host.runs(backend.isa())) {
          continue;
        }
        for (RegisterAllocator allocator : allocators) {
          for (InlineCacheStrategy cache : caches) {
            for (SlowPathAbi abi : abis) {
              combinations.add(new Parts(backend, host, allocator, cache, abi, OPCODES.definitions()));
            }
          }
        }
      }
    }
    if (combinations.isEmpty()) {
      throw new IllegalArgumentException("none of the hosts " + names(hosts, MachineHostProvider::name) + " runs code of the backends "
          + names(backends, CodegenBackend::name) + " on this machine");
    }
    return combinations;
  }

  private static <S> List<S> select(String kind, Iterable<S> found, Function<S, String> name, List<String> wanted) {
    List<S> all = new ArrayList<>();
    found.forEach(all::add);
    all.sort(Comparator.comparing(name));
    for (String one : wanted) {
      if (!names(all, name).contains(one)) {
        throw new IllegalArgumentException("unknown " + kind + " '" + one + "'; there is " + String.join(", ", names(all, name)));
      }
    }
    return wanted.isEmpty() ? all : all.stream().filter(strategy -> wanted.contains(name.apply(strategy))).toList();
  }

  private static <S> List<String> names(List<S> strategies, Function<S, String> name) {
    return strategies.stream().map(name).toList();
  }
}
