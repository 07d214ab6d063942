package dev.joist.conformance.fuzz;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.emit.Strategies;
import dev.joist.compiler.tier.MachineMemory;
import dev.joist.compiler.tier.TierOptions;
import dev.joist.compiler.tier.TierStatistics;
import dev.joist.compiler.tier.Tiering;
import dev.joist.library.Library;
import dev.joist.library.host.EventLoop;
import dev.joist.library.host.Output;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.runtime.vm.VmStack;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.value.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** An engine that runs programs, one after another, and tells what they do as text. Belongs to the thread that made it, which needs a deep stack. */
public final class FuzzEngine implements AutoCloseable {
  /** Names of global variables that bytecode uses; the last is not defined at first. */
  static final List<String> GLOBALS = List.of("g0", "g1", "g2", "g3");
  /** The global that holds how many calls a program may still make; see RandomFunctions. */
  static final String FUEL = "fuel";

  /** The global that holds an array of closures that a program has made: whatever it did with them, each is called afterwards. */
  static final String CLOSURES = "closures";

  /** How often each function of a bytecode program is called: at first interpreted, then compiled. */
  private static final int CALLS = 7;
  private static final int CALLS_WITHIN = 20;
  private static final int CALLS_WITHIN_CLOSURES = 5;
  private static final long HEAP_LIMIT = 256L << 20;
  private static final long MACHINE_STACK_BYTES = 4 << 20;
  /** What is said of a program that cannot be judged: where memory ends depends on what is collected when. */
  private static final String OUT_OF_MEMORY = "Out of memory";
  private static final String SLOW = "[takes too long]\n";
  private static final String FAILURE = "[the engine fails]";

  private final Vm vm;
  private final Tiering tiering;
  private final EventLoop loop;
  private final StringBuilder printed = new StringBuilder();
  private final Watchdog watchdog;
  private boolean broken;
  private int withCode;

  /** @param watchdog ends programs that take too long */
  public FuzzEngine(Way way, Watchdog watchdog) {
    this.watchdog = watchdog;
    MachineMemory memory = new MachineMemory();
    HeapOptions heap = new HeapOptions(HEAP_LIMIT, way.collecting(), way.collecting());
    // A small stack, the same in all ways: programs that recurse without end shall end soon, and at one depth.
    VmOptions options = new VmOptions(heap, VmStack.DEFAULT_BYTES / 8, VmOptions.DEFAULT_HOST_ENTRY_BYTES);
    vm = new Vm(options, Installed.opcodes().table(), Installed.interpreter(), new StandardOperations(), memory);
    loop = Library.install(vm, new Capture()).loop();
    tiering = way.parts() == null ? null : tiering(way, memory);
    if (tiering != null) {
      vm.setTiers(tiering);
    }
  }

  private Tiering tiering(Way way, MachineMemory memory) {
    Parts parts = way.parts();
    Strategies strategies = new Strategies(parts.backend(), Values.representation().emitter(), parts.allocator(), parts.inlineCaches(), parts.abi());
    return new Tiering(vm, new Compiler(strategies, new Lowerings(parts.opcodes()), false), parts.host(), new HostOptions(MACHINE_STACK_BYTES, null, 0),
        memory, new TierOptions(true, way.threshold(), way.failing()), warning -> {
          throw new IllegalStateException(warning);
        });
  }

  /** Whether an outcome says nothing of the engine. */
  static boolean isInconclusive(String outcome) {
    return outcome.contains(OUT_OF_MEMORY) || isSlow(outcome);
  }

  static boolean isSlow(String outcome) {
    return outcome.endsWith(SLOW);
  }

  /** Whether an outcome is none of the program, but of the engine. */
  static boolean isFailure(String outcome) {
    return outcome.contains(FAILURE);
  }

  /** Whether the last program has left the engine in no state to compare. */
  public boolean isBroken() {
    return broken;
  }

  /** What a program does: results or what it throws, what it prints, what globals hold afterwards. */
  public String run(Program program) {
    printed.setLength(0);
    withCode = 0;
    StringBuilder outcome = new StringBuilder();
    watchdog.start(vm, program.text(), tiering == null && !vm.options().heap().collectAtEverySafepoint());
    try (HandleScope scope = vm.heap().openScope()) {
      defineGlobals();
      Handle function = scope.hold(vm.load(program.template()));
      switch (program.kind()) {
        case BYTECODE -> {
          callOften(function, CALLS_WITHIN, outcome);
          callClosures(outcome);
        }
        case JAVASCRIPT -> outcome.append(attempt(() -> runScript(function))).append('\n');
      }
      outcome.append(printed);
      showGlobals(outcome);
      withCode = countCompiled(program.templates());
    } catch (HeapExhausted exhausted) {
      outcome.append(OUT_OF_MEMORY);
    } catch (RuntimeException | Error failure) {
      // Whatever it is: it is to be reported with the program.
      broken = true;
      outcome.append(describe(failure));
    } finally {
      watchdog.stop();
    }
    if (vm.termination() != null) {
      outcome.append(SLOW);
    }
    broken |= isInconclusive(outcome.toString());
    return outcome.toString();
  }

