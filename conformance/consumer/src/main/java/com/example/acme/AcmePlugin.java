package com.example.acme;

import dev.joist.bytecode.Effect;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;
import java.util.Set;

/** The opcode {@code acme.Average}: the mean of two numbers. */
public final class AcmePlugin implements JoistPlugin {
  @Override
  public String id() {
    return "acme";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return List.of(OpcodeDefinition.of("acme.Average", "d result, u left, u right", Set.of(Effect.THROWS, Effect.CALLS),
        "result = the mean of left and right, converted to numbers", Average::execute).withLowering(new AverageLowering()));
  }
}
