package dev.joist.compiler.tier;

import dev.joist.compiler.Compilation;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.emit.GuardPolicy;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.TierController;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.Sampling;
import dev.joist.spi.layout.Layout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles what is hot, keeps the code, enters it, and throws it away when its guesses have failed. */
public final class Tiering implements TierController, AutoCloseable {
  /** However wrong the guesses are: beyond this a function stays interpreted. */
  private static final int MAX_COMPILATIONS = 20;

  private final Vm vm;
  private final Compiler compiler;
  private final MachineHostProvider provider;
  private final HostOptions hostOptions;
  private final MachineMemory memory;
  private final TierOptions options;
  private final Consumer<String> warnings;
  private final TierStatistics statistics = new TierStatistics();
  private final Profile profile;
  private final CodeKeeper codes;
  private final MachineRequests requests;
  private final Map<BytecodeFunction, Integer> compilations = new HashMap<>();
  private final Map<BytecodeFunction, Set<Integer>> failedGuards = new HashMap<>();
  private Machine machine;
  /** Why this machine runs no code; null when it does, or has not been asked. */
  private String refusal;

  /**
   * @param memory the listener that the engine was made with
   * @param warnings told once when this machine refuses to run code
   */
  public Tiering(Vm vm, Compiler compiler, MachineHostProvider provider, HostOptions hostOptions, MachineMemory memory,
      TierOptions options,
      Consumer<String> warnings) {
    this.vm = vm;
    this.compiler = compiler;
    this.provider = provider;
    profile = new Profile(options.sampleInterval());
    codes = new CodeKeeper(vm, profile);
    this.hostOptions = new HostOptions(hostOptions.stackBytes(), hostOptions.traceFile(), hostOptions.instructionLimit(),
        new Sampling(options.sampleInterval(), profile::sample));
    this.memory = memory;
    this.options = options;
    this.warnings = warnings;
    requests = new MachineRequests(vm, this, statistics);
  }

  public TierStatistics statistics() {
    return statistics;
  }

  /** Empty unless the options ask for samples. */
  public Profile profile() {
    return profile;
  }

  /** Why this machine runs no code, so that everything is interpreted; empty when it does, or has not been asked. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Executed by the host so far; empty when it does not count, or ran nothing. */
  public OptionalLong executedInstructions() {
    return machine == null || machine.executedInstructions() < 0 ? OptionalLong.empty()
        : OptionalLong.of(machine.executedInstructions());
  }

  /** Of functions' machine code that is there now. */
  public long liveCodeBytes() {
    return codes.liveBytes();
  }

  /** Of functions' machine code whose memory was taken back. */
  public long freedCodeBytes() {
    return codes.freedBytes();
  }

  /** How often machine code has left a stack of its own to ask Java. */
  public long stackSwitches() {
    return machine == null ? 0 : machine.stackSwitches();
  }

  @Override
  public int callThreshold() {
    return options.enabled() ? options.callThreshold() : Integer.MAX_VALUE;
  }

  @Override
  public int loopThreshold() {
    return options.enabled() ? options.loopThreshold() : Integer.MAX_VALUE;
  }

  @Override
  public void hot(BytecodeFunction function) {
    if (function.compiled() != null || function.isDeclined()) {
      return;
    }
    if (!options.enabled() || refusal != null || compilations.merge(function, 1, Integer::sum) > MAX_COMPILATIONS) {
      function.decline();
      return;
    }
    function.prepare(vm);
    long start = System.nanoTime();
    switch (compiler.compile(new LinkedUnit(vm, function), guards(function))) {
      case Compilation.Declined declined -> {
        statistics.declined(name(function), declined.reason());
        if (declined.fault()) {
          warnings.accept(name(function) + " stays interpreted: " + declined.reason());
        }
        function.decline();
      }
      case Compilation.Compiled compiled -> install(function, compiled, start);
    }
  }

  private GuardPolicy guards(BytecodeFunction function) {
    if (!options.failEveryGuardOnce()) {
      return GuardPolicy.HONEST;
    }
    Set<Integer> failed = failedGuards.computeIfAbsent(function, f -> new HashSet<>());
    return offset -> !failed.contains(offset);
  }

