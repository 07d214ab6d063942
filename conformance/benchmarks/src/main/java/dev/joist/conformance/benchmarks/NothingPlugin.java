package dev.joist.conformance.benchmarks;

import dev.joist.bytecode.Effect;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.Set;

/** An opcode without a lowering, so that compiled code calls its meaning. */
final class NothingPlugin implements JoistPlugin {
  static final String OPCODE = "benchmark.Nothing";

  private static final int RESULT = 1;
  private static final int LENGTH = 2;

  @Override
  public String id() {
    return "benchmark";
  }

  @Override
  public SpiVersion builtFor() {
    return SpiVersion.CURRENT;
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return List.of(OpcodeDefinition.of(OPCODE, "d result", Set.of(Effect.THROWS, Effect.CALLS), "result = undefined", (activation, code, base, pc) -> {
      activation.setRegister(base, code[pc + RESULT] & 0xff, Values.UNDEFINED);
      return pc + LENGTH;
    }));
  }
}
