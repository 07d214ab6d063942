package dev.joist.spi.opcode;

import dev.joist.masm.CallRegisters;
import dev.joist.spi.value.ValueEmitter;

/** The chosen strategies and the function, as a lowering sees them. */
public interface LoweringEnvironment {
  ValueEmitter values();

  /**
   * The chosen strategy of an SPI: {@code strategy(InlineCacheStrategy.class)}. An SPI that has none is an {@link
   * IllegalStateException}.
   */
  <S> S strategy(Class<S> spi);

  /**
   * Whether the compiler finds out which facts are known already, so that guards for facts pay: they are checked once for
   * several instructions, or before a loop.
   */
  default boolean tracksFacts() {
    return false;
  }

  /** The registers with a part in calls. */
  CallRegisters roles();

  /** Address of the info of the function that is compiled; it never moves. */
  long functionInfo();
}