  private void install(BytecodeFunction function, Compilation.Compiled compiled, long start) {
    try {
      if (machine == null) {
        machine = Machine.open(vm, compiler.strategies(), provider, hostOptions, memory, requests);
      }
      CodeImage image = compiled.code().image();
      long address = codes.install(machine, function, image);
      function.setCompiled(new CompiledCode(address, image.bytes().length, compiled.code().entries(),
          SiteSummary.of(function, vm.opcodes()),
          compilations.get(function) - 1));
      vm.functions().setCode(function, address, address + compiled.code().complete(), machine.constructEntry(function));
      statistics.compiled(image.bytes().length, System.nanoTime() - start, compiled.statistics());
    } catch (InstallException e) {
      refusal = e.getMessage();
      function.decline();
      statistics.declined(name(function), e.getMessage());
      warnings.accept("everything stays interpreted: " + e.getMessage());
    }
  }

  private static String name(BytecodeFunction function) {
    return function.name().isEmpty() ? function.toString() : function.name();
  }

  /** The code is not entered any more; the function is interpreted until it is compiled again. */
  void discard(BytecodeFunction function) {
    if (function.compiled() != null) {
      codes.giveUp(function, codeOf(function));
    }
    function.setCompiled(null);
    vm.functions().clearCode(function);
  }

  @Override
  public void collected(List<BytecodeFunction> dead) {
    if (machine != null) {
      codes.collected(machine, dead);
    }
    for (BytecodeFunction function : dead) {
      compilations.remove(function);
      failedGuards.remove(function);
      profile.died(function, statistics.slowPaths().calls(function));
      statistics.slowPaths().died(function, vm.opcodes());
    }
  }

  /** The guards of an instruction have failed once: in the test mode they are honest from now on. */
  void noteFailure(BytecodeFunction function, int offset) {
    if (options.failEveryGuardOnce()) {
      failedGuards.computeIfAbsent(function, f -> new HashSet<>()).add(offset);
    }
  }

  /** A slow path has been taken; true when the function has new code, made from what is known by now. */
  boolean compiledAgain(BytecodeFunction function) {
    CompiledCode code = codeOf(function);
    if (code == null || !code.isTooSlow() || Arrays.equals(code.sites(), SiteSummary.of(function, vm.opcodes()))) {
      return false;
    }
    discard(function);
    hot(function);
    return true;
  }

  /** Whether a site has seen other kinds of values than it had when the function's code was made. */
  boolean hasLearnt(BytecodeFunction function, long site) {
    CompiledCode code = codeOf(function);
    return code != null && SiteSummary.hasLearnt(code.sites(), function, site, vm.opcodes());
  }

  static CompiledCode codeOf(BytecodeFunction function) {
    return (CompiledCode) function.compiled();
  }

  @Override
  public boolean hotLoop(BytecodeFunction function, int target) {
    hot(function);
    return function.compiled() != null && codeOf(function).hasEntry(target);
  }

  @Override
  public long enter(BytecodeFunction function, long base, int argc) {
    return run(function, codeOf(function).entry(), base, argc);
  }

  @Override
  public long enterLoop(BytecodeFunction function, long base, int target) {
    statistics.enteredLoop();
    return run(function, codeOf(function).entry(target), base, 0);
  }

  @Override
  public long enterResumed(BytecodeFunction function, long base, int offset) {
    return run(function, codeOf(function).entry(offset), base, 0);
  }

  private long run(BytecodeFunction function, long code, long base, int argc) {
    long result = machine.enter(code, base, function.info(), argc);
    requests.rethrowFailure();
    if (result == Layout.EXCEPTION) {
      // The frame is gone: none of its handlers takes the exception.
      vm.setFrame(base, function);
      vm.at(function.template().code().length);
    }
    return result;
  }

  /** Frees all code; none may be running. */
  @Override
  public void close() {
    if (machine != null) {
      machine.close();
    }
  }
}
