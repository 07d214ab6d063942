package dev.joist.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.embedding.ConfigurationException;
import dev.joist.interpreter.Dispatches;
import dev.joist.interpreter.PreparedDispatch;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.library.Library;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.regalloc.AllocationAudit;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What all engines of a JVM share: the parts found on the module path, all of them stateless. */
final class Installation extends AbstractModule {
  private static final Map<List<Path>, Injector> INJECTORS = new ConcurrentHashMap<>();

  private final PluginLayer layer;

  private Installation(PluginLayer layer) {
    this.layer = layer;
  }

  /** The injector that each engine's without a plugin path is a child of. */
  static Injector injector() {
    return injector(List.of());
  }

  /** The injector that each engine's with this plugin path is a child of. */
  static Injector injector(List<Path> pluginPath) {
    return INJECTORS.computeIfAbsent(pluginPath, path -> Guice.createInjector(Stage.DEVELOPMENT, new Installation(PluginLayer.of(path))));
  }

  /** Who looks at allocations: nobody, unless a test has put somebody on the module path. */
  static List<AllocationAudit> audits() {
    return Services.of(AllocationAudit.class).stream().map(ServiceLoader.Provider::get)
        .toList();
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bindChoice(new TypeLiteral<>() {}, "backend", () -> layer.all(CodegenBackend.class), CodegenBackend::name);
    bindChoice(new TypeLiteral<>() {}, "host", () -> layer.all(MachineHostProvider.class), MachineHostProvider::name);
    bindChoice(new TypeLiteral<>() {}, "allocator", () -> layer.all(RegisterAllocator.class), RegisterAllocator::name);
    bindChoice(new TypeLiteral<>() {}, "inline cache", () -> layer.all(InlineCacheStrategy.class), InlineCacheStrategy::name);
    bindChoice(new TypeLiteral<>() {}, "slow-path ABI", () -> layer.all(SlowPathAbi.class), SlowPathAbi::name);

    provide(LinkedOpcodes.class, () -> link(layer.all(JoistPlugin.class)));
    Provider<LinkedOpcodes> opcodes = getProvider(LinkedOpcodes.class);
    provide(Interpreter.class, () -> Dispatches.load(opcodes.get(), layer.all(PreparedDispatch.class)));
    provide(Lowerings.class, () -> new Lowerings(opcodes.get().definitions(),
        Dispatches.outside(opcodes.get(), layer.all(PreparedDispatch.class))));
    provide(ScriptCompiler.class, () -> new ScriptCompiler(opcodes.get().table(), Library::regExpError));
  }

  private <T> void provide(Class<T> type, Provider<T> provider) {
    bind(type).toProvider(provider).in(Scopes.SINGLETON);
  }

  private <S> void bindChoice(TypeLiteral<Choice<S>> type, String kind, Provider<Iterable<S>> found, Function<S, String> name) {
    Provider<Choice<S>> provider = () -> new Choice<>(kind, found.get(), name);
    bind(type).toProvider(provider).in(Scopes.SINGLETON);
  }

  /** The order of plugins decides the opcodes' numbers, so it must not depend on the module path's. */
  private static LinkedOpcodes link(Iterable<JoistPlugin> found) {
    List<JoistPlugin> plugins = new ArrayList<>();
    found.forEach(plugins::add);
    plugins.sort(Comparator.comparing(JoistPlugin::id));
    try {
      return LinkedOpcodes.link(plugins);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }
}