  private void defineGlobals() {
    String last = GLOBALS.getLast();
    for (int i = 0; i < GLOBALS.size() - 1; i++) {
      setGlobal(GLOBALS.get(i), Values.int32(i));
    }
    vm.objects().delete(global(), vm.strings().key(last));
    setGlobal(CLOSURES, vm.objects().factory().newArray(0));
  }

  private void setGlobal(String name, long value) {
    vm.objects().set(global(), vm.strings().key(name), value);
  }

  private long global() {
    return vm.realm(Intrinsic.GLOBAL_OBJECT);
  }

  private void showGlobals(StringBuilder outcome) {
    for (String name : GLOBALS) {
      outcome.append(name).append(" = ").append(Display.of(vm, vm.globals().get(vm.strings().key(name)))).append('\n');
    }
  }

  /** With arguments that are alike for some calls, so that guesses are made, and then are not. */
  private void callOften(Handle function, int within, StringBuilder outcome) {
    for (int i = 0; i < CALLS; i++) {
      int call = i;
      setGlobal(FUEL, Values.int32(within));
      outcome.append("call ").append(i).append(": ").append(attempt(() -> vm.call(function.get(), Values.UNDEFINED, arguments(call)))).append('\n');
    }
  }

  /** Each function, by the first closure that was made of it; those it makes then come after it. */
  private void callClosures(StringBuilder outcome) {
    Set<FunctionCode> called = new HashSet<>();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle closures = scope.hold(vm.globals().get(vm.strings().key(CLOSURES)));
      Handle closure = scope.hold(Values.UNDEFINED);
      for (int i = 0; i < Objects.arrayLength(closures.get()); i++) {
        closure.set(vm.objects().getIndex(closures.get(), i));
        FunctionCode function = Callees.callable(vm, closure.get());
        if (called.add(function)) {
          outcome.append(function.name()).append(":\n");
          callOften(closure, CALLS_WITHIN_CLOSURES, outcome);
        }
      }
    }
  }

  /** How many functions of the last program had code at its end. */
  public int compiledFunctions() {
    return withCode;
  }

  private int countCompiled(Set<FunctionTemplate> templates) {
    return (int) vm.functions().all().stream()
        .filter(code -> code instanceof BytecodeFunction function && function.compiled() != null && templates.contains(function.template())).count();
  }

  /** Small numbers until there is compiled code; then such as have results of other kinds; then what is none. */
  private long[] arguments(int call) {
    return switch (call) {
      case CALLS - 4 -> new long[] {Values.int32(0), Values.int32(-7), Values.int32(-1)};
      case CALLS - 3 -> new long[] {Values.int32(-1), Values.int32(0), Values.int32(Integer.MIN_VALUE)};
      case CALLS - 2 -> new long[] {vm.number(0.5), Values.int32(Integer.MAX_VALUE), vm.strings().fromJava("text")};
      case CALLS - 1 -> new long[] {vm.objects().factory().newArray(2), vm.number(-0.0), Values.UNDEFINED, Values.TRUE};
      default -> new long[] {Values.int32(call), Values.int32(7 - call), Values.int32(1)};
    };
  }

  private long runScript(Handle function) {
    vm.call(function.get(), global());
    loop.run();
    return Values.UNDEFINED;
  }

  private String attempt(LongSupplier work) {
    try {
      return Display.of(vm, work.getAsLong());
    } catch (JsThrow thrown) {
      long exception = vm.takeException();
      return "throws " + Display.of(vm, exception);
    }
  }

  private static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(FAILURE + " " + failure);
    for (StackTraceElement frame : failure.getStackTrace()) {
      text.append("\n    ").append(frame);
    }
    return text.append('\n').toString();
  }

  /** Collects, and says how many bytes of cells are alive. */
  public long liveBytes() {
    vm.heap().collect();
    return vm.heap().statistics().liveBytes();
  }

  /** What the compiler has done; null in an engine that only interprets. */
  public TierStatistics statistics() {
    return tiering == null ? null : tiering.statistics();
  }

  @Override
  public void close() {
    if (tiering != null) {
      tiering.close();
    }
    vm.close();
  }

  private final class Capture implements Output {
    @Override
    public void out(String text) {
      printed.append(text);
    }

    @Override
    public void err(String text) {
      printed.append(text);
    }
  }
}
