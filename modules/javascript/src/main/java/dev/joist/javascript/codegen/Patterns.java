package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.ObjectNode;
import dev.joist.javascript.parser.ir.ParameterNode;
import dev.joist.javascript.parser.ir.PropertyKey;
import dev.joist.javascript.parser.ir.PropertyNode;
import dev.joist.javascript.parser.ir.UnaryNode;
import java.util.List;
import java.util.function.IntConsumer;

/** Destructuring: takes values apart into variables and other targets. */
final class Patterns {
  private final FunctionGenerator g;

  Patterns(FunctionGenerator g) {
    this.g = g;
  }

  static boolean isPattern(Expression target) {
    return target instanceof ObjectNode || target instanceof LiteralNode.ArrayLiteralNode;
  }

  /**
   * Gives a value to a target.
   *
   * @param target a variable, a property or a pattern of them
   * @param value a register that no target in the pattern writes
   * @param declares whether this is the declaration of the variables, and not an assignment
   */
  void bind(Expression target, int value, boolean declares) {
    bind(target, value, declares, null);
  }

  /**
   * As {@link #bind(Expression, int, boolean)}.
   *
   * @param source what the value comes from, for errors, or null
   */
  void bind(Expression target, int value, boolean declares, Expression source) {
    int mark = g.registers().mark();
    switch (target) {
      case ObjectNode pattern -> object(pattern, value, declares, source);
      case LiteralNode.ArrayLiteralNode pattern -> array(pattern, value, declares, source);
      case IdentNode ident when declares -> {
        g.code().at(ident.getStart());
        g.variables().initialise(g.variables().resolve(ident.getName()), value);
      }
      default -> g.references().store(g.references().prepare(target), value);
    }
    g.registers().release(mark);
  }

  private void object(ObjectNode pattern, int value, boolean declares, Expression source) {
    List<PropertyNode> elements = pattern.getElements();
    boolean named = !elements.isEmpty() && isNamed(elements.getFirst());
    if (named && source != null) {
      checkNotNullish(elements.getFirst(), value, source);
    } else if (!named) {
      int checked = g.registers().temp();
      g.code().at(pattern.getStart());
      g.code().emit("ToObject", checked, value);
    }
    boolean rest = !elements.isEmpty() && elements.getLast().isRest();
    int firstKey = rest ? g.registers().range(elements.size() - 1) : -1;
    for (int i = 0; i < elements.size(); i++) {
      PropertyNode element = elements.get(i);
      if (element.isRest()) {
        rest(element, value, firstKey, elements.size() - 1, declares);
      } else {
        property(element, value, rest ? firstKey + i : -1, declares);
      }
    }
  }

  private void checkNotNullish(PropertyNode first, int value, Expression source) {
    String name = ((PropertyKey) first.getKey()).getPropertyName();
    Label object = new Label();
    Label undefined = new Label();
    g.code().jump("JumpIfNotNullish", object, value);
    g.code().at(first.getStart());
    g.code().jump("JumpIfUndefined", undefined, value);
    throwCannotDestructure(name, source, "null");
    g.code().bind(undefined);
    throwCannotDestructure(name, source, "undefined");
    g.code().bind(object);
  }

  private void throwCannotDestructure(String name, Expression source, String value) {
    String text = source instanceof ParameterNode ? value : CalleeText.of(source);
    String message = "Cannot destructure property '" + name + "' of '" + text + "' as it is " + value + ".";
    g.code().emit("ThrowError", 1, g.code().string(message));
  }

  private static boolean isNamed(PropertyNode element) {
    return !element.isComputed() && !element.isRest();
  }

