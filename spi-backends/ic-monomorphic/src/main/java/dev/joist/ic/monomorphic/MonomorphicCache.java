package dev.joist.ic.monomorphic;

import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.ShapeGuess;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;

/**
 * One shape a site. Code is made for the kind of hit that the site has seen when it is compiled; shape, offset and
 * holder are read from the site each time, so a site that changes its mind within the kind needs no new code. Where the
 * compiler keeps track of facts, the shape is such a fact, and baked into the code.
 */
public final class MonomorphicCache implements InlineCacheStrategy {
  @Override
  public String name() {
    return "monomorphic";
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofTrackedGet(insn, operands, environment).map(guess -> guess.getConstraints(insn, environment))
        .orElseGet(() -> SiteAccess.getConstraints(insn, operands));
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofTrackedSet(insn, operands, environment).map(guess -> guess.setConstraints(insn, environment))
        .orElseGet(() -> SiteAccess.setConstraints(insn, operands));
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    ShapeGuess.ofTrackedGet(insn, operands, cx).ifPresentOrElse(guess -> guess.emitGet(cx, insn),
        () -> SiteAccess.get(cx, insn, operands));
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    ShapeGuess.ofTrackedSet(insn, operands, cx).ifPresentOrElse(guess -> guess.emitSet(cx, insn),
        () -> SiteAccess.set(cx, insn, operands));
  }
}
