package dev.joist.conformance.codegen;

import dev.joist.host.simulator.Simulator;
import dev.joist.host.simulator.SimulatorFault;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A host that writes code and omits to maintain the instruction cache, on a processor that has what was in the cache before. */
final class UnmaintainedHost implements MachineHostProvider {
  private static final int ALIGNMENT = 4096;

  @Override
  public String name() {
    return "unmaintained";
  }

  @Override
  public boolean runs(Isa isa) {
    return isa.name().equals("aarch64");
  }

  @Override
  public MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) {
    return new Host(isa, upcalls, options.stackBytes());
  }

  private static final class Host implements MachineHost {
    private final Arena arena = Arena.ofConfined();
    private final Isa isa;
    private final Simulator simulator;

    Host(Isa isa, UpcallHandler upcalls, long stackBytes) {
      this.isa = isa;
      simulator = new Simulator((_, cpu) -> upcalls.dispatch(cpu.x(0), cpu.x(1)), true);
      simulator.ownStack(arena.allocate(stackBytes, ALIGNMENT).address(), stackBytes);
    }

    @Override
    public long install(CodeImage image) throws InstallException {
      byte[] code = image.bytes();
      if (!image.isa().equals(isa) || code.length == 0) {
        throw new InstallException("this is no code for " + isa.name());
      }
      MemorySegment place = arena.allocate(code.length, ALIGNMENT);
      MemorySegment.copy(code, 0, place, ValueLayout.JAVA_BYTE, 0, code.length);
      simulator.install(place.address(), code.length);
      return place.address();
    }

    @Override
    public void free(long address) {
      // Its memory is not used again: what is wrong with this host is something else.
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
      return Simulator.trapAddress(0);
    }

    @Override
    public Stack newStack(long bytes) {
      long limit = arena.allocate(bytes, ALIGNMENT).address();
      simulator.own(limit, bytes);
      return new Stack(limit, limit + bytes);
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
      arena.close();
    }
  }
}
