package dev.joist.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.emit.AuditedAllocator;
import dev.joist.compiler.tier.MachineMemory;
import dev.joist.compiler.tier.TierOptions;
import dev.joist.compiler.tier.Tiering;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Stress;
import dev.joist.embedding.UnhandledRejections;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.library.Library;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.runtime.vm.VmStack;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.value.Values;

/** The parts of one engine. They are made on its thread. */
final class EngineModule extends AbstractModule {
  /** Of machine stack, for hosts that have one of their own. */
  private static final long MACHINE_STACK_BYTES = 16L << 20;

  private final EngineOptions options;
  private final EngineThread thread;

  EngineModule(EngineOptions options, EngineThread thread) {
    this.options = options;
    this.thread = thread;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    Strategies chosen = options.strategies();
    Provider<RegisterAllocator> allocator = selected(new TypeLiteral<Choice<RegisterAllocator>>() {}, chosen.allocator());
    Provider<InlineCacheStrategy> inlineCache = selected(new TypeLiteral<Choice<InlineCacheStrategy>>() {}, chosen.ic());
    Provider<SlowPathAbi> abi = selected(new TypeLiteral<Choice<SlowPathAbi>>() {}, chosen.abi());
    Provider<Choice<CodegenBackend>> backends = getProvider(Key.get(new TypeLiteral<Choice<CodegenBackend>>() {}));
    Provider<Choice<MachineHostProvider>> hosts = getProvider(Key.get(new TypeLiteral<Choice<MachineHostProvider>>() {}));
    Provider<LinkedOpcodes> opcodes = getProvider(LinkedOpcodes.class);
    Provider<Lowerings> lowerings = getProvider(Lowerings.class);
    Provider<Interpreter> interpreter = getProvider(Interpreter.class);
    Provider<ScriptCompiler> scripts = getProvider(ScriptCompiler.class);
    Provider<MachineMemory> memory = getProvider(MachineMemory.class);
    Provider<Compiler> compiler = getProvider(Compiler.class);
    Provider<TargetMachine> target = getProvider(TargetMachine.class);
    Provider<Vm> vm = getProvider(Vm.class);
    Provider<Library> library = getProvider(Library.class);
    Provider<Tiering> tiering = getProvider(Tiering.class);
    Provider<Session> session = getProvider(Session.class);

    provide(MachineMemory.class, MachineMemory::new);
    provide(Vm.class, () -> newVm(opcodes.get(), interpreter.get(), memory.get()));
    provide(Compiler.class, () -> new Compiler(
        new dev.joist.compiler.emit.Strategies(target.get().backend(), Values.representation().emitter(),
            AuditedAllocator.of(allocator.get(), Installation.audits()), inlineCache.get(), abi.get()),
        lowerings.get(), false));
    provide(TargetMachine.class, () -> TargetMachine.select(backends.get(), chosen.backend(), hosts.get(), chosen.host()));
    provide(Tiering.class, () -> new Tiering(vm.get(), compiler.get(), target.get().host(), new HostOptions(MACHINE_STACK_BYTES, null, 0), memory.get(),
        tierOptions(), warning -> options.err().println("joist: " + warning)));
    provide(Library.class, () -> library(vm.get()));
    provide(Session.class, () -> new Session(options, thread, vm.get(), library.get(), scripts.get(), tiering.get()));
    provide(Statistics.class, () -> new Statistics(vm.get(), tiering.get(), chosen, target.get()));
    provide(MachineListings.class, () -> new MachineListings(vm.get(),
        new Compiler(compiler.get().strategies(), lowerings.get(), true)));
    Provider<Statistics> statistics = getProvider(Statistics.class);
    Provider<MachineListings> listings = getProvider(MachineListings.class);
    provide(JoistEngine.class, () -> new JoistEngine(thread, session.get(), statistics.get(), listings::get));
  }

  private <T> void provide(Class<T> type, Provider<T> provider) {
    bind(type).toProvider(provider).in(Scopes.SINGLETON);
  }

  private <S> Provider<S> selected(TypeLiteral<Choice<S>> kind, String name) {
    Provider<Choice<S>> choice = getProvider(Key.get(kind));
    return () -> choice.get().select(name);
  }

  private Vm newVm(LinkedOpcodes opcodes, Interpreter interpreter, MachineMemory memory) {
    long limit = options.heapLimit() > 0 ? Math.max(options.heapLimit(), HeapOptions.LEAST_LIMIT) : DefaultHeapLimit.bytes();
    HeapOptions heap = new HeapOptions(limit, options.stress().contains(Stress.POISON), options.stress().contains(Stress.COLLECT));
    // Every collection scans the stack, so with one at each call a deep recursion would take time that grows with the square of its depth.
    long stackBytes = heap.collectAtEverySafepoint() ? VmStack.DEFAULT_BYTES / 8 : VmStack.DEFAULT_BYTES;
    VmOptions vmOptions = new VmOptions(heap, stackBytes, VmOptions.DEFAULT_HOST_ENTRY_BYTES);
    return new Vm(vmOptions, opcodes.table(), interpreter, new StandardOperations(), memory);
  }

  private Library library(Vm vm) {
    Library library = Library.install(vm, new ConsoleOutput(options.out(), options.err()));
    if (options.rejections() == UnhandledRejections.IGNORE) {
      library.ignoreUnhandledRejections();
    }
    return library;
  }

  private TierOptions tierOptions() {
    // The compiler counts a call before it is made: a threshold of 1 compiles before the first one.
    int threshold = options.jit() == JitMode.LAZY ? Math.addExact(options.jitThreshold(), 1) : 1;
    return new TierOptions(options.jit() != JitMode.OFF, threshold, options.stress().contains(Stress.DEOPTIMIZE),
        options.profileInterval());
  }
}
