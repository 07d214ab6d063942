package dev.joist.abi.stackswitch;

import dev.joist.spi.abi.Crossing;
import dev.joist.spi.abi.CrossingSetup;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.layout.Layout;
import java.util.function.Consumer;

/** Enters machine code on its own stack, and answers what it comes back with until it is done. */
final class SwitchCrossing implements Crossing {
  /** What must be left when machine code is entered; the deepest frames need far less. */
  private static final long HEADROOM_BYTES = 1 << 16;

  private final CrossingSetup setup;
  private final MachineHost host;
  private final MachineHost.Stack stack;
  private final long entry;
  private final long resume;
  private long switches;

  private SwitchCrossing(CrossingSetup setup, MachineHost.Stack stack, long entry, long resume) {
    this.setup = setup;
    this.host = setup.host();
    this.stack = stack;
    this.entry = entry;
    this.resume = resume;
  }

  static SwitchCrossing open(CrossingSetup setup) throws InstallException {
    MachineHost.Stack stack = setup.host().newStack(setup.stackBytes());
    setup.setContextWord(SwitchWords.MACHINE_STACK, stack.end());
    setup.setContextWord(Layout.CONTEXT_DISPATCH, install(setup, SwitchStubs::emitLeave));
    long entry = install(setup, stubs -> stubs.emitEntry(setup.context(), setup.allocation()));
    return new SwitchCrossing(setup, stack, entry, install(setup, stubs -> stubs.emitResume(setup.context())));
  }

  private static long install(CrossingSetup setup, Consumer<SwitchStubs> stub) throws InstallException {
    CodeBuilder builder = setup.backend().begin();
    stub.accept(new SwitchStubs(builder.masm(), setup.backend().registers()));
    return setup.host().install(builder.build());
  }

  @Override
  public long enter(long code, long base, long info, long argc) {
    long start = setup.contextWord(SwitchWords.MACHINE_STACK);
    if (start - stack.limit() < HEADROOM_BYTES) {
      throw new IllegalStateException("the machine stack has " + (start - stack.limit()) + " bytes left, although the VM stack, "
          + "which is to end first, has room");
    }
    try {
      long result = host.call(entry, code, base, info, argc);
      while (setup.contextWord(SwitchWords.REQUEST) != SwitchWords.DONE) {
        result = host.call(resume, answer(), 0, 0, 0);
      }
      return result;
    } finally {
      setup.setContextWord(SwitchWords.MACHINE_STACK, start);
    }
  }

  private long answer() {
    switches++;
    long left = setup.contextWord(SwitchWords.MACHINE_STACK);
    long answer =
        setup.requests().dispatch(setup.contextWord(SwitchWords.REQUEST), setup.contextWord(SwitchWords.ARGUMENT));
    long now = setup.contextWord(SwitchWords.MACHINE_STACK);
    if (now != left) {
      throw new IllegalStateException("machine code was left at stack address 0x" + Long.toHexString(left)
          + " and would be resumed at 0x" + Long.toHexString(now) + ": what was entered later has not been left first");
    }
    return answer;
  }

  @Override
  public long stackSwitches() {
    return switches;
  }
}
