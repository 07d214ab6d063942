package dev.joist.host.simulator;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * An AArch64 processor in Java, working on the process's own memory. Machine code may touch only what was declared
 * here; everything it must not do ends as a {@link SimulatorFault}, never as a crash of the virtual machine.
 *
 * <p>A simulator belongs to one thread; only {@link #interrupt()} may be called from others. Memory that was declared
 * must stay allocated until it is taken back.
 */
public final class Simulator {
  /** How many trap numbers there are. */
  public static final int TRAPS = 1 << 16;

  // No processor has memory here, and the address takes three instructions to load, as native ones usually do.
  private static final long TRAP_BASE = 0x0100_0000_4a40_0000L;
  private static final int TRAP_BYTES = 16;
  private static final long RETURN_BASE = TRAP_BASE + (long) TRAPS * TRAP_BYTES;
  private static final int MAX_DEPTH = 1 << 20;
  private static final long POLL_INTERVAL = 1 << 16;
  private static final int ARGUMENT_REGISTERS = 8;

  private final CpuState cpu = new CpuState();
  private final InstructionCache cache = new InstructionCache();
  private final AddressSpace space = new AddressSpace(cache);
  private final TrapHandler traps;
  private final ExecutionLoop loop;
  private Tracer tracer;
  private int depth;
  private long limit = Long.MAX_VALUE;
  private long sampleInterval;
  private long nextSample = Long.MAX_VALUE;
  private LongConsumer samples;
  private volatile boolean interrupted;
  /** A fault of an inner activation, which no handler in between may swallow. */
  private SimulatorFault fault;

  /**
   * Makes a processor that owns no memory yet.
   *
   * @param traps what calls of trap addresses reach
   * @param guarded whether indirect branches must land on {@code bti}
   */
  public Simulator(TrapHandler traps, boolean guarded) {
    this.traps = traps;
    this.loop = new ExecutionLoop(cpu, space, cache, new Environment(), guarded);
  }

  /** The registers. */
  public CpuState cpu() {
    return cpu;
  }

  /** Declares memory that code may read and write. Declaring it again changes nothing. */
  public void own(long address, long size) {
    space.add(address, size, AddressSpace.Access.READ_WRITE);
  }

  /** Declares memory that code may only read. */
  public void ownReadOnly(long address, long size) {
    space.add(address, size, AddressSpace.Access.READ_ONLY);
  }

  /** Takes back memory declared by one of the other methods, or a part of it. */
  public void disown(long address, long size) {
    space.remove(address, size);
  }

  /** Declares the machine stack and points the stack pointer at its end. */
  public void ownStack(long address, long size) {
    own(address, size);
    space.stack(address);
    cpu.x[CpuState.SP] = address + size & -16;
  }

  /**
   * Declares words as executable code that may also be read, and marks their cache lines as written: they can be
   * executed once {@link #maintain} or machine code has done the maintenance.
   */
  public void install(long address, long size) {
    space.add(address, size, AddressSpace.Access.CODE);
    cache.install(address, size);
    cache.written(address, size);
  }

  /** Takes code back. */
  public void remove(long address, long size) {
    cache.remove(address, size);
    space.remove(address, size);
  }

  /** Says that Java code wrote into installed code, which makes its cache lines stale. */
  public void written(long address, long size) {
    cache.written(address, size);
  }

  /** Makes what was written to code visible to execution: the whole maintenance sequence at once. */
  public void maintain(long address, long size) {
    cache.maintain(address, size);
  }

  /** The address whose call reaches the trap handler with this number, 0 to {@link #TRAPS} - 1. */
  public static long trapAddress(int trap) {
    if (trap < 0 || trap >= TRAPS) {
      throw new IllegalArgumentException("trap " + trap + " is not between 0 and " + (TRAPS - 1));
    }
    return TRAP_BASE + (long) trap * TRAP_BYTES;
  }

  /**
   * Sets how many more instructions may be executed. The count is compared at taken branches, so a run ends at the
   * first one beyond the limit.
   */
  public void limitInstructions(long more) {
    limit = more > Long.MAX_VALUE - cpu.executed ? Long.MAX_VALUE : cpu.executed + more;
  }

  /** Tells a listener now and then which instruction was executed, at the first branch that is taken after so many. Not while code is running. */
  public void sample(long interval, LongConsumer listener) {
    sampleInterval = interval;
    samples = listener;
    nextSample = cpu.executed + interval;
  }

  /** Ends what is running, or the next run, with {@link FaultKind#INTERRUPTED}, soon. May be called by any thread. */
  public void interrupt() {
    interrupted = true;
  }

  /** Writes a line an instruction to {@code out}, or stops doing so if it is null. Not while code is running. */
  public void trace(Consumer<String> out) {
    tracer = out == null ? null : new Tracer(cpu, out);
    cache.setTraced(out != null);
  }

  /** How many instructions were executed since this simulator was made, in all activations. */
  public long executed() {
    return cpu.executed;
  }

  /**
   * Calls the function at {@code entry} as native code would and returns its x0.
   *
   * @param arguments x0 to x7
   * @throws SimulatorFault when the code does what it must not do
   */
  public long run(long entry, long... arguments) {
    if (arguments.length > ARGUMENT_REGISTERS) {
      throw new IllegalArgumentException(arguments.length + " arguments; registers take " + ARGUMENT_REGISTERS);
    }
    System.arraycopy(arguments, 0, cpu.x, 0, arguments.length);
    CallContract contract = new CallContract(cpu);
    boolean returned = false;
    depth++;
    try {
      if (depth >= MAX_DEPTH) {
        throw new IllegalStateException("activations nested " + depth + " deep");
      }
      cpu.x[CpuState.LR] = returnAddress();
      loop.run(entry);
      String violations = contract.violations(cpu);
      if (!violations.isEmpty()) {
        throw new Signal(
            FaultKind.CLOBBERED_REGISTER, 0, "the code at 0x%x returned, but %s".formatted(entry, violations));
      }
      returned = true;
      return cpu.x[0];
    } catch (Signal signal) {
      throw fault(signal);
    } finally {
      if (tracer != null) {
        tracer.finish();
      }
      if (!returned) {
        contract.restore(cpu);
      }
      depth--;
      if (depth == 0) {
        fault = null;
      }
    }
  }

  private long returnAddress() {
    return RETURN_BASE + 4L * depth;
  }

  private SimulatorFault fault(Signal signal) {
    fault =
        new SimulatorFault(
            signal.kind,
            cpu.pc,
            signal.address == 0 ? cpu.pc : signal.address,
            signal.getMessage(),
            FaultReport.of(cpu, space));
    return fault;
  }

  private final class Environment implements ExecutionLoop.Environment {
    @Override
    public long leave(long pc) {
      if (pc >= TRAP_BASE && pc < RETURN_BASE && (pc & TRAP_BYTES - 1) == 0) {
        return trap((int) (pc - TRAP_BASE) / TRAP_BYTES);
      }
      if (pc == returnAddress()) {
        return 0;
      }
      if (pc >= RETURN_BASE && pc < RETURN_BASE + 4L * MAX_DEPTH) {
        throw new Signal(
            FaultKind.WRONG_ACTIVATION,
            pc,
            "returned to the caller of activation %d; the innermost is %d".formatted((pc - RETURN_BASE) / 4, depth));
      }
      throw new Signal(FaultKind.JUMP_OUTSIDE, pc, "no code is installed at 0x%x".formatted(pc));
    }

    private long trap(int number) {
      long returnTo = cpu.x[CpuState.LR];
      if ((cpu.x[CpuState.SP] & 15) != 0) {
        throw new Signal(FaultKind.MISALIGNED_STACK_POINTER, cpu.x[CpuState.SP], "sp at a call of trap " + number);
      }
      if (tracer != null) {
        tracer.finish();
      }
      long result = traps.call(number, cpu);
      if (fault != null) {
        throw fault;
      }
      CallContract.scramble(cpu);
      cpu.x[0] = result;
      return returnTo;
    }

    @Override
    public long poll() {
      if (interrupted) {
        interrupted = false;
        throw new Signal(FaultKind.INTERRUPTED, 0, "interrupted after " + cpu.executed + " instructions");
      }
      if (cpu.executed >= limit) {
        throw new Signal(FaultKind.INSTRUCTION_LIMIT, 0, "the limit of " + limit + " instructions is reached");
      }
      if (cpu.executed >= nextSample) {
        samples.accept(cpu.pc);
        // From where it was due: samples that come late do not make the next ones later.
        nextSample += sampleInterval * (1 + (cpu.executed - nextSample) / sampleInterval);
      }
      return Math.min(Math.min(limit, nextSample), cpu.executed + POLL_INTERVAL);
    }

    @Override
    public void trace(long pc) {
      tracer.before(pc);
    }
  }
}
