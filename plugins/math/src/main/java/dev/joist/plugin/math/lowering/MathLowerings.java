package dev.joist.plugin.math.lowering;

import dev.joist.spi.opcode.OpcodeLowering;
import java.util.Map;

/** The lowerings of this plugin, by opcode. */
public final class MathLowerings {
  private MathLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.of(
        "math.Abs", new UnaryLowering(UnaryFunction.ABS),
        "math.Ceil", new UnaryLowering(UnaryFunction.CEIL),
        "math.Clz32", new UnaryLowering(UnaryFunction.CLZ32),
        "math.Floor", new UnaryLowering(UnaryFunction.FLOOR),
        "math.Fround", new UnaryLowering(UnaryFunction.FROUND),
        "math.Imul", new BinaryLowering(BinaryFunction.IMUL),
        "math.Max", new BinaryLowering(BinaryFunction.MAX),
        "math.Min", new BinaryLowering(BinaryFunction.MIN),
        "math.Round", new UnaryLowering(UnaryFunction.ROUND),
        "math.Sqrt", new UnaryLowering(UnaryFunction.SQRT));
  }
}
