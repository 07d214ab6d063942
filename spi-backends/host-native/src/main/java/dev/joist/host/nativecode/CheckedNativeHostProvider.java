package dev.joist.host.nativecode;

import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;

/**
 * The processor, entered and left through {@link CheckedStubs}: for tests, and for who looks for a fault. Only on x86-64 under the System V ABI;
 * for AArch64 the simulator checks all that and more.
 */
public final class CheckedNativeHostProvider implements MachineHostProvider {
  private static final Isa X86_64 = new Isa("amd64");

  /** For the service loader. */
  public CheckedNativeHostProvider() {}

  @Override
  public String name() {
    return "native-checked";
  }

  @Override
  public boolean runs(Isa isa) {
    return isa.equals(X86_64) && new NativeHostProvider().runs(isa);
  }

  @Override
  public Choosing choosing() {
    return Choosing.BY_NAME;
  }

  @Override
  public MachineHost open(Isa isa, UpcallHandler upcalls, HostOptions options) throws InstallException {
    if (!runs(isa)) {
      throw new InstallException("calls are checked on x86-64 only, not on " + isa.name() + "; choose the host native, or the simulator");
    }
    return NativeHostProvider.open(isa, upcalls, options, true);
  }
}
