package com.example.acme;

import dev.joist.conformance.kit.opcode.OpcodePluginKit;
import dev.joist.conformance.kit.opcode.OpcodeProgram;
import dev.joist.spi.JoistPlugin;
import java.util.List;

class AcmePluginTest extends OpcodePluginKit {
  @Override
  protected JoistPlugin plugin() {
    return new AcmePlugin();
  }

  @Override
  protected List<OpcodeProgram> programs() {
    return List.of(
        average("integers", "LoadInt8 r1, 3", "LoadInt8 r2, 5", "4"),
        average("doubles", "LoadConst r1, 1.5", "LoadConst r2, 2", "1.75"),
        average("a text that is a number", "LoadConst r1, \"7\"", "LoadTrue r2", "4"),
        average("no number", "LoadUndefined r1", "LoadInt8 r2, 1", "NaN"));
  }

  private static OpcodeProgram average(String name, String left, String right, String expected) {
    return new OpcodeProgram(name, """
        .function f "f" script
          %s
          %s
          acme.Average r3, r1, r2
          Return r3
        .end
        """.formatted(left, right), expected);
  }
}
