package dev.joist.bytecode.text;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.FunctionTemplate.SourceRange;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the lines of one function; the functions that its constants name are read when it is finished. */
final class FunctionReader {
  private record Jump(int instruction, int at, String label, LineScanner line) {}

  private record Region(String start, String end, String target, LineScanner line) {}

  private final OpcodeTable table;
  private final String name;
  private final FunctionKind kind;
  private final boolean strict;
  private int parameters;
  private int length = -1;
  private int registers = -1;
  private int highest;
  private int sites = -1;
  private int allotted;
  private SourceRange source;
  private final ByteArrayOutputStream code = new ByteArrayOutputStream();
  private final List<Function<Map<String, FunctionTemplate>, Constant>> constants = new ArrayList<>();
  private final Map<Object, Integer> inline = new HashMap<>();
  private final List<String> needed = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<Jump> jumps = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<SourcePosition> positions = new ArrayList<>();

  FunctionReader(OpcodeTable table, LineScanner line) {
    this.table = table;
    this.name = line.string("the function's name");
    String kindName = line.word("the function's kind");
    this.kind = kind(line, kindName);
    boolean isStrict = line.hasNext();
    if (isStrict) {
      String word = line.word("strict");
      if (!word.equals("strict")) {
        throw line.error("expected strict or nothing, not '" + word + "'");
      }
    }
    this.strict = isStrict;
  }

