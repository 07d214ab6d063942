package dev.joist.ic.speculative;

import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.ShapeGuess;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;

/**
 * Bakes the shape and the offset that a site has seen into the code, and deoptimizes on any other object. Where a site
 * knows nothing or several shapes, or the guess has failed too often, code reads the site's facts each time, and takes
 * the slow path for other shapes.
 */
public final class SpeculativeCache implements InlineCacheStrategy {
  @Override
  public String name() {
    return "speculative";
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofGet(insn, operands).map(guess -> guess.getConstraints(insn, environment))
        .orElseGet(() -> SiteAccess.getConstraints(insn, operands));
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands, LoweringEnvironment environment) {
    return ShapeGuess.ofSet(insn, operands).map(guess -> guess.setConstraints(insn, environment))
        .orElseGet(() -> SiteAccess.setConstraints(insn, operands));
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    ShapeGuess.ofGet(insn, operands).ifPresentOrElse(guess -> guess.emitGet(cx, insn), () -> SiteAccess.get(cx, insn, operands));
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    ShapeGuess.ofSet(insn, operands).ifPresentOrElse(guess -> guess.emitSet(cx, insn), () -> SiteAccess.set(cx, insn, operands));
  }
}
