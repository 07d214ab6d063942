package dev.joist.conformance.benchmarks;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.emit.Strategies;
import dev.joist.compiler.tier.MachineMemory;
import dev.joist.compiler.tier.TierOptions;
import dev.joist.compiler.tier.Tiering;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.Source;
import dev.joist.library.Library;
import dev.joist.library.host.Output;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.runtime.vm.VmStack;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.value.Values;
import java.util.List;

/** An engine whose parts can be reached. Belongs to the thread that made it. */
final class BenchmarkEngine implements AutoCloseable {
  private static final long HEAP_LIMIT = 512L << 20;
  private static final long MACHINE_STACK_BYTES = 16L << 20;

  private final LinkedOpcodes opcodes;
  private final Vm vm;
  private final HandleScope handles;
  private final MachineMemory memory = new MachineMemory();
  private Tiering tiering;

  /** @param more plugins besides the installed ones */
  BenchmarkEngine(JoistPlugin... more) {
    opcodes = Installed.opcodes(more);
    VmOptions options = new VmOptions(new HeapOptions(HEAP_LIMIT, false, false), VmStack.DEFAULT_BYTES, VmOptions.DEFAULT_HOST_ENTRY_BYTES);
    vm = new Vm(options, opcodes.table(), Installed.interpreter(opcodes), new StandardOperations(), memory);
    Library.install(vm, new Silence());
    handles = vm.heap().openScope();
  }

  Vm vm() {
    return vm;
  }

  Lowerings lowerings() {
    return new Lowerings(opcodes.definitions());
  }

  /** Compiles each function before its first call, for this machine. */
  BenchmarkEngine compiling(String allocator, String abi) {
    Strategies strategies = new Strategies(Installed.nativeBackend(), Values.representation().emitter(), Installed.allocator(allocator),
        Installed.inlineCaches("polymorphic"), Installed.abi(abi));
    tiering = new Tiering(vm, new Compiler(strategies, lowerings(), false), Installed.nativeHost(), new HostOptions(MACHINE_STACK_BYTES, null, 0), memory,
        new TierOptions(true, 1, false), warning -> {
          throw new IllegalStateException(warning);
        });
    vm.setTiers(tiering);
    return this;
  }

  /** A script of bytecode in text form. */
  Handle bytecode(String text) {
    return hold(BytecodeReader.read(opcodes.table(), "benchmark.joist", text));
  }

  /** What a script's last expression gives. */
  Handle value(String script) {
    return handles.hold(call(hold(new ScriptCompiler(opcodes.table()).compileForValue(new Source("benchmark.js", script)))));
  }

  /** Runs a program as a module that asks for nothing but {@code process.argv}. */
  void run(String file, String text) {
    value("globalThis.process = { argv: [] }");
    Handle module = hold(new ScriptCompiler(opcodes.table()).compileModule(file, text));
    call(handles.hold(call(module)));
  }

  private Handle hold(FunctionTemplate template) {
    return handles.hold(vm.load(template));
  }

  long call(Handle function) {
    return vm.call(function.get(), vm.realm(Intrinsic.GLOBAL_OBJECT));
  }

  List<BytecodeFunction> functions() {
    return vm.functions().all().stream().filter(BytecodeFunction.class::isInstance).map(BytecodeFunction.class::cast)
        .peek(function -> function.prepare(vm)).toList();
  }

  /** @throws IllegalStateException when something stayed interpreted: what was measured is not what it is called */
  void checkAllCompiled() {
    if (!tiering.statistics().declined().isEmpty()) {
      throw new IllegalStateException("not compiled: " + tiering.statistics().declined());
    }
  }

  @Override
  public void close() {
    handles.close();
    if (tiering != null) {
      tiering.close();
    }
    vm.close();
  }

  private static final class Silence implements Output {
    @Override
    public void out(String text) {}

    @Override
    public void err(String text) {}
  }
}
