package dev.joist.host.simulator;

import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;

/** Offers the simulator of AArch64 wherever Java runs. */
public final class SimulatorHostProvider implements MachineHostProvider {
  static final Isa AARCH64 = new Isa("aarch64");

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public boolean runs(Isa isa) {
    return isa.equals(AARCH64);
  }

  @Override
  public MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) throws InstallException {
    if (!runs(isa)) {
      throw new InstallException("the simulator runs " + AARCH64.name() + " code, not " + isa.name());
    }
    return SimulatorHost.open(upcalls, options);
  }
}
