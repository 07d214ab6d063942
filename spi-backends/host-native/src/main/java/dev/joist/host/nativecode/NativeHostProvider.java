package dev.joist.host.nativecode;

import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;
import java.util.Optional;

/** Offers the processor that this JVM runs on. */
public final class NativeHostProvider implements MachineHostProvider {
  @Override
  public String name() {
    return "native";
  }

  @Override
  public boolean runs(Isa isa) {
    return isa.equals(Isa.ofThisHost()) && OperatingSystem.ofThisHost().filter(system -> system.callsAsCompiledCodeDoes(isa)).isPresent();
  }

  /** Where it was never run, whoever wants it has to say so. */
  @Override
  public Choosing choosing() {
    return OperatingSystem.ofThisHost().filter(OperatingSystem::wasRun).isPresent() ? Choosing.FIRST : Choosing.BY_NAME;
  }

  @Override
  public MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) throws InstallException {
    return open(isa, upcalls, options, Optional.empty());
  }

  static MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options, Optional<CheckedStubs> checked) throws InstallException {
    if (!isa.equals(Isa.ofThisHost())) {
      throw new InstallException(
          "this machine runs " + Isa.ofThisHost().name() + " code, not " + isa.name() + "; choose the host simulator");
    }
    if (options.traceFile() != null) {
      throw new InstallException("native code cannot be traced; choose the host simulator");
    }
    if (options.instructionLimit() > 0 || options.sampling().isWanted()) {
      throw new InstallException("native instructions are not counted; choose the host simulator");
    }
    OperatingSystem system =
        OperatingSystem.ofThisHost()
            .orElseThrow(
                () -> new InstallException("executable memory is not implemented for " + System.getProperty("os.name")));
    return NativeHost.open(isa, system.codeMemory(isa), upcalls, checked);
  }
}
