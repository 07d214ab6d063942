package dev.joist.plugin.call.lowering;

import static java.util.Map.entry;

import dev.joist.spi.opcode.OpcodeLowering;
import java.util.Map;

/** The lowerings of this plugin, by opcode name. Opcodes that are not here are compiled as calls of their meaning. */
public final class CallLowerings {
  private CallLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.ofEntries(
        entry("Call", new CallLowering(CallLowering.Kind.FUNCTION)),
        entry("CallMethod", new CallLowering(CallLowering.Kind.METHOD)),
        entry("Construct", new CallLowering(CallLowering.Kind.CONSTRUCT)),
        entry("SuperCall", new SuperLowering.Call()),
        entry("SuperCallForward", new SuperLowering.Forward()),
        entry("Return", new ReturnLowering()),
        entry("CreateClosure", new ClosureLowering()),
        entry("CreateScope", new ScopeLowering.Create()),
        entry("LoadScoped", new ScopeLowering.Load()),
        entry("StoreScoped", new ScopeLowering.Store()),
        entry("LoadFunctionScope", new ScopeLowering.OfFunction()),
        entry("LoadPrototype", new PrototypeLowering()),
        entry("LoadCallee", new FrameLowering.Callee()),
        entry("CheckThis", new FrameLowering.CheckThis()),
        entry("CoerceThis", new FrameLowering.CoerceThis()));
  }
}
