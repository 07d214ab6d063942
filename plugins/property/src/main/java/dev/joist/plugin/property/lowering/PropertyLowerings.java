package dev.joist.plugin.property.lowering;

import dev.joist.spi.opcode.OpcodeLowering;
import java.util.Map;

/** The lowerings of this plugin, by opcode name. Opcodes that are not here are compiled as calls of their meaning. */
public final class PropertyLowerings {
  private PropertyLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.of(
        "CreateArray", new ArrayLowering(),
        "CreateObject", new LiteralLowering.EmptyObject(),
        "CreateObjectLiteral", new LiteralLowering.Literal(),
        "IteratorNext", new IterationLowering(),
        "GetProperty", new NamedLowering.Get(),
        "SetProperty", new NamedLowering.Set(),
        "GetElement", new ElementLowering.Get(),
        "SetElement", new ElementLowering.Set());
  }
}
