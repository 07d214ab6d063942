package dev.joist.bytecode.text;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Writes verified functions as text that {@link BytecodeReader} reads back to equal ones. */
public final class BytecodeWriter {
  private final OpcodeTable table;
  private final StringBuilder out = new StringBuilder();
  private final Map<FunctionTemplate, String> names = new IdentityHashMap<>();
  private final List<FunctionTemplate> functions = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private BytecodeWriter(OpcodeTable table) {
    this.table = table;
  }

  /** The text of a function and all that its constants hold. */
  public static String write(OpcodeTable table, FunctionTemplate function) {
    BytecodeWriter writer = new BytecodeWriter(table);
    writer.collect(function);
    writer.texts.forEach((text, name) -> writer.line(".text " + name + " " + Quoting.quote(text)));
    writer.functions.forEach(writer::function);
    return writer.out.toString();
  }

  /** One instruction as text, with absolute jump targets: {@code Add r3, r1, r2, s0}. */
  public static String instruction(OpcodeTable table, byte[] code, int pc) {
    OpcodeDescriptor descriptor = table.descriptor(code[pc] & 0xff);
    StringBuilder text = new StringBuilder(descriptor.name());
    int at = pc + 1;
    String separator = " ";
    for (Operand operand : descriptor.operands()) {
      text.append(separator).append(operand(operand, code, pc, at));
      separator = ", ";
      at += operand.kind().bytes();
    }
    return text.toString();
  }

  private static String operand(Operand operand, byte[] code, int pc, int at) {
    return switch (operand.kind()) {
      case DEF, USE, USE_DEF, RANGE, WINDOW -> "r" + CodeReader.u8(code, at);
      case COUNT -> Integer.toString(CodeReader.u8(code, at));
      case UINT16 -> Integer.toString(CodeReader.u16(code, at));
      case INT8 -> Integer.toString(CodeReader.i8(code, at));
      case INT32 -> Integer.toString(CodeReader.i32(code, at));
      case CONSTANT -> "k" + CodeReader.u16(code, at);
      case SITE -> "s" + CodeReader.u16(code, at);
      case TARGET -> "L" + (pc + CodeReader.i32(code, at));
    };
  }

  private void collect(FunctionTemplate function) {
    if (names.containsKey(function)) {
      return;
    }
    names.put(function, "f" + functions.size());
    functions.add(function);
    if (function.source() != null) {
      texts.computeIfAbsent(function.source().text(), _ -> "t" + texts.size());
    }
    for (Constant constant : function.constants()) {
      if (constant instanceof Constant.Function nested) {
        collect(nested.template());
      }
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void function(FunctionTemplate function) {
    line(".function " + names.get(function) + " " + Quoting.quote(function.name()) + " " + function.kind().name().toLowerCase(Locale.ROOT)
        + (function.strict() ? " strict" : ""));
    line(".parameters " + function.parameterCount());
    line(".length " + function.length());
    line(".registers " + function.registerCount());
    line(".sites " + function.siteWords());
    if (function.source() != null) {
      FunctionTemplate.SourceRange source = function.source();
      line(".source " + texts.get(source.text()) + " " + Quoting.quote(source.file()) + " " + source.start() + " " + source.end());
    }
    for (int i = 0; i < function.constants().size(); i++) {
      line(".constant k" + i + " " + constant(function.constants().get(i)));
    }
    for (Handler handler : function.handlers()) {
      line(".handler L" + handler.start() + " L" + handler.end() + " L" + handler.target());
    }
    code(function);
    line(".end");
  }

  private String constant(Constant constant) {
    return switch (constant) {
      case Constant.Num number -> "number " + number.value();
      case Constant.Str string -> "string " + Quoting.quote(string.value());
      case Constant.Function nested -> "function " + names.get(nested.template());
      case Constant.Keys keys -> "keys" + strings(keys.names());
      case Constant.TemplateStrings template -> "template" + strings(template.cooked()) + " raw" + strings(template.raw());
      case Constant.GlobalDeclarations globals -> "globals vars" + strings(globals.vars()) + " functions" + strings(globals.functions())
          + " lexicals" + strings(globals.lexicals()) + " constants" + strings(globals.constants());
    };
  }

  private static String strings(List<String> values) {
    StringBuilder text = new StringBuilder();
    for (String value : values) {
      text.append(' ').append(value == null ? "null" : Quoting.quote(value));
    }
    return text.toString();
  }

  private void code(FunctionTemplate function) {
    byte[] code = function.code();
    TreeSet<Integer> labels = new TreeSet<>();
    for (Handler handler : function.handlers()) {
      labels.addAll(List.of(handler.start(), handler.end(), handler.target()));
    }
    for (int pc = 0; pc < code.length; pc += table.descriptor(code[pc] & 0xff).length()) {
      int at = pc + 1;
      for (Operand operand : table.descriptor(code[pc] & 0xff).operands()) {
        if (operand.kind() == OperandKind.TARGET) {
          labels.add(pc + CodeReader.i32(code, at));
        }
        at += operand.kind().bytes();
      }
    }
    int position = 0;
    for (int pc = 0; pc < code.length; pc += table.descriptor(code[pc] & 0xff).length()) {
      for (; position < function.positions().size() && function.positions().get(position).offset() == pc; position++) {
        SourcePosition source = function.positions().get(position);
        line(".position " + source.line() + " " + source.column() + (source.callee() == null ? "" : " " + Quoting.quote(source.callee())));
      }
      if (labels.contains(pc)) {
        line("L" + pc + ":");
      }
      line("  " + instruction(table, code, pc));
    }
    if (labels.contains(code.length)) {
      line("L" + code.length + ":");
    }
  }
}
