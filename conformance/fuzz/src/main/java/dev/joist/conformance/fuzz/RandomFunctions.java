package dev.joist.conformance.fuzz;

import dev.joist.bytecode.BytecodeBuilder;
import dev.joist.bytecode.BytecodeBuilder.Label;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes functions that the verifier accepts and that end: loops are counted, and calls cost fuel, which is in a global variable. Leaves cost
 * none: they have no loops and catch nothing. The outermost function's result is an array of all its variables.
 */
public final class RandomFunctions {
  private static final int DEEPEST = 3;
  private static final int DEEPEST_LEVEL = 2;
  private static final int LONG_LOOP = 40;
  private static final int SCOPE_SLOTS = 2;
  private static final int LONGEST_STRING = 100;

  private final OpcodeTable table;
  private final RandomGenerator random;
  private final int level;
  private final BytecodeBuilder code;
  private final List<FunctionTemplate> inner = new ArrayList<>();
  private int variables;
  private int firstVariable;
  /** Registers that hold closures of {@link #inner}. */
  private int firstCallee;
  private int callees;
  private int scope;
  private int loops;
  /** Statements that may still be made: keeps functions small. */
  private int budget;

  private RandomFunctions(OpcodeTable table, RandomGenerator random, int level) {
    this.table = table;
    this.random = random;
    this.level = level;
    code = new BytecodeBuilder(table, "f" + level);
    budget = 6 + random.nextInt(level == 0 ? 30 : 14);
  }

  /** A new function: the same for the same random numbers. */
  public static FunctionTemplate make(OpcodeTable table, RandomGenerator random) {
    return new RandomFunctions(table, random, 0).function(3);
  }

  // The function

  private FunctionTemplate function(int parameters) {
    code.kind(FunctionKind.NORMAL).strict(random.nextBoolean()).parameters(parameters);
    variables = random.nextInt(6) == 0 ? 20 : 3 + random.nextInt(5);
    firstVariable = code.registers(variables);
    boolean wantsArguments = random.nextInt(6) == 0;
    if (wantsArguments && random.nextBoolean()) {
      code.emit("CreateArguments", firstVariable, random.nextInt(2));
    } else if (wantsArguments) {
      code.emit("CreateRest", firstVariable, random.nextInt(3));
    }
    for (int i = wantsArguments ? 1 : 0; i < variables; i++) {
      if (i < parameters) {
        code.emit("Move", firstVariable + i, 1 + i);
      } else {
        constant(firstVariable + i);
      }
    }
    fuel();
    scope = code.register();
    code.emit("LoadFunctionScope", scope);
    code.emit("CreateScope", scope, scope, SCOPE_SLOTS);
    for (int slot = 0; slot < SCOPE_SLOTS; slot++) {
      code.emit("StoreScoped", scope, 0, slot, variable());
    }
    makeCallees();
    if (random.nextInt(8) == 0) {
      code.emit("CoerceThis", 0);
    }
    block(0);
    int result = level > 0 ? variable() : code.register();
    if (level == 0) {
      code.emit("CreateArray", result, firstVariable, variables);
    }
    code.emit("Return", result);
    return code.build();
  }

  private void fuel() {
    int mark = code.nextRegister();
    int left = code.register();
    int name = code.string(FuzzEngine.FUEL);
    Label go = code.newLabel();
    int zero = code.register();
    code.emit("LoadGlobal", left, name);
    code.emit("Dec", left, left);
    code.emit("StoreGlobal", name, left);
    code.emit("LoadInt8", zero, 0);
    code.emit("JumpIfGreater", left, zero, go.operand());
    code.emit("Return", left);
    code.bind(go);
    code.releaseTo(mark);
  }

  private void makeCallees() {
    callees = level == DEEPEST_LEVEL ? 0 : random.nextInt(level == 0 ? 4 : 3);
    for (int i = 0; i < callees; i++) {
      inner.add(random.nextInt(3) == 0 ? leaf() : new RandomFunctions(table, random, level + 1).function(random.nextInt(4)));
    }
    firstCallee = code.registers(callees);
    for (int i = 0; i < callees; i++) {
      code.emit("CreateClosure", firstCallee + i, code.function(inner.get(i)), scope);
      publish(firstCallee + i);
    }
  }

  /** Whatever this function goes on to do, the closure can be called from outside afterwards. */
  private void publish(int closure) {
    int mark = code.nextRegister();
    int list = code.register();
    int key = code.register();
    code.emit("LoadGlobal", list, code.string(FuzzEngine.CLOSURES));
    code.emit("GetProperty", key, list, code.string("length"));
    code.emit("SetElement", list, key, closure);
    code.releaseTo(mark);
  }

