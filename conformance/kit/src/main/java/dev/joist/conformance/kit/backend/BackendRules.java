package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.Rule;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ArrayList;
import java.util.List;

/** The rules for a backend, on a host that runs its code here. */
public final class BackendRules implements Kit {
  private final Target target;

  /** @throws IllegalArgumentException when the host does not run the backend's code on this machine */
  public BackendRules(CodegenBackend backend, MachineHostProvider host) {
    target = new Target(backend, host);
  }

  @Override
  public String name() {
    return "backend";
  }

  @Override
  public String subject() {
    return target.toString();
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(OperationRules.of(target));
    rules.addAll(MemoryRules.of(target));
    rules.addAll(BranchRules.of(target));
    rules.addAll(FrameRules.of(target));
    rules.addAll(AbiRules.of(target));
    rules.addAll(SequenceRules.of(target));
    rules.addAll(HostRules.of(target));
    rules.addAll(CodeRules.of(target));
    rules.addAll(RefusalRules.of(target));
    rules.addAll(TrapRules.of(target));
    return rules;
  }

  @Override
  public void close() {
    // Every rule opens a host of its own.
  }
}