  /** @param keyRegister where the key is kept for a rest element, or -1 */
  private void property(PropertyNode element, int object, int keyRegister, boolean declares) {
    int mark = g.registers().mark();
    if (isNamed(element)) {
      String name = ((PropertyKey) element.getKey()).getPropertyName();
      if (keyRegister >= 0) {
        g.expressions().string(name, keyRegister);
      }
      element(
          element.getValue(),
          declares,
          result -> {
            g.code().at(element.getStart());
            g.references().getNamed(result, object, name);
          });
    } else {
      int key = keyRegister >= 0 ? keyRegister : g.registers().temp();
      g.expressions().into(element.getKey(), key);
      g.code().at(element.getStart());
      g.code().emit("ToPropertyKey", key, key);
      element(
          element.getValue(),
          declares,
          result -> {
            g.code().at(element.getStart());
            g.code().emit("GetElement", result, object, key);
          });
    }
    g.registers().release(mark);
  }

  private void rest(PropertyNode element, int source, int firstKey, int keys, boolean declares) {
    Expression target = ((UnaryNode) element.getKey()).getExpression();
    element(
        target,
        declares,
        result -> {
          int copy = g.registers().temp();
          g.code().at(element.getStart());
          g.code().emit("CreateObject", copy, 0);
          g.code().emit("CopyDataProperties", copy, source, firstKey, keys);
          g.code().emit("Move", result, copy);
        });
  }

  /**
   * One element of a pattern.
   *
   * @param target a target, or an assignment whose right side is the default
   * @param fetch brings the value into a register, writing that last
   */
  private void element(Expression target, boolean declares, IntConsumer fetch) {
    int mark = g.registers().mark();
    Expression fallback = null;
    Expression inner = target;
    if (target instanceof BinaryNode assignment && isDefault(assignment)) {
      inner = assignment.getLhs();
      fallback = assignment.getRhs();
    }
    int register = directRegister(inner, fallback, declares);
    if (register >= 0) {
      fetchWithDefault(register, fallback, fetch);
      if (declares) {
        g.variables().resolve(((IdentNode) inner).getName()).declared();
      }
    } else if (inner instanceof BaseNode access) {
      References.Reference reference = g.references().prepare(access, target);
      int value = g.registers().temp();
      fetchWithDefault(value, fallback, fetch);
      g.references().store(reference, value);
    } else {
      int value = g.registers().temp();
      fetchWithDefault(value, fallback, fetch);
      bind(inner, value, declares);
    }
    g.registers().release(mark);
  }

  private static boolean isDefault(BinaryNode node) {
    return node.tokenType() == TokenType.ASSIGN || node.tokenType() == TokenType.ASSIGN_INIT;
  }

  private void fetchWithDefault(int value, Expression fallback, IntConsumer fetch) {
    fetch.accept(value);
    if (fallback != null) {
      Label given = new Label();
      g.code().jump("JumpIfNotUndefined", given, value);
      g.expressions().into(fallback, value);
      g.code().bind(given);
    }
  }

  /** The register of a variable that a loop declares, so that its values can be put there at once; or -1. */
  int loopRegister(Expression target, boolean declares) {
    return declares ? directRegister(target, null, true) : -1;
  }

  /** The register that the value may go to at once, since nobody can see it there before its time; or -1. */
  private int directRegister(Expression target, Expression fallback, boolean declares) {
    if (!(target instanceof IdentNode ident)) {
      return -1;
    }
    Variable variable = g.variables().resolve(ident.getName());
    boolean plain = declares ? variable.place() instanceof Place.Register : g.variables().isPlainRegister(variable);
    boolean unseen = fallback == null || (fallback instanceof LiteralNode<?> literal && !literal.isArray());
    return plain && unseen ? g.variables().registerOf(variable) : -1;
  }

  private void array(LiteralNode.ArrayLiteralNode pattern, int value, boolean declares, Expression source) {
    int iterator = g.registers().temp();
    int next = g.registers().temp();
    boolean named = source != null && !(source instanceof ParameterNode);
    g.code().at(pattern.getStart(), named ? CalleeText.of(source) : null);
    g.code().emit("BeginIteration", iterator, next, value);
    List<Expression> elements = pattern.getElementExpressions();
    if (isSimple(elements, declares)) {
      simpleArray(elements, iterator, next, declares);
    } else {
      guardedArray(elements, iterator, next, declares);
    }
  }

