package dev.joist.conformance.fuzz;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.emit.Strategies;
import dev.joist.compiler.tier.MachineMemory;
import dev.joist.compiler.tier.TierOptions;
import dev.joist.compiler.tier.Tiering;
import dev.joist.interpreter.Dispatches;
import dev.joist.library.Library;
import dev.joist.library.host.Output;
import dev.joist.plugin.standard.StandardDispatch;
import dev.joist.plugin.standard.StandardOpcodes;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.TierController;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.runtime.vm.VmStack;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** An engine that runs bytecode; it belongs to the thread that made it. */
public final class BytecodeEngine implements AutoCloseable {
  /** How often each function is called: interpreted at first, then compiled. */
  private static final int CALLS = 3;
  private static final int DEEPEST_ARRAY = 4;
  private static final long MACHINE_STACK_BYTES = 4 << 20;

  private static final LinkedOpcodes OPCODES = StandardOpcodes.linked();

  /**
   * How an engine runs bytecode.
   *
   * @param threshold calls after which a function is compiled, 0 for never
   * @param inlineCache the strategy's name
   * @param collecting whether each safepoint collects
   * @param failing whether each guard fails once
   */
  public record Mode(int threshold, String inlineCache, boolean collecting, boolean failing) {
    public static final Mode INTERPRETER = new Mode(0, "monomorphic", false, false);

    /** All others: what they give is compared with what {@link #INTERPRETER} gives. */
    public static List<Mode> others() {
      return List.of(new Mode(1, "monomorphic", false, false), new Mode(2, "monomorphic", false, false), new Mode(2, "speculative", false, true),
          new Mode(0, "monomorphic", true, false), new Mode(2, "monomorphic", true, false));
    }
  }

  private final Vm vm;
  private final Tiering tiering;

  public BytecodeEngine(Mode mode) {
    MachineMemory memory = new MachineMemory();
    HeapOptions heap = new HeapOptions(64 << 20, mode.collecting, mode.collecting);
    VmOptions options = new VmOptions(heap, mode.collecting ? VmStack.DEFAULT_BYTES / 8 : VmStack.DEFAULT_BYTES, VmOptions.DEFAULT_HOST_ENTRY_BYTES);
    vm = new Vm(options, OPCODES.table(), Dispatches.load(OPCODES, List.of(new StandardDispatch())), new StandardOperations(), memory);
    Library.install(vm, new Silence());
    tiering = mode.threshold == 0 ? null : tiering(vm, memory, mode);
    vm.setTiers(tiering == null ? TierController.NONE : tiering);
  }

  private static Tiering tiering(Vm vm, MachineMemory memory, Mode mode) {
    Strategies strategies = new Strategies(
        first(ServiceLoader.load(CodegenBackend.class), backend -> backend.name().equals("aarch64")),
        Values.representation().emitter(),
        first(ServiceLoader.load(RegisterAllocator.class), allocator -> allocator.name().equals("fixed")),
        first(ServiceLoader.load(InlineCacheStrategy.class), strategy -> strategy.name().equals(mode.inlineCache)),
        first(ServiceLoader.load(SlowPathAbi.class), abi -> abi.name().equals("upcall")));
    return new Tiering(vm, new Compiler(strategies, new Lowerings(OPCODES.definitions()), false),
        first(ServiceLoader.load(MachineHostProvider.class), host -> host.name().equals("simulator")), new HostOptions(MACHINE_STACK_BYTES, null, 0), memory,
        new TierOptions(true, mode.threshold, mode.failing), warning -> {
          throw new IllegalStateException(warning);
        });
  }

  private static <S> S first(ServiceLoader<S> found, Predicate<S> wanted) {
    for (S strategy : found) {
      if (wanted.test(strategy)) {
        return strategy;
      }
    }
    throw new IllegalStateException("no suitable strategy on the module path: " + found);
  }

  /** What the function gives, called a few times: results or exceptions, as text. */
  public String run(FunctionTemplate template) {
    StringBuilder text = new StringBuilder();
    long function = vm.load(template);
    try (var scope = vm.heap().openScope()) {
      var held = scope.hold(function);
      for (int i = 0; i < CALLS; i++) {
        text.append(call(held.get())).append('\n');
      }
    }
    return text.toString();
  }

  private String call(long function) {
    try {
      return show(vm.call(function, Values.UNDEFINED), 0);
    } catch (JsThrow thrown) {
      long exception = vm.takeException();
      return "throws " + (Objects.isObject(exception) ? Conversions.toJavaString(vm, exception) : show(exception, 0));
    }
  }

  private String show(long value, int depth) {
    if (!Objects.isArray(value)) {
      return isMinusZero(value) ? "-0" : vm.errors().describe(value);
    }
    if (depth == DEEPEST_ARRAY) {
      return "[...]";
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Objects.arrayLength(value); i++) {
      text.append(i == 0 ? "" : ",").append(show(vm.objects().getIndex(value, i), depth + 1));
    }
    return text.append("]").toString();
  }

  private static boolean isMinusZero(long value) {
    return Values.isDouble(value) && Double.doubleToRawLongBits(Values.asDouble(value)) == Double.doubleToRawLongBits(-0.0);
  }

  /** Functions compiled so far. */
  public long compiledFunctions() {
    return tiering == null ? 0 : tiering.statistics().compiledFunctions();
  }

  @Override
  public void close() {
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
