package dev.joist.plugin.call.lowering;

import dev.joist.spi.opcode.OpcodeLowering;
import java.util.Map;

/** The lowerings of this plugin, by opcode name. Opcodes that are not here are compiled as calls of their meaning. */
public final class CallLowerings {
  private CallLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.of(
        "Call", new CallLowering(CallLowering.Kind.FUNCTION),
        "CallMethod", new CallLowering(CallLowering.Kind.METHOD),
        "Construct", new CallLowering(CallLowering.Kind.CONSTRUCT),
        "Return", new ReturnLowering(),
        "LoadScoped", new ScopeLowering.Load(),
        "StoreScoped", new ScopeLowering.Store(),
        "LoadFunctionScope", new ScopeLowering.OfFunction(),
        "LoadCallee", new FrameLowering.Callee(),
        "CheckThis", new FrameLowering.CheckThis(),
        "CoerceThis", new FrameLowering.CoerceThis());
  }
}
