package dev.joist.plugin.call;

import dev.joist.plugin.call.lowering.CallLowerings;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;

/** Calls, closures and scopes, activations, generators. */
public final class CallPlugin implements JoistPlugin {
  /** For ServiceLoader. */
  public CallPlugin() {}

  @Override
  public String id() {
    return "call";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return OpcodeDefinition.withLowerings(CallOpcodes.definitions(), CallLowerings.all());
  }
}
