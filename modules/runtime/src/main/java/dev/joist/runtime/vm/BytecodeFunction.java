package dev.joist.runtime.vm;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.Leaves;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A function of bytecode, linked into an engine. */
public final class BytecodeFunction implements FunctionCode {
  private final int id;
  private final long info;
  private final FunctionTemplate template;
  private final byte[] code;
  private final int registerCount;
  private final int parameterCount;
  private final FunctionKind kind;
  private final boolean strict;

  private final int[] handlers;
  private final byte[] feedback;
  private final int[] loopCounts;
  private final int expectedProperties;
  private final int[] callSites;
  private final Set<Long> callees = new HashSet<>(0);
  private Shape instanceShape;
  private long[] constants;
  private long[] keys;
  private final FunctionCode[] children;
  private final long[] templateObjects;
  private Object compiled;
  /** The last collection that has found this function alive. */
  private int collection;
  private boolean declined;
  private boolean leaf;
  private boolean hasBeenCompiled;

  BytecodeFunction(int id, long info, FunctionTemplate template, int expectedProperties, int[] callSites) {
    this.id = id;
    this.info = info;
    this.template = template;
    this.code = Arrays.copyOf(template.code(), template.code().length + CodeReader.PADDING);
    this.registerCount = template.registerCount();
    this.parameterCount = template.parameterCount();
    this.kind = template.kind();
    this.strict = template.strict();
    this.handlers = template.handlers().stream().flatMapToInt(h -> IntStream.of(h.start(), h.end(), h.target())).toArray();
    this.expectedProperties = expectedProperties;
    this.callSites = callSites;
    this.feedback = new byte[template.siteWords()];
    this.loopCounts = new int[template.siteWords()];
    this.children = new FunctionCode[template.constants().size()];
    this.templateObjects = new long[template.constants().size()];
  }

  public FunctionTemplate template() {
    return template;
  }

  public FunctionKind kind() {
    return kind;
  }

  /** The instructions, with {@link CodeReader#PADDING} bytes after them. */
  public byte[] code() {
    return code;
  }

  public int registerCount() {
    return registerCount;
  }

  public int parameterCount() {
    return parameterCount;
  }

  /** Whether it calls nothing, see {@link Leaves}. Only after {@link #prepare}. */
  public boolean isLeaf() {
    return leaf;
  }

  /** The address of the first site. */
  long sites() {
    return info + Layout.INFO_SITES;
  }

  /** By word of site data: feedback bits that the site is known to hold. */
  byte[] feedback() {
    return feedback;
  }

  /** By word of site data: back-edges since the tier controller was asked. */
  public int[] loopCounts() {
    return loopCounts;
  }

  /** The address of the site that an instruction's site operand names. */
  public long site(int word) {
    return info + Layout.INFO_SITES + 8L * word;
  }

  /** The Value of a number or string constant. Only after {@link #prepare}. */
  public long constant(int index) {
    return constants[index];
  }

  /** The property key of a string constant. Only after {@link #prepare}. */
  public long key(int index) {
    return keys[index];
  }

  /** Makes the constants' Values, and finds out whether it is a leaf, once: before the function first runs or is compiled. */
  public void prepare(Vm vm) {
    if (constants != null) {
      return;
    }
    leaf = Leaves.isLeaf(template, vm.opcodes());
    List<Constant> pool = template.constants();
    keys = new long[pool.size()];
    long[] values = new long[pool.size()];
    for (int i = 0; i < values.length; i++) {
      switch (pool.get(i)) {
        case Constant.Num number -> values[i] = vm.number(number.value());
        case Constant.Str string -> {
          keys[i] = vm.strings().key(string.value());
          values[i] = vm.strings().keyToString(keys[i]);
        }
        default -> { }
      }
    }
    constants = values;
  }

  /** The offset of the innermost handler that covers an instruction, or -1. */
  public int handlerFor(int offset) {
    for (int i = 0; i < handlers.length; i += 3) {
      if (offset >= handlers[i] && offset < handlers[i + 1]) {
        return handlers[i + 2];
      }
    }
    return -1;
  }

  /** How many properties this code seems to give its `this`. */
  int expectedProperties() {
    return expectedProperties;
  }

