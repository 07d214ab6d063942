package dev.joist.bytecode;

import java.util.Objects;

/**
 * One operand of an opcode.
 *
 * @param name what the documentation and errors call it
 * @param kind encoding and role
 * @param site for SITE operands the kind of site, else null
 * @param constant for CONSTANT operands the kind of constant, else null
 */
public record Operand(String name, OperandKind kind, SiteKind site, ConstantKind constant) {
  public Operand {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    if ((kind == OperandKind.SITE) != (site != null) || (kind == OperandKind.CONSTANT) != (constant != null)) {
      throw new IllegalArgumentException("operand " + name + ": SITE needs a site kind, CONSTANT a constant kind, others neither");
    }
  }

  public static Operand of(String name, OperandKind kind) {
    return new Operand(name, kind, null, null);
  }

  public static Operand def(String name) {
    return of(name, OperandKind.DEF);
  }

  public static Operand use(String name) {
    return of(name, OperandKind.USE);
  }

  public static Operand site(SiteKind site) {
    return new Operand("site", OperandKind.SITE, site, null);
  }

  public static Operand constant(String name, ConstantKind constant) {
    return new Operand(name, OperandKind.CONSTANT, null, constant);
  }

  public static Operand target() {
    return of("target", OperandKind.TARGET);
  }
}
