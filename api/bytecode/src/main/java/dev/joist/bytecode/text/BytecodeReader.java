package dev.joist.bytecode.text;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads bytecode as text. Only its form is checked: the result is still to be verified. */
public final class BytecodeReader {
  private final OpcodeTable table;
  private final String file;
  private final Map<String, FunctionReader> readers = new LinkedHashMap<>();
  private final Map<String, LineScanner> declarations = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, FunctionTemplate> finished = new HashMap<>();
  private final Set<String> inProgress = new HashSet<>();

  private BytecodeReader(OpcodeTable table, String file) {
    this.table = table;
    this.file = file;
  }

  /**
   * The first function of a text.
   *
   * @param file what errors call the text
   * @throws BytecodeSyntaxException naming file and line
   */
  public static FunctionTemplate read(OpcodeTable table, String file, String text) {
    return new BytecodeReader(table, file).read(text);
  }

  private FunctionTemplate read(String text) {
    FunctionReader current = null;
    int number = 0;
    for (String content : text.split("\n", -1)) {
      LineScanner line = new LineScanner(file, ++number, content.stripTrailing());
      if (!line.hasNext()) {
        continue;
      }
      String word = line.word("a directive, a label or an opcode");
      if (current == null) {
        current = topLevel(word, line);
      } else if (word.equals(".end")) {
        current = null;
      } else if (word.startsWith(".")) {
        current.directive(word, line, texts);
      } else {
        inFunction(current, word, line);
      }
      line.end();
    }
    if (current != null || readers.isEmpty()) {
      throw new BytecodeSyntaxException(file, number, current != null ? "the last function has no .end" : "there is no .function");
    }
    return finish(readers.keySet().iterator().next(), null);
  }

  private FunctionReader topLevel(String word, LineScanner line) {
    switch (word) {
      case ".text" -> {
        texts.put(line.word("the text's name"), line.string("the text"));
        return null;
      }
      case ".function" -> {
        String label = line.word("the function's label");
        FunctionReader reader = new FunctionReader(table, line);
        if (readers.putIfAbsent(label, reader) != null) {
          throw line.error("function " + label + " is there twice");
        }
        declarations.put(label, line);
        return reader;
      }
      default -> throw line.error("expected .function or .text, not '" + word + "'");
    }
  }

  private static void inFunction(FunctionReader function, String first, LineScanner line) {
    String word = first;
    while (word.endsWith(":")) {
      function.label(word.substring(0, word.length() - 1), line);
      if (!line.hasNext()) {
        return;
      }
      word = line.word("an opcode");
    }
    function.instruction(word, line);
  }

  private FunctionTemplate finish(String label, LineScanner user) {
    FunctionTemplate known = finished.get(label);
    if (known != null) {
      return known;
    }
    FunctionReader reader = readers.get(label);
    if (reader == null) {
      throw user.error("this function names " + label + ", which is not there");
    }
    if (!inProgress.add(label)) {
      throw user.error("function " + label + " is a constant of itself");
    }
    for (String needed : reader.needed()) {
      finish(needed, declarations.get(label));
    }
    FunctionTemplate function = reader.finish(finished);
    finished.put(label, function);
    return function;
  }
}