  /** The shape of what a base constructor makes for a new.target with this code, and with its prototype. */
  Shape instanceShape(Vm vm, BytecodeFunction base, long newTarget, long prototype) {
    if (instanceShape == null || instanceShape.prototype() != prototype) {
      int expected = ExpectedProperties.ofClasses(vm, base, newTarget);
      instanceShape = vm.shapes().root(prototype, CellKind.OBJECT, expected == 0 ? Objects.DEFAULT_INLINE : expected);
    }
    return instanceShape;
  }

  /** Keeps a function (a Value) for as long as this one, since machine code counts on its being called. */
  public void keepCallee(long callee) {
    callees.add(callee);
  }

  /** Sites forget callees that are dead. */
  void forgetDead(Liveness liveness) {
    for (int word : callSites) {
      CallSites.forgetDead(site(word), liveness);
    }
  }

  /** Marks what the function and those within it refer to, once in a collection. */
  void mark(int newCollection, Marker marker, Shapes shapes) {
    if (collection == newCollection) {
      return;
    }
    collection = newCollection;
    for (FunctionCode child : children) {
      if (child instanceof BytecodeFunction function) {
        function.mark(newCollection, marker, shapes);
      }
    }
    callees.forEach(marker::mark);
    if (instanceShape != null) {
      shapes.mark(instanceShape, marker);
    }
    if (constants != null) {
      for (int i = 0; i < constants.length; i++) {
        marker.mark(constants[i]);
        marker.mark(keys[i]);
        marker.mark(templateObjects[i]);
      }
    }
  }

  boolean isMarked(int inCollection) {
    return collection == inCollection;
  }

  /** The object of a TemplateStrings constant, 0 before it is made. */
  public long templateObject(int index) {
    return templateObjects[index];
  }

  public void setTemplateObject(int index, long object) {
    templateObjects[index] = object;
  }

  /** The linked function of a Function constant. */
  public FunctionCode child(Vm vm, int index) {
    FunctionCode child = children[index];
    if (child == null) {
      child = vm.functions().link(((Constant.Function) template.constants().get(index)).template());
      children[index] = child;
    }
    return child;
  }

  /** What the tier controller keeps of a compiled function; null while it is interpreted. */
  public Object compiled() {
    return compiled;
  }

  /** From now on calls enter through the tier controller; null: interpreted again. */
  public void setCompiled(Object newCompiled) {
    compiled = newCompiled;
    hasBeenCompiled |= newCompiled != null;
  }

  /** Whether there is code that was made for it, or was: it may be at work even when it has been given up. */
  public boolean hasBeenCompiled() {
    return hasBeenCompiled;
  }

  public boolean isDeclined() {
    return declined;
  }

  /** The tier controller will not compile this function: it is not asked again. */
  public void decline() {
    declined = true;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public long info() {
    return info;
  }

  @Override
  public String name() {
    return template.name();
  }

  @Override
  public int length() {
    return template.length();
  }

  @Override
  public boolean isConstructor() {
    return kind == FunctionKind.NORMAL || isClassConstructor();
  }

  @Override
  public boolean isClassConstructor() {
    return kind == FunctionKind.CLASS_CONSTRUCTOR || kind == FunctionKind.DERIVED_CONSTRUCTOR;
  }

  @Override
  public boolean isDerivedConstructor() {
    return kind == FunctionKind.DERIVED_CONSTRUCTOR;
  }

  @Override
  public boolean hasPrototypeProperty() {
    return isConstructor() || isGenerator();
  }

  @Override
  public boolean isGenerator() {
    return kind.isGenerator();
  }

  @Override
  public Intrinsic functionPrototype() {
    if (kind.isAsync()) {
      return kind.isGenerator() ? Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE : Intrinsic.ASYNC_FUNCTION_PROTOTYPE;
    }
    return kind.isGenerator() ? Intrinsic.GENERATOR_FUNCTION_PROTOTYPE : Intrinsic.FUNCTION_PROTOTYPE;
  }

  @Override
  public boolean isStrict() {
    return strict;
  }

  @Override
  public String sourceText() {
    return template.source() == null ? "function " + name() + "() { [bytecode] }" : template.source().functionText();
  }

  @Override
  public String toString() {
    return name() + "#" + id;
  }
}
