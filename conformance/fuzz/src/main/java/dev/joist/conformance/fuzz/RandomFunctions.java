package dev.joist.conformance.fuzz;

import dev.joist.bytecode.BytecodeBuilder;
import dev.joist.bytecode.BytecodeBuilder.Label;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes functions that the verifier accepts and that end: loops are counted, calls go to functions made within. Their result is an array of all their
 * variables.
 */
public final class RandomFunctions {
  private static final List<String> BINARY = List.of("Sub", "Mul", "Div", "Rem", "BitAnd", "BitOr", "BitXor", "ShiftLeft", "ShiftRight",
      "ShiftRightUnsigned", "Eq", "NotEq", "StrictEq", "StrictNotEq", "LessThan", "LessEqual", "GreaterThan", "GreaterEqual");
  private static final List<String> UNARY = List.of("Neg", "BitNot", "Inc", "Dec", "ToNumeric", "ToNumber", "LogicalNot", "TypeOf");
  private static final List<String> TESTS = List.of("JumpIfTrue", "JumpIfFalse", "JumpIfNullish", "JumpIfNotNullish", "JumpIfUndefined",
      "JumpIfNotUndefined");
  private static final List<String> COMPARING = List.of("JumpIfEq", "JumpIfNotEq", "JumpIfStrictEq", "JumpIfStrictNotEq", "JumpIfLess",
      "JumpIfNotLess", "JumpIfLessEqual", "JumpIfNotLessEqual", "JumpIfGreater", "JumpIfNotGreater", "JumpIfGreaterEqual", "JumpIfNotGreaterEqual");
  private static final List<String> NAMES = List.of("a", "b", "c", "length", "valueOf");
  private static final List<String> GLOBALS = List.of("g0", "g1");
  private static final int[] INTEGERS = {0, 1, -1, 2, 7, 31, 32, 255, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 30};
  private static final double[] DOUBLES = {0.5, -0.0, 1e300, -1e-300, 4294967295.0, 4294967296.0, 9007199254740993.0, Double.NaN,
      Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -2147483649.0};
  private static final List<String> STRINGS = List.of("", "x", "12", " 7 ", "NaN", "length", "0x10", "\u00e9", "\ud83d\ude00");
  private static final int DEEPEST = 3;

  private final OpcodeTable table;
  private final RandomGenerator random;
  private final int level;
  private final BytecodeBuilder code;
  private int variables;
  private int firstVariable;
  private int scope;
  /** Statements that may still be made: keeps functions small. */
  private int budget;

  private RandomFunctions(OpcodeTable table, RandomGenerator random, int level) {
    this.table = table;
    this.random = random;
    this.level = level;
    code = new BytecodeBuilder(table, "f" + level);
    budget = 12 + random.nextInt(30);
  }

  /** A new function: the same for the same random numbers. */
  public static FunctionTemplate make(OpcodeTable table, RandomGenerator random) {
    return new RandomFunctions(table, random, 0).function(0);
  }

  private FunctionTemplate function(int parameters) {
    code.kind(FunctionKind.NORMAL).strict(random.nextBoolean()).parameters(parameters);
    scope = code.register();
    variables = 3 + random.nextInt(5);
    firstVariable = code.registers(variables);
    code.emit("LoadFunctionScope", scope);
    code.emit("CreateScope", scope, scope, 2);
    for (int slot = 0; slot < 2; slot++) {
      constant(firstVariable);
      code.emit("StoreScoped", scope, 0, slot, firstVariable);
    }
    for (int i = 0; i < variables; i++) {
      if (i < parameters) {
        code.emit("Move", firstVariable + i, 1 + i);
      } else {
        constant(firstVariable + i);
      }
    }
    block(0);
    int result = code.register();
    code.emit("CreateArray", result, firstVariable, variables);
    code.emit("Return", result);
    return code.build();
  }

