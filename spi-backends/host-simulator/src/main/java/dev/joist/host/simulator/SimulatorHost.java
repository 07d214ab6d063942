package dev.joist.host.simulator;

import dev.joist.assembler.CodePlaces;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One engine's simulated processor with its machine stack and code memory. */
final class SimulatorHost implements MachineHost {
  private static final int UPCALL = 0;
  private static final int STACK_ALIGNMENT = 16;
  private static final int STACK_GUARD_BYTES = 1 << 16;
  /** Code begins at multiples of a cache line, so that installing never makes other code stale. */
  private static final int CODE_ALIGNMENT = CodePage.LINE_BYTES;

  private static final long CODE_CHUNK_BYTES = 4 * CodePage.BYTES;

  private final Arena arena;
  private final Simulator simulator;
  private final PrintWriter trace;
  private final CodePlaces places = new CodePlaces(CODE_ALIGNMENT);
  private final Map<Long, Integer> installed = new HashMap<>();

  private SimulatorHost(Arena arena, Simulator simulator, PrintWriter trace) {
    this.arena = arena;
    this.simulator = simulator;
    this.trace = trace;
  }

  static SimulatorHost open(UpcallHandler upcalls, HostOptions options) throws InstallException {
    Simulator simulator = new Simulator((trap, cpu) -> upcalls.dispatch(cpu.x(0), cpu.x(1)), true);
    PrintWriter trace = openTrace(options.traceFile());
    if (trace != null) {
      simulator.trace(trace::println);
    }
    if (options.instructionLimit() > 0) {
      simulator.limitInstructions(options.instructionLimit());
    }
    if (options.sampling().isWanted()) {
      simulator.sample(options.sampling().interval(), options.sampling().listener());
    }
    Arena arena = Arena.ofConfined();
    MemorySegment stack = allocate(arena, options.stackBytes(), STACK_ALIGNMENT, "machine stack");
    simulator.ownStack(stack.address(), stack.byteSize());
    return new SimulatorHost(arena, simulator, trace);
  }

  private static PrintWriter openTrace(String file) throws InstallException {
    if (file == null) {
      return null;
    }
    try {
      return new PrintWriter(Files.newBufferedWriter(Path.of(file)));
    } catch (IOException e) {
      throw new InstallException("cannot write the trace to " + file + ": " + e.getMessage(), e);
    }
  }

  private static MemorySegment allocate(Arena arena, long bytes, long alignment, String what) throws InstallException {
    try {
      return arena.allocate(bytes, alignment);
    } catch (OutOfMemoryError e) {
      throw new InstallException("no memory for " + bytes + " bytes of " + what, e);
    }
  }

  @Override
  public long install(CodeImage image) throws InstallException {
    if (!image.isa().equals(SimulatorHostProvider.AARCH64)) {
      throw new InstallException("the simulator runs aarch64 code, not " + image.isa().name());
    }
    byte[] bytes = image.bytes();
    if (bytes.length == 0 || bytes.length % 4 != 0) {
      throw new InstallException("an image of " + bytes.length + " bytes is no sequence of instructions");
    }
    long address = places.take(bytes.length);
    if (address == 0) {
      long chunk = Math.max(bytes.length + CODE_ALIGNMENT - 1 & -CODE_ALIGNMENT, CODE_CHUNK_BYTES);
      places.addChunk(allocate(arena, chunk, CodePage.BYTES, "code").address(), chunk);
      address = places.take(bytes.length);
    }
    MemorySegment.copy(bytes, 0, MemorySegment.ofAddress(address).reinterpret(bytes.length), ValueLayout.JAVA_BYTE, 0, bytes.length);
    installed.put(address, bytes.length);
    simulator.install(address, bytes.length);
    simulator.maintain(address, bytes.length);
    return address;
  }

  @Override
  public void free(long address) {
    places.giveBack(address);
    simulator.remove(address, installed.remove(address));
  }

  @Override
  public long call(long entry, long a, long b, long c, long d) {
    try {
      return simulator.run(entry, a, b, c, d);
    } catch (SimulatorFault fault) {
      throw new MachineFault(fault.getMessage());
    }
  }

  @Override
  public long upcallAddress() {
    return Simulator.trapAddress(UPCALL);
  }

  /** What lies below is not owned, so that an access there is a fault. */
  @Override
  public Stack newStack(long bytes) throws InstallException {
    MemorySegment stack = allocate(arena, STACK_GUARD_BYTES + bytes, STACK_ALIGNMENT, "machine stack");
    long limit = stack.address() + STACK_GUARD_BYTES;
    simulator.own(limit, bytes);
    return new Stack(limit, limit + bytes & -STACK_ALIGNMENT);
  }

  @Override
  public void allow(long address, long bytes) {
    simulator.own(address, bytes);
  }

  @Override
  public long executedInstructions() {
    return simulator.executed();
  }

  @Override
  public void close() {
    if (trace != null) {
      trace.close();
    }
    arena.close();
  }
}
