package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.host.MachineHost;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A trap stops the program. Where the host is the processor that ends the JVM, so another one is started for it. */
final class TrapRules {
  private static final int NUMBER = 4321;

  private TrapRules() {}

  static List<Rule> of(Target target) {
    return List.of(Rule.required("trap.stops", "Nothing behind a trap is executed; a host that can tell shows its number.",
        trial -> stops(trial, target)));
  }

  private static void stops(Trial trial, Target target) throws InstallException, IOException, InterruptedException {
    trial.executed();
    if (reportsFaults(target)) {
      MachineFault fault = trial.refuses(MachineFault.class, "a trap", () -> execute(target));
      trial.that(fault.getMessage().contains(String.valueOf(NUMBER)) || fault.getMessage().contains(Integer.toHexString(NUMBER)),
          () -> "the fault does not show the trap's number: " + fault.getMessage());
      return;
    }
    inAnotherJvm(trial, target);
  }

  /** Who counts instructions sees each of them. */
  private static boolean reportsFaults(Target target) throws InstallException {
    try (MachineHost host = target.open((_, _) -> 0)) {
      return host.executedInstructions() >= 0;
    }
  }

  static void execute(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      session.run(masm -> {
        masm.trap(NUMBER);
        session.returns(masm, 0);
      });
    }
  }

  private static void inAnotherJvm(Trial trial, Target target) throws IOException, InterruptedException {
    Process child = TrappingJvm.start(target.backend().name(), target.hosts().name());
    if (!child.waitFor(60, TimeUnit.SECONDS)) {
      child.destroyForcibly();
      trial.that(false, () -> "a trap does not end the program");
    }
    String output = new String(child.getInputStream().readAllBytes());
    trial.that(output.contains(TrappingJvm.BEFORE), () -> "the other JVM did not come to the trap: " + output);
    trial.that(!output.contains(TrappingJvm.BEHIND) && child.exitValue() != 0, () -> "execution goes on behind a trap");
  }
}