  /** A small function that only computes. */
  private FunctionTemplate leaf() {
    BytecodeBuilder leaf = new BytecodeBuilder(table, "leaf").strict(true).parameters(2);
    int result = leaf.register();
    leaf.emit(any(Operators.BINARY), result, 1, 2);
    for (int i = random.nextInt(3); i > 0; i--) {
      leaf.emit(any(Operators.BINARY), result, random.nextBoolean() ? result : 1, random.nextBoolean() ? result : 2);
    }
    leaf.emit("Return", result);
    return leaf.build();
  }

  // Choices

  private int variable() {
    return firstVariable + random.nextInt(variables);
  }

  /** A register to read: seldom {@code this}. */
  private int source() {
    return random.nextInt(16) == 0 ? 0 : variable();
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private void constant(int register) {
    switch (random.nextInt(12)) {
      case 0 -> code.emit("LoadUndefined", register);
      case 1 -> code.emit("LoadNull", register);
      case 2 -> code.emit(random.nextBoolean() ? "LoadTrue" : "LoadFalse", register);
      case 3 -> code.emit("LoadConst", register, code.string(any(Operators.STRINGS)));
      default -> number(register);
    }
  }

  private void number(int register) {
    switch (random.nextInt(4)) {
      case 0 -> code.emit("LoadConst", register, code.number(Operators.DOUBLES[random.nextInt(Operators.DOUBLES.length)]));
      case 1 -> code.emit("LoadInt32", register, Operators.INTEGERS[random.nextInt(Operators.INTEGERS.length)]);
      default -> code.emit("LoadInt8", register, random.nextInt(-128, 128));
    }
  }

  // Statements

  private void block(int depth) {
    int statements = 1 + random.nextInt(depth == 0 ? 16 : 6);
    for (int i = 0; i < statements && budget > 0; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    budget--;
    int mark = code.nextRegister();
    switch (random.nextInt(depth < DEEPEST ? 36 : 27)) {
      case 0 -> constant(variable());
      case 1 -> code.emit("Move", variable(), source());
      case 2, 3, 4, 5 -> code.emit(any(Operators.BINARY), variable(), source(), variable());
      case 6, 7 -> add();
      case 8, 9 -> unary();
      case 10, 11 -> create(depth);
      case 12, 13 -> code.emit("GetProperty", variable(), source(), code.string(any(Operators.NAMES)));
      case 14, 15 -> code.emit("SetProperty", source(), code.string(any(Operators.ASSIGNED)), source());
      case 16, 17 -> element();
      case 18 -> property();
      case 19, 20 -> scoped();
      case 21, 22 -> global();
      case 23, 24, 25 -> call();
      case 26 -> rare();
      case 27, 28 -> condition(depth);
      case 29, 30 -> loop(depth);
      case 31, 32 -> numbers();
      case 33 -> enumeration(depth);
      default -> attempt(depth);
    }
    code.releaseTo(mark);
  }

  private void unary() {
    String opcode = any(Operators.UNARY);
    int target = variable();
    code.emit(opcode, target, source());
    if (opcode.equals("ToString")) {
      shorten(target);
    }
  }

  /** Of a number to anything: strings grow, but not by themselves, so that they stay short. */
  private void add() {
    int number = code.register();
    int target = variable();
    code.emit("ToNumber", number, variable());
    if (random.nextBoolean()) {
      code.emit("Add", target, variable(), number);
    } else {
      code.emit("Add", target, number, variable());
    }
    shorten(target);
  }

  /** Of a string that is long already nothing longer is made: arrays, of arrays, become long ones. */
  private void shorten(int target) {
    int mark = code.nextRegister();
    int length = code.register();
    int most = code.register();
    Label isShort = code.newLabel();
    code.emit("GetProperty", length, target, code.string("length"));
    code.emit("LoadInt8", most, LONGEST_STRING);
    code.emit("JumpIfNotGreater", length, most, isShort.operand());
    constant(target);
    join(isShort);
    code.releaseTo(mark);
  }

  /** In loops only what holds little, lest the object graph grow without bound. */
  private void create(int depth) {
    int target = variable();
    switch (random.nextInt(4)) {
      case 0 -> code.emit("CreateObject", target, random.nextInt(7));
      case 1 -> code.emit("CreateArray", target, firstVariable + random.nextInt(variables - 2), loops > 0 || depth > 0 ? random.nextInt(2) : random.nextInt(4));
      case 2 -> code.emit("CreateObjectLiteral", target, code.constant(new Constant.Keys(random.nextBoolean() ? List.of("a") : List.of("b"))),
          variable(), 1);
      default -> {
        code.emit("CreateObject", target, 1);
        code.emit("SetProperty", target, code.string(any(Operators.ASSIGNED)), variable());
      }
    }
  }

  private void element() {
    int key = code.register();
    if (oneIn(4)) {
      code.emit("LoadConst", key, code.number(Operators.ODD_KEYS[random.nextInt(Operators.ODD_KEYS.length)]));
    } else {
      code.emit("LoadInt8", key, random.nextInt(0, 12));
    }
    switch (random.nextInt(5)) {
      case 0, 1 -> code.emit("GetElement", variable(), source(), key);
      case 2 -> code.emit("GetElement", variable(), source(), variable());
      default -> code.emit("SetElement", source(), key, variable());
    }
  }

  private void property() {
    int name = code.string(any(Operators.ASSIGNED));
    switch (random.nextInt(4)) {
      case 0 -> code.emit("DeleteProperty", variable(), source(), name);
      case 1 -> {
        int key = code.register();
        code.emit("LoadConst", key, name);
        code.emit("In", variable(), key, variable());
      }
      case 2 -> code.emit("InstanceOf", variable(), source(), callees == 0 ? variable() : callee());
      default -> accessor(name);
    }
  }

  private void accessor(int name) {
    if (callees == 0) {
      code.emit("TypeOf", variable(), variable());
      return;
    }
    int target = code.register();
    int key = code.register();
    code.emit("CreateObject", target, 2);
    code.emit("LoadConst", key, name);
    code.emit(random.nextBoolean() ? "DefineGetter" : "DefineSetter", target, key, callee(), 1);
    code.emit("Move", variable(), target);
  }

  private int callee() {
    return firstCallee + random.nextInt(callees);
  }

  private void scoped() {
    int hops = random.nextInt(level + 1);
    int slot = random.nextInt(SCOPE_SLOTS);
    switch (random.nextInt(9)) {
      case 0 -> code.emit("CopyScope", scope, scope);
      case 1, 2, 3, 4 -> code.emit("LoadScoped", variable(), scope, hops, slot);
      default -> code.emit("StoreScoped", scope, hops, slot, variable());
    }
  }

  private void global() {
    int name = code.string(any(FuzzEngine.GLOBALS));
    switch (random.nextInt(6)) {
      case 0 -> code.emit("TypeOfGlobal", variable(), name);
      case 1, 2 -> code.emit("LoadGlobal", variable(), code.string(FuzzEngine.GLOBALS.get(random.nextInt(2))));
      case 3 -> code.emit("LoadGlobal", variable(), name);
      default -> code.emit("StoreGlobal", name, variable());
    }
  }

  private void call() {
    int argc = random.nextInt(4);
    int window = code.registers(4 + argc);
    if (oneIn(12)) {
      code.emit("LoadCallee", window);
    } else if (callees == 0 || oneIn(16)) {
      code.emit("Move", window, variable());
    } else if (oneIn(4)) {
      code.emit("CreateClosure", window, code.function(any(inner)), scope);
    } else {
      code.emit("Move", window, callee());
    }
    for (int i = 0; i < argc; i++) {
      code.emit("Move", window + 4 + i, variable());
    }
    switch (random.nextInt(6)) {
      case 0 -> {
        code.emit("Move", window + 3, variable());
        code.emit("CallMethod", variable(), window, argc);
      }
      case 1 -> code.emit("Construct", variable(), window, argc);
      default -> code.emit("Call", variable(), window, argc);
    }
  }

  private void rare() {
    switch (random.nextInt(6)) {
      case 0 -> code.emit("LoadCallee", variable());
      case 1 -> code.emit("LoadNewTarget", variable());
      case 2 -> code.emit("Move", variable(), callees == 0 ? variable() : callee());
      case 3 -> code.emit("ToObject", variable(), variable());
      case 4 -> {
        int value = code.register();
        code.emit(random.nextBoolean() ? "LoadHole" : "LoadTrue", value);
        code.emit("CheckHole", value, code.string("x"));
      }
      default -> {
        if (callees > 0) {
          code.emit("CreateClosure", callee(), code.function(any(inner)), scope);
        } else {
          code.emit("LoadUndefined", variable());
        }
      }
    }
  }

  // Control flow. Every label is followed by an instruction.

  private void branch(Label otherwise) {
    if (random.nextBoolean()) {
      code.emit(any(Operators.TESTS), source(), otherwise.operand());
    } else {
      code.emit(any(Operators.COMPARING), variable(), variable(), otherwise.operand());
    }
  }

  private void join(Label label) {
    code.bind(label);
    code.emit("Move", firstVariable, firstVariable);
  }

  private void condition(int depth) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    branch(otherwise);
    block(depth + 1);
    code.emit("Jump", end.operand());
    code.bind(otherwise);
    if (random.nextBoolean()) {
      block(depth + 1);
    }
    join(end);
  }

  /** Often short; sometimes, at the top, long enough to be entered in compiled code. */
  private void loop(int depth) {
    int counter = code.register();
    int limit = code.register();
    boolean isLong = level == 0 && loops == 0 && oneIn(3);
    code.emit("LoadInt8", counter, 0);
    code.emit("LoadInt8", limit, isLong ? LONG_LOOP : random.nextInt(4));
    loops++;
    Label head = code.here();
    Label end = code.newLabel();
    code.emit("JumpIfNotLess", counter, limit, end.operand());
    block(depth + 1);
    if (oneIn(3)) {
      branch(end);
    }
    code.emit("Inc", counter, counter);
    code.emit("JumpLoop", head.operand());
    loops--;
    join(end);
  }

  /** A loop that mostly computes with numbers, in registers of its own. */
  private void numbers() {
    int count = 2 + random.nextInt(oneIn(4) ? 12 : 4);
    int first = code.registers(count);
    for (int i = 0; i < count; i++) {
      number(first + i);
    }
    int limit = code.register();
    int counter = first;
    code.emit("LoadInt8", counter, 0);
    code.emit("LoadInt8", limit, level == 0 && loops == 0 ? LONG_LOOP : 1 + random.nextInt(3));
    Label head = code.here();
    Label end = code.newLabel();
    code.emit("JumpIfNotLess", counter, limit, end.operand());
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      numeric(first, count);
    }
    code.emit("Inc", counter, counter);
    code.emit("JumpLoop", head.operand());
    join(end);
    for (int i = 0; i < count && i < variables; i++) {
      code.emit("Move", firstVariable + i, first + i);
    }
  }

