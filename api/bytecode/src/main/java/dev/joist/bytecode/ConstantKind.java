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
  GLOBAL_DECLARATIONS
}
