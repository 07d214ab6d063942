package dev.joist.compiler.emit;

import dev.joist.masm.CallRegisters;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.value.ValueEmitter;

/**
 * The strategies as lowerings see them.
 *
 * @param leaf whether the function is one, see {@link dev.joist.bytecode.Leaves}
 */
public record Environment(Strategies strategies, long functionInfo, boolean leaf) implements LoweringEnvironment {
  @Override
  public ValueEmitter values() {
    return strategies.values();
  }

  @Override
  public boolean tracksFacts() {
    return strategies.allocator().keepsUnboxed();
  }

  @Override
  public <S> S strategy(Class<S> spi) {
    for (Object strategy : new Object[] {strategies.inlineCaches(), strategies.allocator(), strategies.abi(),
        strategies.backend()}) {
      if (spi.isInstance(strategy)) {
        return spi.cast(strategy);
      }
    }
    throw new IllegalStateException("no strategy is chosen for " + spi.getName());
  }

  @Override
  public CallRegisters roles() {
    return strategies.backend().registers().calls();
  }
}
