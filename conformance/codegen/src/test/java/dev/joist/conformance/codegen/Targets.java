package dev.joist.conformance.codegen;

import dev.joist.conformance.kit.backend.Target;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** What code can be tried on here. */
final class Targets {
  private Targets() {}

  /** Each backend with each host that runs its code on this machine and need not be asked for by name. */
  static List<Target> all() {
    List<Target> targets = new ArrayList<>();
    for (CodegenBackend backend : ServiceLoader.load(CodegenBackend.class)) {
      for (MachineHostProvider host : ServiceLoader.load(MachineHostProvider.class)) {
        if (host.runs(backend.isa()) && host.choosing() != MachineHostProvider.Choosing.BY_NAME) {
          targets.add(new Target(backend, host));
        }
      }
    }
    return targets;
  }

  /** A simulator sees more than the rules look for. */
  static boolean isStrict(Target target) {
    return target.hosts().name().equals("simulator");
  }
}
