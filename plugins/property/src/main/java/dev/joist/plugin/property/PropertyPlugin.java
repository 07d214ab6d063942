package dev.joist.plugin.property;

import dev.joist.plugin.property.lowering.PropertyLowerings;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;

/** Named properties, elements, literals, iteration, classes. */
public final class PropertyPlugin implements JoistPlugin {
  /** For ServiceLoader. */
  public PropertyPlugin() {}

  @Override
  public String id() {
    return "property";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return OpcodeDefinition.withLowerings(PropertyOpcodes.definitions(), PropertyLowerings.all());
  }
}
