package dev.joist.plugin.property.lowering;

import static java.util.Map.entry;

import dev.joist.spi.opcode.OpcodeLowering;
import java.util.Map;

/** The lowerings of this plugin, by opcode name. Opcodes that are not here are compiled as calls of their meaning. */
public final class PropertyLowerings {
  private PropertyLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.ofEntries(
        entry("CreateArray", new ArrayLowering()),
        entry("CreateObject", new LiteralLowering.EmptyObject()),
        entry("CreateObjectLiteral", new LiteralLowering.Literal()),
        entry("IteratorNext", new IterationLowering()),
        entry("GetProperty", new NamedLowering.Get()),
        entry("SetProperty", new NamedLowering.Set()),
        entry("DefineProperty", new NamedLowering.Set()),
        entry("GetElement", new ElementLowering.Get()),
        entry("SetElement", new ElementLowering.Set()),
        entry("RunFieldInitialiser", new FieldLowering()),
        entry("GetPrivate", new PrivateLowering.Get()),
        entry("HasPrivate", new PrivateLowering.Has()),
        entry("SetPrivate", new PrivateLowering.Set(3)),
        entry("DefinePrivate", new PrivateLowering.Set(3)),
        entry("DefinePrivateMethod", new PrivateLowering.Set(4)));
  }
}
