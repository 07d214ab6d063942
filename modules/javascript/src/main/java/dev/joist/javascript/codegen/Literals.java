package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.LiteralNode;
import dev.joist.javascript.parser.ir.ObjectNode;
import dev.joist.javascript.parser.ir.PropertyKey;
import dev.joist.javascript.parser.ir.PropertyNode;
import dev.joist.javascript.parser.ir.TemplateLiteralNode;
import dev.joist.javascript.parser.ir.UnaryNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Object, array and template literals. */
final class Literals {
  /** Longest run of values that is built in registers before the object exists. */
  private static final int MAX_RUN = 32;

  private static final int ENUMERABLE = 1;

  /** As a shorthand or a method it is a property like others, though not to the opcode that makes many at once. */
  private static final String PROTO = "__proto__";

  private final FunctionGenerator g;

  Literals(FunctionGenerator g) {
    this.g = g;
  }

  /** The property name in brackets that is a string in the source, if it is no index; else null. */
  static String constantKey(Expression key) {
    return key instanceof LiteralNode<?> literal && literal.isString() && !Names.isIndex(literal.getString())
        ? literal.getString()
        : null;
  }

  void object(ObjectNode node, int result) {
    int object = g.registers().isVariable(result) ? g.registers().temp() : result;
    List<PropertyNode> elements = node.getElements();
    int run = leadingRun(elements);
    if (run > 0) {
      createWithRun(elements.subList(0, run), object);
    } else {
      g.code().emit("CreateObject", object, Math.min(elements.size(), MAX_RUN));
    }
    for (PropertyNode element : elements.subList(run, elements.size())) {
      int mark = g.registers().mark();
      property(element, object);
      g.registers().release(mark);
    }
    if (object != result) {
      g.code().emit("Move", result, object);
    }
  }

  /** How many properties at the start are plain: a value, and a name not seen before that the opcode takes. */
  private static int leadingRun(List<PropertyNode> elements) {
    Set<String> names = new HashSet<>();
    int run = 0;
    for (PropertyNode element : elements) {
      if (run == MAX_RUN || !isPlain(element) || !names.add(name(element))) {
        break;
      }
      run++;
    }
    return run;
  }

  private static boolean isPlain(PropertyNode element) {
    return !element.isComputed()
        && !element.isRest()
        && !element.isProto()
        && !element.isAccessor()
        && element.getKey() instanceof PropertyKey
        && element.getValue() != null
        && !Names.isIndex(name(element))
        && !name(element).equals(PROTO)
        && !(element.getValue() instanceof FunctionNode method && usesSuper(method));
  }

  private static String name(PropertyNode element) {
    return ((PropertyKey) element.getKey()).getPropertyName();
  }

