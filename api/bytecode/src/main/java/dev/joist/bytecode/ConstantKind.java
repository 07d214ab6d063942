package dev.joist.bytecode;

/** What may stand at a constant operand. */
public enum ConstantKind {
  /** {@link Constant.Num} or {@link Constant.Str}. */
  LITERAL,
  /** {@link Constant.Str}: a property's or variable's name. */
  NAME,
  /** {@link Constant.Function}. */
  FUNCTION,
  /** {@link Constant.Keys}. */
  KEYS,
  /** {@link Constant.TemplateStrings}. */
  TEMPLATE_STRINGS,
  /** {@link Constant.GlobalDeclarations}. */
  GLOBAL_DECLARATIONS;

  /** Whether a constant may stand at an operand of this kind. */
  public boolean accepts(Constant constant) {
    return switch (constant) {
      case Constant.Num _ -> this == LITERAL;
      case Constant.Str _ -> this == LITERAL || this == NAME;
      case Constant.Function _ -> this == FUNCTION;
      case Constant.Keys _ -> this == KEYS;
      case Constant.TemplateStrings _ -> this == TEMPLATE_STRINGS;
      case Constant.GlobalDeclarations _ -> this == GLOBAL_DECLARATIONS;
    };
  }
}
