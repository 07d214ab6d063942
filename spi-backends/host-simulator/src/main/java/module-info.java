/** Runs AArch64 machine code on any host, counting instructions. */
module dev.joist.host.simulator {
  requires dev.joist.assembler;
  requires transitive dev.joist.spi;

  provides dev.joist.spi.host.MachineHostProvider with
      dev.joist.host.simulator.SimulatorHostProvider;
}
