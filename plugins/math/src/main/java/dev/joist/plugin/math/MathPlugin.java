package dev.joist.plugin.math;

import dev.joist.plugin.math.lowering.MathLowerings;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;

/** Functions of Math as opcodes. */
public final class MathPlugin implements JoistPlugin {
  /** For ServiceLoader. */
  public MathPlugin() {}

  @Override
  public String id() {
    return "math";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return OpcodeDefinition.withLowerings(MathOpcodes.definitions(), MathLowerings.all());
  }
}
