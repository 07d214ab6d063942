package dev.joist.javascript.codegen;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.ClassElement;
import dev.joist.javascript.parser.ir.ClassNode;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.ReturnNode;
import dev.joist.javascript.parser.ir.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Classes: constructor and prototype, methods, private names, and the functions that initialise fields. */
final class Classes {
  private static final int NOT_ENUMERABLE = 0;
  private static final int METHOD = 0;
  private static final int GETTER = 1;
  private static final int SETTER = 2;

  private final FunctionGenerator g;

  Classes(FunctionGenerator g) {
    this.g = g;
  }

  /** What is kept for the initialisers while the class is defined: computed keys and private methods. */
  private static final class Kept {
    private final Map<ClassElement, Place.Slot> keys = new HashMap<>();
    private final Map<FunctionNode, Place.Slot> methods = new HashMap<>();
  }

  void define(ClassNode node, int result) {
    if (node.getDecorators() != null || node.hasClassElementDecorators()) {
      throw g.unsupported("Decorators are", node);
    }
    int constructor = g.registers().temp();
    int prototype = g.registers().temp();
    ScopeFrame head = g.scopes().enterBlock(node.getClassHeadScope());
    int superclass = g.registers().temp();
    if (node.getClassHeritage() == null) {
      g.code().emit("LoadHole", superclass);
    } else {
      g.expressions().into(node.getClassHeritage(), superclass);
    }
    Variable name = node.getIdent() == null ? null : head.find(node.getIdent().getName());
    if (name != null && !node.hasStaticElements() && node.getClassElements().stream().noneMatch(e -> e.isComputed())) {
      // Nothing in the class runs before its name has a value.
      name.declared();
    }
    ScopeFrame body = g.scopes().enter(node.getScope(), false, needsSlots(node));
    Kept kept = new Kept();
    createPrivateNames(node, body);
    FunctionNode function = (FunctionNode) node.getConstructor().getValue();
    FunctionTemplate template =
        Functions.template(g.unit(), g.scopes().current(), function, hasInstanceInitialiser(node));
    g.code().at(node.getStart(), node.getClassHeritage() == null ? null : CalleeText.of(node.getClassHeritage()));
    g.code().emit(
        "CreateClass",
        constructor,
        prototype,
        superclass,
        g.code().constant(new Constant.Function(template)),
        g.scopes().heapScope());
    if (Literals.usesSuper(function)) {
      g.code().emit("SetHomeObject", constructor, prototype);
    }
    for (ClassElement element : node.getClassElements()) {
      int mark = g.registers().mark();
      defineElement(element, element.isStatic() ? constructor : prototype, body, kept);
      g.registers().release(mark);
    }
    if (name != null && head.symbol(name.name()).isUsed()) {
      g.variables().store(name, constructor);
    }
    if (name != null) {
      name.declared();
    }
    if (hasInstanceInitialiser(node)) {
      int initialiser = g.registers().temp();
      List<ClassElement> instance = node.getClassElements().stream().filter(e -> !e.isStatic()).toList();
      initialiser("<instance_members_initializer>", node, instance, kept, prototype, initialiser);
      g.code().emit("SetFieldInitialiser", constructor, initialiser);
    }
    runStaticInitialiser(node, kept, constructor);
    g.scopes().exit();
    g.scopes().exit();
    g.code().emit("Move", result, constructor);
  }

  private static boolean hasInstanceInitialiser(ClassNode node) {
    return node.getClassElements().stream()
        .anyMatch(e -> !e.isStatic() && (isField(e) || (e.isPrivate() && e.isMethodOrAccessor())));
  }

  private static boolean isField(ClassElement element) {
    return element.isClassField() && !element.isClassStaticBlock();
  }

  /** True if the initialisers find something in the class's scope that no closure in the source names. */
  private static boolean needsSlots(ClassNode node) {
    return node.getClassElements().stream().anyMatch(e -> e.isPrivate() || (isField(e) && e.isComputed()));
  }