  private static FunctionKind kind(LineScanner line, String word) {
    for (FunctionKind kind : FunctionKind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    throw line.error("'" + word + "' is no kind of function");
  }

  /** Names of the functions that {@link #finish} wants. */
  List<String> needed() {
    return needed;
  }

  void directive(String directive, LineScanner line, Map<String, String> texts) {
    switch (directive) {
      case ".parameters" -> parameters = line.integer("a number of parameters");
      case ".length" -> length = line.integer("a length");
      case ".registers" -> registers = line.integer("a number of registers");
      case ".sites" -> sites = line.integer("a number of words");
      case ".source" -> {
        String text = texts.get(line.word("the name of a text"));
        if (text == null) {
          throw line.error(".source names a .text that is not there before it");
        }
        source = new SourceRange(line.string("a file"), text, line.integer("a start"), line.integer("an end"));
      }
      case ".constant" -> {
        int index = line.numbered('k', "a constant");
        if (index != constants.size()) {
          throw line.error("the next constant is k" + constants.size() + ", not k" + index);
        }
        constants.add(constant(line));
      }
      case ".handler" -> regions.add(new Region(line.word("a label"), line.word("a label"), line.word("a label"), line));
      case ".position" -> positions.add(new SourcePosition(code.size(), line.integer("a line"), line.integer("a column"),
          line.hasNext() ? line.string("what is called") : null));
      default -> throw line.error("unknown directive " + directive);
    }
  }

  private Function<Map<String, FunctionTemplate>, Constant> constant(LineScanner line) {
    String word = line.word("a kind of constant");
    return switch (word) {
      case "number" -> of(new Constant.Num(line.number("a number")));
      case "string" -> of(new Constant.Str(line.string("a string")));
      case "function" -> function(line.word("a function"));
      case "keys" -> of(new Constant.Keys(strings(line)));
      case "template" -> {
        List<String> cooked = strings(line);
        expect(line, "raw");
        yield of(new Constant.TemplateStrings(cooked, strings(line)));
      }
      case "globals" -> {
        expect(line, "vars");
        List<String> vars = strings(line);
        expect(line, "functions");
        List<String> functions = strings(line);
        expect(line, "lexicals");
        List<String> lexicals = strings(line);
        expect(line, "constants");
        yield of(new Constant.GlobalDeclarations(vars, functions, lexicals, strings(line)));
      }
      default -> throw line.error("'" + word + "' is no kind of constant");
    };
  }

  private static Function<Map<String, FunctionTemplate>, Constant> of(Constant constant) {
    return _ -> constant;
  }

  private Function<Map<String, FunctionTemplate>, Constant> function(String label) {
    needed.add(label);
    return functions -> new Constant.Function(functions.get(label));
  }

  private static void expect(LineScanner line, String expected) {
    String word = line.word(expected);
    if (!word.equals(expected)) {
      throw line.error("expected " + expected + ", not '" + word + "'");
    }
  }

  /** Strings, and null for missing ones, as far as they go. */
  private static List<String> strings(LineScanner line) {
    List<String> values = new ArrayList<>();
    while (line.nextIsString() || line.nextIsNull()) {
      if (line.nextIsString()) {
        values.add(line.string("a string"));
      } else {
        line.word("null");
        values.add(null);
      }
    }
    return values;
  }

  void label(String label, LineScanner line) {
    if (labels.putIfAbsent(label, code.size()) != null) {
      throw line.error("label " + label + " is there twice");
    }
  }

  void instruction(String opcode, LineScanner line) {
    int number = table.find(opcode).orElseThrow(() -> line.error("unknown opcode '" + opcode + "'"));
    OpcodeDescriptor descriptor = table.descriptor(number);
    int start = code.size();
    code.write(number);
    int group = -1;
    for (Operand operand : descriptor.operands()) {
      int value = operand(operand, start, line);
      put(operand.kind().bytes(), value);
      switch (operand.kind()) {
        case RANGE -> group = value;
        case WINDOW -> group = value + 4;
        case COUNT -> {
          if (group >= 0 && value > 0) {
            register(group + value - 1, line);
          }
          group = -1;
        }
        default -> { }
      }
    }
  }

  private int operand(Operand operand, int start, LineScanner line) {
    String what = operand.name();
    return switch (operand.kind()) {
      case DEF, USE, USE_DEF -> register(line.numbered('r', what), line);
      case RANGE -> within(line, what, line.numbered('r', what), 0, 255);
      case WINDOW -> {
        int window = line.numbered('r', what);
        register(window + 3, line);
        yield window;
      }
      case COUNT -> within(line, what, line.integer(what), 0, 255);
      case UINT16 -> within(line, what, line.integer(what), 0, 65535);
      case INT8 -> within(line, what, line.integer(what), -128, 127);
      case INT32 -> line.integer(what);
      case CONSTANT -> within(line, what, constantOperand(line, what), 0, 65535);
      case SITE -> {
        if (sites >= 0) {
          yield within(line, what, line.numbered('s', what), 0, 65535);
        }
        int site = allotted;
        allotted += operand.site().words();
        yield site;
      }
      case TARGET -> {
        jumps.add(new Jump(start, code.size(), line.word("a label"), line));
        yield 0;
      }
    };
  }

  private int register(int register, LineScanner line) {
    highest = Math.max(highest, within(line, "register", register, 0, 255));
    return register;
  }

  private static int within(LineScanner line, String what, int value, int low, int high) {
    if (value < low || value > high) {
      throw line.error(what + " is " + value + ", not within " + low + " to " + high);
    }
    return value;
  }

  private int constantOperand(LineScanner line, String what) {
    if (line.nextIsString()) {
      Constant string = new Constant.Str(line.string(what));
      return inline.computeIfAbsent(string, _ -> append(of(string)));
    }
    String word = line.word(what);
    if (word.matches("k\\d{1,5}")) {
      return Integer.parseInt(word.substring(1));
    }
    if (word.matches("[-+.0-9].*|NaN|Infinity")) {
      Constant number = new Constant.Num(Double.parseDouble(word));
      return inline.computeIfAbsent(number, _ -> append(of(number)));
    }
    return inline.computeIfAbsent(word, _ -> append(function(word)));
  }

  private int append(Function<Map<String, FunctionTemplate>, Constant> constant) {
    constants.add(constant);
    return constants.size() - 1;
  }

  private void put(int bytes, int value) {
    for (int i = 0; i < bytes; i++) {
      code.write(value >> 8 * i);
    }
  }

  /** The function; those that it names must be there. */
  FunctionTemplate finish(Map<String, FunctionTemplate> functions) {
    byte[] bytes = code.toByteArray();
    for (Jump jump : jumps) {
      int distance = offset(jump.label, jump.line) - jump.instruction;
      for (int i = 0; i < 4; i++) {
        bytes[jump.at + i] = (byte) (distance >> 8 * i);
      }
    }
    List<Handler> handlers = regions.stream()
        .map(r -> new Handler(offset(r.start, r.line), offset(r.end, r.line), offset(r.target, r.line))).toList();
    return new FunctionTemplate(name, kind, strict, parameters, length >= 0 ? length : parameters,
        registers >= 0 ? registers : Math.max(highest, parameters) + 1, bytes, constants.stream().map(c -> c.apply(functions)).toList(), handlers,
        sites >= 0 ? sites : allotted, positions, source);
  }

  private int offset(String label, LineScanner line) {
    Integer offset = labels.get(label);
    if (offset == null) {
      throw line.error("no label " + label + " in this function");
    }
    return offset;
  }
}
