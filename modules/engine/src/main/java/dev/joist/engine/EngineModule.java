package dev.joist.engine;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.Stress;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.library.Library;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.spi.opcode.LinkedOpcodes;

/** The parts of one engine. They are made on its thread. */
final class EngineModule extends AbstractModule {
  private final EngineOptions options;
  private final EngineThread thread;

  EngineModule(EngineOptions options, EngineThread thread) {
    this.options = options;
    this.thread = thread;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    Provider<LinkedOpcodes> opcodes = getProvider(LinkedOpcodes.class);
    Provider<Interpreter> interpreter = getProvider(Interpreter.class);
    Provider<ScriptCompiler> compiler = getProvider(ScriptCompiler.class);
    Provider<Vm> vm = getProvider(Vm.class);
    Provider<Session> session = getProvider(Session.class);
    Provider<MachineMemory> memory = getProvider(MachineMemory.class);
    Provider<Statistics> statistics = getProvider(Statistics.class);

    provide(MachineMemory.class, MachineMemory::new);
    provide(Vm.class, () -> newVm(opcodes.get(), interpreter.get(), memory.get()));
    provide(Session.class, () -> new Session(options, thread, vm.get(), compiler.get()));
    provide(Statistics.class, () -> new Statistics(vm.get(), options.strategies()));
    provide(JoistEngine.class, () -> new JoistEngine(thread, session.get(), statistics.get()));
  }

  private <T> void provide(Class<T> type, Provider<T> provider) {
    bind(type).toProvider(provider).in(Singleton.class);
  }

  private Vm newVm(LinkedOpcodes opcodes, Interpreter interpreter, MachineMemory memory) {
    long limit = options.heapLimit() > 0 ? Math.max(options.heapLimit(), HeapOptions.LEAST_LIMIT) : DefaultHeapLimit.bytes();
    HeapOptions heap =
        new HeapOptions(limit, options.stress().contains(Stress.POISON), options.stress().contains(Stress.COLLECT));
    Vm vm = new Vm(VmOptions.of(heap), opcodes.table(), interpreter, new StandardOperations(), memory);
    Library.install(vm, new ConsoleOutput(options.out(), options.err()));
    return vm;
  }
}
