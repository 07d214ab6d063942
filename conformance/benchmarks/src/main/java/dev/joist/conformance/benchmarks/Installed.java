package dev.joist.conformance.benchmarks;

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

/** What is on the class path, by name. */
final class Installed {
  private static final String HOST = "native";

  private Installed() {}

  /** All installed opcodes, and these. */
  static LinkedOpcodes opcodes(JoistPlugin... more) {
    List<JoistPlugin> plugins = new ArrayList<>(List.of(more));
    ServiceLoader.load(JoistPlugin.class).forEach(plugins::add);
    plugins.sort(Comparator.comparing(JoistPlugin::id));
    return LinkedOpcodes.link(plugins);
  }

  static Interpreter interpreter(LinkedOpcodes opcodes) {
    return Dispatches.load(opcodes, ServiceLoader.load(PreparedDispatch.class));
  }

  static CodegenBackend backend(String name) {
    return select(CodegenBackend.class, ServiceLoader.load(CodegenBackend.class), CodegenBackend::name, name);
  }

  static RegisterAllocator allocator(String name) {
    return select(RegisterAllocator.class, ServiceLoader.load(RegisterAllocator.class), RegisterAllocator::name, name);
  }

  static InlineCacheStrategy inlineCaches(String name) {
    return select(InlineCacheStrategy.class, ServiceLoader.load(InlineCacheStrategy.class), InlineCacheStrategy::name, name);
  }

  static SlowPathAbi abi(String name) {
    return select(SlowPathAbi.class, ServiceLoader.load(SlowPathAbi.class), SlowPathAbi::name, name);
  }

  /** The host that runs code on this machine. */
  static MachineHostProvider nativeHost() {
    return select(MachineHostProvider.class, ServiceLoader.load(MachineHostProvider.class), MachineHostProvider::name, HOST);
  }

  /** The backend for this machine. */
  static CodegenBackend nativeBackend() {
    MachineHostProvider host = nativeHost();
    for (CodegenBackend backend : ServiceLoader.load(CodegenBackend.class)) {
      if (host.runs(backend.isa())) {
        return backend;
      }
    }
    throw new IllegalStateException("no backend makes code for this machine");
  }

  private static <S> S select(Class<S> kind, Iterable<S> found, Function<S, String> nameOf, String name) {
    List<String> names = new ArrayList<>();
    for (S candidate : found) {
      if (nameOf.apply(candidate).equals(name)) {
        return candidate;
      }
      names.add(nameOf.apply(candidate));
    }
    throw new IllegalArgumentException("no " + kind.getSimpleName() + " '" + name + "'; there are " + names);
  }
}