  private int variable() {
    return firstVariable + random.nextInt(variables);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void constant(int register) {
    switch (random.nextInt(10)) {
      case 0 -> code.emit("LoadUndefined", register);
      case 1 -> code.emit("LoadNull", register);
      case 2 -> code.emit(random.nextBoolean() ? "LoadTrue" : "LoadFalse", register);
      case 3 -> code.emit("LoadConst", register, code.number(DOUBLES[random.nextInt(DOUBLES.length)]));
      case 4 -> code.emit("LoadConst", register, code.string(any(STRINGS)));
      case 5 -> code.emit("LoadInt32", register, INTEGERS[random.nextInt(INTEGERS.length)]);
      default -> code.emit("LoadInt8", register, random.nextInt(-128, 128));
    }
  }

  private void block(int depth) {
    int statements = 1 + random.nextInt(8);
    for (int i = 0; i < statements && budget > 0; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    budget--;
    int mark = code.nextRegister();
    switch (random.nextInt(depth < DEEPEST ? 20 : 15)) {
      case 0 -> constant(variable());
      case 1 -> code.emit("Move", variable(), variable());
      case 2, 3, 4 -> code.emit(any(BINARY), variable(), variable(), variable());
      case 5 -> add();
      case 6 -> code.emit(any(UNARY), variable(), variable());
      case 7 -> object();
      case 8 -> code.emit("GetProperty", variable(), variable(), code.string(any(NAMES)));
      case 9 -> code.emit("SetProperty", variable(), code.string(any(NAMES)), variable());
      case 10 -> element();
      case 11 -> scoped();
      case 12 -> global();
      case 13 -> call();
      case 14 -> code.emit(random.nextBoolean() ? "ToString" : "LogicalNot", variable(), variable());
      case 15, 16 -> condition(depth);
      case 17, 18 -> loop(depth);
      default -> attempt(depth);
    }
    code.releaseTo(mark);
  }

  /** Of a number to anything: strings grow, but not by themselves, so that they stay short. */
  private void add() {
    int number = code.register();
    code.emit("ToNumber", number, variable());
    if (random.nextBoolean()) {
      code.emit("Add", variable(), variable(), number);
    } else {
      code.emit("Add", variable(), number, variable());
    }
  }

  private void object() {
    int target = variable();
    switch (random.nextInt(3)) {
      case 0 -> code.emit("CreateObject", target, random.nextInt(4));
      case 1 -> code.emit("CreateArray", target, firstVariable, random.nextInt(variables));
      default -> {
        code.emit("CreateObject", target, 1);
        code.emit("SetProperty", target, code.string(any(NAMES)), variable());
      }
    }
  }

  /** Keys are small integers, so that arrays stay short. */
  private void element() {
    int key = code.register();
    code.emit("LoadInt8", key, random.nextInt(-2, 12));
    if (random.nextBoolean()) {
      code.emit("GetElement", variable(), variable(), key);
    } else {
      code.emit("SetElement", variable(), key, variable());
    }
  }

  private void scoped() {
    if (random.nextBoolean()) {
      code.emit("LoadScoped", variable(), scope, 0, random.nextInt(2));
    } else {
      code.emit("StoreScoped", scope, 0, random.nextInt(2), variable());
    }
  }

  private void global() {
    if (random.nextBoolean()) {
      code.emit("TypeOfGlobal", variable(), code.string(any(GLOBALS)));
    } else {
      code.emit("StoreGlobal", code.string(any(GLOBALS)), variable());
    }
  }

  private void call() {
    if (level == 2) {
      constant(variable());
      return;
    }
    int parameters = random.nextInt(4);
    int argc = random.nextInt(4);
    FunctionTemplate callee = new RandomFunctions(table, random, level + 1).function(parameters);
    int window = code.registers(4 + argc);
    code.emit("CreateClosure", window, code.function(callee), scope);
    for (int i = 0; i < argc; i++) {
      code.emit("Move", window + 4 + i, variable());
    }
    int kind = random.nextInt(3);
    if (kind == 1) {
      code.emit("Move", window + 3, variable());
    }
    code.emit(List.of("Call", "CallMethod", "Construct").get(kind), variable(), window, argc);
  }

  private void condition(int depth) {
    Label otherwise = code.newLabel();
    Label end = code.newLabel();
    if (random.nextBoolean()) {
      code.emit(any(TESTS), variable(), otherwise.operand());
    } else {
      code.emit(any(COMPARING), variable(), variable(), otherwise.operand());
    }
    block(depth + 1);
    code.emit("Jump", end.operand());
    code.bind(otherwise);
    if (random.nextBoolean()) {
      block(depth + 1);
    }
    code.bind(end);
    code.emit("Move", firstVariable, firstVariable);
  }

  /** Often short; sometimes, at the top, long enough to be entered in compiled code. */
  private void loop(int depth) {
    int counter = code.register();
    int limit = code.register();
    boolean isLong = level == 0 && depth == 0 && random.nextInt(3) == 0;
    code.emit("LoadInt8", counter, 0);
    code.emit("LoadInt8", limit, isLong ? 60 : random.nextInt(5));
    Label head = code.here();
    Label end = code.newLabel();
    code.emit("JumpIfNotLess", counter, limit, end.operand());
    block(depth + 1);
    code.emit("Inc", counter, counter);
    code.emit("JumpLoop", head.operand());
    code.bind(end);
    code.emit("Move", firstVariable, firstVariable);
  }

  private void attempt(int depth) {
    Label start = code.here();
    block(depth + 1);
    if (random.nextInt(3) == 0) {
      Label skip = code.newLabel();
      code.emit("JumpIfTrue", variable(), skip.operand());
      code.emit("Throw", variable());
      code.bind(skip);
      code.emit("Move", firstVariable, firstVariable);
    }
    Label end = code.here();
    Label after = code.newLabel();
    code.emit("Jump", after.operand());
    Label handler = code.here();
    int exception = code.register();
    code.emit("LoadException", exception);
    code.emit("TypeOf", variable(), exception);
    code.bind(after);
    code.emit("Move", firstVariable, firstVariable);
    code.handler(start, end, handler);
  }
}
