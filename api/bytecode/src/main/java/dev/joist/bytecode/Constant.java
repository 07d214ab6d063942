package dev.joist.bytecode;

import java.util.List;

/** An entry of a function's constant pool. Strings are UTF-16 and may hold lone surrogates. */
public sealed interface Constant {
  /** A number; compared by its bits, so that -0 and 0 differ. */
  record Num(double value) implements Constant {}

  record Str(String value) implements Constant {}

  record Function(FunctionTemplate template) implements Constant {}

  /** The names of an object literal's first properties, distinct, none of them an array index. */
  record Keys(List<String> names) implements Constant {
    public Keys {
      names = List.copyOf(names);
    }
  }

  /**
   * A tagged template's strings.
   *
   * @param cooked null entries for invalid escapes, so not copied immutably
   */
  record TemplateStrings(List<String> cooked, List<String> raw) implements Constant {}

  /** What a script declares at top level. A constant lexical is in both lists of lexicals. */
  record GlobalDeclarations(List<String> vars, List<String> functions, List<String> lexicals, List<String> constants)
      implements Constant {
    public GlobalDeclarations {
      vars = List.copyOf(vars);
      functions = List.copyOf(functions);
      lexicals = List.copyOf(lexicals);
      constants = List.copyOf(constants);
    }
  }
}