  /** Never writes the counter, which is the first of the registers. */
  private void numeric(int first, int count) {
    int target = first + 1 + random.nextInt(count - 1);
    int left = first + random.nextInt(count);
    int right = first + random.nextInt(count);
    switch (random.nextInt(14)) {
      case 0 -> number(target);
      case 1 -> code.emit("Move", target, left);
      case 2 -> code.emit(any(Operators.NUMERIC_UNARY), target, left);
      case 3 -> {
        Label skip = code.newLabel();
        code.emit(any(Operators.COMPARING), left, right, skip.operand());
        code.emit(any(Operators.NUMERIC), target, right, left);
        join(skip);
      }
      case 4 -> code.emit("StoreScoped", scope, 0, random.nextInt(SCOPE_SLOTS), left);
      case 5 -> variableAndNumber(target, left);
      default -> code.emit(any(Operators.NUMERIC), target, left, right);
    }
  }

  /** Brings in what need not be a number. */
  private void variableAndNumber(int target, int number) {
    if (random.nextBoolean()) {
      code.emit("Move", variable(), number);
    } else {
      code.emit(any(Operators.BINARY), target, number, variable());
    }
  }

  /** Over names, or over what an iterator gives. */
  private void enumeration(int depth) {
    int source = variable();
    int first = code.registers(2);
    int value = code.register();
    int left = code.register();
    code.emit("LoadInt8", left, 1 + random.nextInt(20));
    Label end = code.newLabel();
    boolean names = random.nextBoolean();
    if (names) {
      code.emit("ForInPrepare", first, source);
    } else {
      code.emit(random.nextBoolean() ? "GetIterator" : "BeginIteration", first, first + 1, source);
    }
    loops++;
    Label head = code.here();
    if (names) {
      code.emit("ForInNext", value, first, end.operand());
    } else {
      code.emit("IteratorNext", value, first, first + 1, end.operand());
    }
    code.emit("Move", variable(), value);
    block(depth + 1);
    code.emit("Dec", left, left);
    code.emit("JumpIfFalse", left, end.operand());
    code.emit("JumpLoop", head.operand());
    loops--;
    join(end);
  }

  private void attempt(int depth) {
    Label start = code.here();
    block(depth + 1);
    if (oneIn(3)) {
      Label skip = code.newLabel();
      code.emit("JumpIfTrue", variable(), skip.operand());
      code.emit("Throw", variable());
      join(skip);
    }
    Label end = code.here();
    Label after = code.newLabel();
    code.emit("Jump", after.operand());
    Label handler = code.here();
    int exception = code.register();
    code.emit("LoadException", exception);
    if (random.nextBoolean()) {
      code.emit("TypeOf", variable(), exception);
    } else {
      code.emit("Move", variable(), exception);
    }
    if (oneIn(4)) {
      block(depth + 1);
    }
    join(after);
    code.handler(start, end, handler);
  }
}
