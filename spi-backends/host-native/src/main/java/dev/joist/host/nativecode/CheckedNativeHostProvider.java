package dev.joist.host.nativecode;

import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;

/** The processor, entered and left through {@link CheckedStubs}: for tests, and for who looks for a fault. */
public final class CheckedNativeHostProvider implements MachineHostProvider {
  /** For the service loader. */
  public CheckedNativeHostProvider() {}

  @Override
  public String name() {
    return "native-checked";
  }

  @Override
  public boolean runs(Isa isa) {
    return CheckedStubs.of(isa).isPresent() && new NativeHostProvider().runs(isa);
  }

  @Override
  public Choosing choosing() {
    return Choosing.BY_NAME;
  }

  @Override
  public MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) throws InstallException {
    if (!runs(isa)) {
      throw new InstallException("this machine does not check calls of " + isa.name() + " code; choose the host simulator");
    }
    return NativeHostProvider.open(isa, upcalls, options, CheckedStubs.of(isa));
  }
}
