package dev.joist.plugin.core;

import dev.joist.plugin.core.lowering.CoreLowerings;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;

/** Constants, moves, operators, jumps, globals, errors. */
public final class CorePlugin implements JoistPlugin {
  /** For ServiceLoader. */
  public CorePlugin() {}

  @Override
  public String id() {
    return "core";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return OpcodeDefinition.withLowerings(CoreOpcodes.definitions(), CoreLowerings.all());
  }
}