  private void createPrivateNames(ClassNode node, ScopeFrame body) {
    for (Symbol symbol : node.getScope().getSymbols()) {
      if (symbol.isPrivateName() && body.find(symbol.getName()) != null) {
        int mark = g.registers().mark();
        int name = g.registers().temp();
        g.code().emit("CreatePrivateName", name, g.code().string(symbol.getName()));
        Variable variable = body.find(symbol.getName());
        g.variables().store(variable, name);
        variable.declared();
        g.registers().release(mark);
      }
    }
  }

  private void defineElement(ClassElement element, int target, ScopeFrame body, Kept kept) {
    if (element.isAutoAccessor()) {
      throw g.unsupported("The 'accessor' keyword is", element);
    }
    if (element.isClassStaticBlock()) {
      return;
    }
    if (isField(element)) {
      if (element.isComputed()) {
        int key = g.literals().key(element);
        Place.Slot slot = body.newSlot();
        g.variables().storeSlot(slot, key);
        kept.keys.put(element, slot);
      }
    } else if (element.isPrivate()) {
      definePrivateMethod(element, target, body, kept);
    } else if (element.isAccessor()) {
      g.literals().accessor(element, target, NOT_ENUMERABLE);
    } else {
      int key = g.literals().key(element);
      int method = g.expressions().value(element.getValue());
      g.literals().setHome(element.getValue(), method, target);
      if (element.isComputed()) {
        g.literals().nameAfterKey(true, element.getValue(), method, key, 0);
      }
      g.code().at(element.getStart());
      g.code().emit("DefineMethod", target, key, method, NOT_ENUMERABLE);
    }
  }

  private void definePrivateMethod(ClassElement element, int target, ScopeFrame body, Kept kept) {
    if (element.isAccessor()) {
      keepPrivate(element, element.getGetter(), GETTER, target, body, kept);
      keepPrivate(element, element.getSetter(), SETTER, target, body, kept);
    } else {
      keepPrivate(element, (FunctionNode) element.getValue(), METHOD, target, body, kept);
    }
  }

  /** A static method is defined at once; one of instances is made once, and added to each instance later. */
  private void keepPrivate(
      ClassElement element, FunctionNode function, int type, int target, ScopeFrame body, Kept kept) {
    if (function == null) {
      return;
    }
    int method = g.expressions().value(function);
    g.literals().setHome(function, method, target);
    if (element.isStatic()) {
      int name = g.registers().temp();
      g.variables().load(g.variables().resolve(element.getPrivateName()), name);
      g.code().emit("DefinePrivateMethod", target, name, method, type);
    } else {
      Place.Slot slot = body.newSlot();
      g.variables().storeSlot(slot, method);
      kept.methods.put(function, slot);
    }
  }

  private void runStaticInitialiser(ClassNode node, Kept kept, int constructor) {
    List<ClassElement> elements =
        node.getClassElements().stream()
            .filter(e -> e.isStatic() && (isField(e) || e.isClassStaticBlock()))
            .toList();
    if (elements.isEmpty()) {
      return;
    }
    int window = g.registers().range(Calls.WINDOW_HEADER);
    initialiser("<static_initializer>", node, elements, kept, constructor, window);
    g.code().emit("Move", window + Calls.THIS_OFFSET, constructor);
    g.code().at(node.getStart());
    g.code().emit("CallMethod", window, window, 0);
  }

  /** A method that gives {@code this} its private methods and fields, or runs static blocks, one after the other. */
  private void initialiser(
      String name, ClassNode node, List<ClassElement> elements, Kept kept, int home, int result) {
    FunctionGenerator inner =
        new FunctionGenerator(g.unit(), g.scopes().current(), name, FunctionKind.METHOD, true, 0);
    inner.loadOuterScope();
    for (ClassElement element : elements) {
      if (element.isPrivate() && element.isMethodOrAccessor()) {
        inner.classes().addPrivateMethods(element, kept);
      }
    }
    for (ClassElement element : elements) {
      int mark = inner.registers().mark();
      if (isField(element) || element.isClassStaticBlock()) {
        inner.classes().initialise(element, kept);
      }
      inner.registers().release(mark);
    }
    inner.functions().end();
    FunctionTemplate template =
        inner.finish(
            0,
            new FunctionTemplate.SourceRange(
                g.unit().source().name(), g.unit().source().text(), node.getStart(), node.getFinish()));
    g.code().emit("CreateClosure", result, g.code().constant(new Constant.Function(template)), g.scopes().heapScope());
    g.code().emit("SetHomeObject", result, home);
  }

