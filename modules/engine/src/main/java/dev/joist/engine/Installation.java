package dev.joist.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.joist.embedding.ConfigurationException;
import dev.joist.interpreter.Dispatches;
import dev.joist.interpreter.PreparedDispatch;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** What all engines of a JVM share: the parts found on the module path, all of them stateless. */
final class Installation extends AbstractModule {
  private static final class Holder {
    static final Injector INJECTOR = Guice.createInjector(Stage.DEVELOPMENT, new Installation());
  }

  private Installation() {}

  /** The injector that each engine's is a child of. */
  static Injector injector() {
    return Holder.INJECTOR;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    ClassLoader loader = Installation.class.getClassLoader();
    bindChoice(new TypeLiteral<>() {}, "backend", () -> ServiceLoader.load(CodegenBackend.class, loader), CodegenBackend::name);
    bindChoice(new TypeLiteral<>() {}, "host", () -> ServiceLoader.load(MachineHostProvider.class, loader), MachineHostProvider::name);
    bindChoice(new TypeLiteral<>() {}, "allocator", () -> ServiceLoader.load(RegisterAllocator.class, loader), RegisterAllocator::name);
    bindChoice(new TypeLiteral<>() {}, "inline cache", () -> ServiceLoader.load(InlineCacheStrategy.class, loader), InlineCacheStrategy::name);
    bindChoice(new TypeLiteral<>() {}, "slow-path ABI", () -> ServiceLoader.load(SlowPathAbi.class, loader), SlowPathAbi::name);

    provide(LinkedOpcodes.class, () -> link(ServiceLoader.load(JoistPlugin.class, loader)));
    Provider<LinkedOpcodes> opcodes = getProvider(LinkedOpcodes.class);
    provide(Interpreter.class, () -> Dispatches.load(opcodes.get(), ServiceLoader.load(PreparedDispatch.class, loader)));
    provide(ScriptCompiler.class, () -> new ScriptCompiler(opcodes.get().table()));
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
