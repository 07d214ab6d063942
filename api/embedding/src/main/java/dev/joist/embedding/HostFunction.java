package dev.joist.embedding;

import java.util.List;

/** A function in Java that JavaScript can call. */
@FunctionalInterface
public interface HostFunction {
  /**
   * Called on the engine's thread.
   *
   * @return the result, not null
   * @throws ScriptException to throw a JavaScript value, for example one that a call back into JavaScript has thrown. Any other exception
   *     becomes a JavaScript Error, and, when JavaScript does not catch that, the cause of the ScriptException outside.
   */
  Value call(Value thisValue, List<Value> arguments);
}