  private void addPrivateMethods(ClassElement element, Kept kept) {
    if (element.isAccessor()) {
      addPrivate(element, element.getGetter(), GETTER, kept);
      addPrivate(element, element.getSetter(), SETTER, kept);
    } else {
      addPrivate(element, (FunctionNode) element.getValue(), METHOD, kept);
    }
  }

  private void addPrivate(ClassElement element, FunctionNode function, int type, Kept kept) {
    if (function == null) {
      return;
    }
    int mark = g.registers().mark();
    int name = g.registers().temp();
    g.variables().load(g.variables().resolve(element.getPrivateName()), name);
    int method = g.registers().temp();
    g.variables().loadSlot(kept.methods.get(function), method);
    g.code().at(element.getStart());
    g.code().emit("DefinePrivateMethod", g.thisRegister(), name, method, type);
    g.registers().release(mark);
  }

  /** One field or static block: the parser makes a function of each, whose body runs here in its own scope. */
  private void initialise(ClassElement element, Kept kept) {
    FunctionNode function = (FunctionNode) element.getValue();
    if (function == null) {
      int undefined = g.registers().temp();
      g.code().emit("LoadUndefined", undefined);
      defineField(element, undefined, kept);
      return;
    }
    Block body = function.getBody();
    ScopeFrame frame = g.scopes().enter(body.getScope(), true, false);
    bindCaptured(frame, Names.THIS, g.thisRegister());
    Variable home = frame.find(Names.SUPER);
    if (home != null) {
      int register = g.registers().temp();
      g.code().emit("LoadHomeObject", register);
      g.variables().store(home, register);
    }
    Variable newTarget = frame.find(Names.NEW_TARGET);
    if (newTarget != null) {
      int register = g.registers().temp();
      g.code().emit("LoadUndefined", register);
      g.variables().store(newTarget, register);
    }
    if (element.isClassStaticBlock()) {
      g.statements().declareFunctions(body.getStatements());
      body.getStatements().forEach(g.statements()::statement);
    } else {
      field(element, body, kept);
    }
    g.scopes().exit();
  }

  private void bindCaptured(ScopeFrame frame, String name, int register) {
    Variable variable = frame.find(name);
    if (variable != null) {
      g.variables().store(variable, register);
    }
  }

  private void field(ClassElement element, Block body, Kept kept) {
    ReturnNode value = (ReturnNode) body.getStatements().getFirst();
    int register = g.expressions().value(value.getExpression());
    if (element.isComputed() && element.isAnonymousFunctionDefinition()) {
      int key = g.registers().temp();
      g.variables().loadSlot(kept.keys.get(element), key);
      g.code().emit("SetFunctionName", register, key, 0);
    }
    defineField(element, register, kept);
  }

  private void defineField(ClassElement element, int value, Kept kept) {
    g.code().at(element.getStart());
    if (element.isPrivate()) {
      int name = g.registers().temp();
      g.variables().load(g.variables().resolve(element.getPrivateName()), name);
      g.code().emit("DefinePrivate", g.thisRegister(), name, value);
    } else if (element.isComputed()) {
      int key = g.registers().temp();
      g.variables().loadSlot(kept.keys.get(element), key);
      g.code().emit("DefineElement", g.thisRegister(), key, value);
    } else if (Names.isIndex(element.getKeyName())) {
      int key = g.literals().key(element);
      g.code().emit("DefineElement", g.thisRegister(), key, value);
    } else {
      g.code().emit("DefineProperty", g.thisRegister(), g.code().string(element.getKeyName()), value);
    }
  }
}