  private void createWithRun(List<PropertyNode> run, int object) {
    int mark = g.registers().mark();
    int first = g.registers().range(run.size());
    List<String> names = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      names.add(name(run.get(i)));
      g.expressions().into(run.get(i).getValue(), first + i);
    }
    g.code().emit("CreateObjectLiteral", object, g.code().constant(new Constant.Keys(names)), first, run.size());
    g.registers().release(mark);
  }

  private void property(PropertyNode element, int object) {
    g.code().at(element.getStart());
    if (element.isRest()) {
      int source = g.expressions().value(((UnaryNode) element.getKey()).getExpression());
      g.code().emit("CopyDataProperties", object, source, 0, 0);
    } else if (element.isProto()) {
      g.code().emit("SetPrototype", object, g.expressions().value(element.getValue()));
    } else if (element.isAccessor()) {
      accessor(element, object, ENUMERABLE);
    } else if (!element.isComputed() && !Names.isIndex(name(element))) {
      int value = g.expressions().value(element.getValue());
      setHome(element.getValue(), value, object);
      g.code().emit("DefineProperty", object, g.code().string(name(element)), value);
    } else {
      int key = key(element);
      int value = g.expressions().value(element.getValue());
      setHome(element.getValue(), value, object);
      if (element.isComputed()) {
        nameAfterKey(element.isAnonymousFunctionDefinition(), element.getValue(), value, key, 0);
      }
      g.code().emit("DefineElement", object, key, value);
    }
  }

  /** The getter or the setter, or both, of one property. */
  void accessor(PropertyNode element, int object, int enumerable) {
    int key = key(element);
    accessor(element.getGetter(), "DefineGetter", element, key, object, enumerable);
    accessor(element.getSetter(), "DefineSetter", element, key, object, enumerable);
  }

  private void accessor(
      FunctionNode function, String opcode, PropertyNode element, int key, int object, int enumerable) {
    if (function == null) {
      return;
    }
    int closure = g.expressions().value(function);
    setHome(function, closure, object);
    if (element.isComputed()) {
      g.code().emit("SetFunctionName", closure, key, opcode.equals("DefineGetter") ? 1 : 2);
    }
    g.code().emit(opcode, object, key, closure, enumerable);
  }

  /** A register with the key of a property, be it computed or written down. */
  int key(PropertyNode element) {
    int key = g.registers().temp();
    if (element.isComputed()) {
      g.expressions().into(element.getKey(), key);
      g.code().at(element.getStart());
      g.code().emit("ToPropertyKey", key, key);
    } else if (Names.isIndex(name(element))) {
      g.expressions().number(Double.parseDouble(name(element)), key);
    } else {
      g.expressions().string(name(element), key);
    }
    return key;
  }

  /** Methods that use {@code super} have to know their object. */
  void setHome(Expression function, int closure, int home) {
    if (function instanceof FunctionNode method && usesSuper(method)) {
      g.code().emit("SetHomeObject", closure, home);
    }
  }

  /** Whether a function needs its home object; a direct eval in it might. */
  static boolean usesSuper(FunctionNode function) {
    return function.usesSuper() || function.getBody().getScope().hasNestedEval();
  }

  /** A function without a name of its own, or a method, is called after its computed key. */
  void nameAfterKey(boolean anonymous, Expression value, int closure, int key, int prefix) {
    if (anonymous || (value instanceof FunctionNode method && method.isMethod())) {
      g.code().emit("SetFunctionName", closure, key, prefix);
    }
  }

  void array(LiteralNode.ArrayLiteralNode node, int result) {
    arrayOf(node.getElementExpressions(), result);
  }

  /** An array of values, spreads and (as null) holes. */
  void arrayOf(List<Expression> elements, int result) {
    int run = 0;
    while (run < elements.size() && run < MAX_RUN && isValue(elements.get(run))) {
      run++;
    }
    int array = run < elements.size() && g.registers().isVariable(result) ? g.registers().temp() : result;
    int mark = g.registers().mark();
    int first = g.registers().range(run);
    for (int i = 0; i < run; i++) {
      g.expressions().into(elements.get(i), first + i);
    }
    if (run > 0 || elements.isEmpty()) {
      g.code().emit("CreateArray", array, first, run);
    } else {
      g.code().emit("CreateEmptyArray", array, elements.size());
    }
    g.registers().release(mark);
    elements.subList(run, elements.size()).forEach(element -> append(array, element));
    if (array != result) {
      g.code().emit("Move", result, array);
    }
  }

  private static boolean isValue(Expression element) {
    return element != null && !(element instanceof UnaryNode unary && Patterns.isSpread(unary));
  }

  private void append(int array, Expression element) {
    int mark = g.registers().mark();
    switch (element) {
      case null -> g.code().emit("ArrayPushHole", array);
      case UnaryNode spread when Patterns.isSpread(spread) -> {
        int source = g.expressions().value(spread.getExpression());
        g.code().at(spread.getExpression().getStart(), CalleeText.of(spread.getExpression()));
        g.code().emit("ArraySpread", array, source);
      }
      default -> g.code().emit("ArrayPush", array, g.expressions().value(element));
    }
    g.registers().release(mark);
  }

  void template(TemplateLiteralNode.UntaggedTemplateLiteralNode node, int result) {
    int text = g.registers().isVariable(result) ? g.registers().temp() : result;
    boolean empty = true;
    for (Expression part : node.getExpressions()) {
      boolean literal = part instanceof LiteralNode<?> string && string.isString();
      if (literal && ((LiteralNode<?>) part).getString().isEmpty()) {
        continue;
      }
      int mark = g.registers().mark();
      int value = empty ? text : g.registers().temp();
      if (literal) {
        g.expressions().into(part, value);
      } else {
        int operand = g.expressions().operandIn(value, part);
        g.code().at(part.getStart());
        g.code().emit("ToString", value, operand);
      }
      if (!empty) {
        g.code().emit("Add", text, text, value);
      }
      empty = false;
      g.registers().release(mark);
    }
    if (empty) {
      g.expressions().string("", text);
    }
    if (text != result) {
      g.code().emit("Move", result, text);
    }
  }

  void templateObject(TemplateLiteralNode.TaggedTemplateLiteralNode node, int result) {
    List<String> cooked = new ArrayList<>();
    List<String> raw = new ArrayList<>();
    // A string with an invalid escape has no cooked form: the parser says undefined.
    node.getCookedStrings().forEach(
        part -> cooked.add(part instanceof LiteralNode<?> literal && literal.isString() ? literal.getString() : null));
    node.getRawStrings().forEach(part -> raw.add(((LiteralNode<?>) part).getString()));
    g.code().emit("TemplateObject", result, g.code().constant(new Constant.TemplateStrings(cooked, raw)));
  }
}
