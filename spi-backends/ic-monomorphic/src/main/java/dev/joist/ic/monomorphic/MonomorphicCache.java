package dev.joist.ic.monomorphic;

import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.ic.SiteAccess;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;

/**
 * One shape a site. Code is made for the kind of hit that the site has seen when it is compiled; shape, offset and
 * holder are read from the site each time, so a site that changes its mind within the kind needs no new code.
 */
public final class MonomorphicCache implements InlineCacheStrategy {
  @Override
  public String name() {
    return "monomorphic";
  }

  @Override
  public Constraints getConstraints(Insn insn, PropertyOperands operands) {
    return SiteAccess.getConstraints(operands, SiteAccess.TEMPS);
  }

  @Override
  public Constraints setConstraints(Insn insn, PropertyOperands operands) {
    return SiteAccess.setConstraints(operands, SiteAccess.TEMPS);
  }

  @Override
  public void emitGet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    SiteAccess.get(cx, insn, operands);
  }

  @Override
  public void emitSet(LoweringContext cx, Insn insn, PropertyOperands operands) {
    SiteAccess.set(cx, insn, operands);
  }
}