  /** True if nothing but the iterator can throw. */
  private boolean isSimple(List<Expression> elements, boolean declares) {
    for (Expression element : elements) {
      if (element != null && directRegister(element, null, declares) < 0) {
        return false;
      }
    }
    return true;
  }

  private void simpleArray(List<Expression> elements, int iterator, int next, boolean declares) {
    Label[] exhausted = new Label[elements.size()];
    int[] registers = new int[elements.size()];
    for (int i = 0; i < registers.length; i++) {
      Expression element = elements.get(i);
      registers[i] = element == null ? g.registers().temp() : directRegister(element, null, declares);
      exhausted[i] = new Label();
      g.code().jump("IteratorNext", exhausted[i], registers[i], iterator, next);
    }
    Label end = new Label();
    g.code().emit("IteratorClose", iterator, next, 0);
    g.code().jump("Jump", end);
    for (int i = 0; i < registers.length; i++) {
      g.code().bind(exhausted[i]);
      g.code().emit("LoadUndefined", registers[i]);
    }
    g.code().bind(end);
    if (declares) {
      for (Expression element : elements) {
        if (element instanceof IdentNode ident) {
          g.variables().resolve(ident.getName()).declared();
        }
      }
    }
  }

  private void guardedArray(List<Expression> elements, int iterator, int next, boolean declares) {
    int done = g.registers().temp();
    g.code().emit("LoadFalse", done);
    Label end = new Label();
    g.control().guardIterator(
        iterator,
        next,
        done,
        () -> {
          for (Expression element : elements) {
            arrayElement(element, iterator, next, done, declares);
          }
        },
        () -> {
          g.code().jump("JumpIfTrue", end, done);
          g.code().emit("IteratorClose", iterator, next, 0);
          g.code().jump("Jump", end);
        });
    g.code().bind(end);
  }

  private void arrayElement(Expression element, int iterator, int next, int done, boolean declares) {
    int mark = g.registers().mark();
    switch (element) {
      case null -> step(g.registers().temp(), iterator, next, done);
      case UnaryNode spread when isSpread(spread) ->
          element(spread.getExpression(), declares, result -> remaining(result, iterator, next, done));
      default -> element(element, declares, result -> step(result, iterator, next, done));
    }
    g.registers().release(mark);
  }

  static boolean isSpread(UnaryNode node) {
    return node.tokenType() == TokenType.SPREAD_ARRAY
        || node.tokenType() == TokenType.SPREAD_ARGUMENT
        || node.tokenType() == TokenType.ELLIPSIS;
  }

  /** The next value or undefined. While the iterator itself runs it counts as done: its errors do not close it. */
  private void step(int result, int iterator, int next, int done) {
    int value = g.registers().temp();
    Label end = new Label();
    Label undefined = new Label();
    g.code().emit("LoadUndefined", value);
    g.code().jump("JumpIfTrue", end, done);
    g.code().emit("LoadTrue", done);
    g.code().jump("IteratorNext", undefined, value, iterator, next);
    g.code().emit("LoadFalse", done);
    g.code().jump("Jump", end);
    g.code().bind(undefined);
    g.code().emit("LoadUndefined", value);
    g.code().bind(end);
    g.code().emit("Move", result, value);
  }

  private void remaining(int result, int iterator, int next, int done) {
    int array = g.registers().temp();
    int value = g.registers().temp();
    Label end = new Label();
    Label head = new Label();
    g.code().emit("CreateEmptyArray", array, 0);
    g.code().jump("JumpIfTrue", end, done);
    g.code().emit("LoadTrue", done);
    g.code().bind(head);
    g.code().jump("IteratorNext", end, value, iterator, next);
    g.code().emit("ArrayPush", array, value);
    g.code().jump("JumpLoop", head);
    g.code().bind(end);
    g.code().emit("Move", result, array);
  }
}
