package dev.joist.engine;

import dev.joist.embedding.ConfigurationException;
import dev.joist.embedding.Strategies;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.MachineHostProvider;

/** Where machine code runs: what was asked for, or the best there is. */
final class HostChoice {
  private static final String NATIVE = "native";

  private HostChoice() {}

  /** @throws ConfigurationException when no host, or not the one asked for, runs the backend's code on this machine */
  static MachineHostProvider select(Choice<MachineHostProvider> hosts, String name, CodegenBackend backend) {
    Isa isa = backend.isa();
    if (!name.equals(Strategies.AUTOMATIC)) {
      MachineHostProvider host = hosts.select(name);
      if (!host.runs(isa)) {
        throw new ConfigurationException("host '" + name + "' does not run " + isa.name() + " code on this machine");
      }
      return host;
    }
    if (hosts.names().contains(NATIVE) && hosts.select(NATIVE).runs(isa)) {
      return hosts.select(NATIVE);
    }
    return hosts.names().stream().map(hosts::select).filter(host -> host.runs(isa)).findFirst()
        .orElseThrow(() -> new ConfigurationException("no host on the module path runs " + isa.name() + " code on this machine"));
  }
}
