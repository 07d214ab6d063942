package dev.joist.javascript.codegen;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.javascript.source.Source;
import dev.joist.plugin.call.CallOpcodes;
import dev.joist.plugin.core.CoreOpcodes;
import dev.joist.plugin.property.PropertyOpcodes;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of code generation share. */
final class Compiling {
  /** The opcodes that the front end emits. */
  static final OpcodeTable OPCODES =
      new OpcodeTable(
          Stream.of(CoreOpcodes.descriptors(), PropertyOpcodes.descriptors(), CallOpcodes.descriptors())
              .flatMap(List::stream)
              .toList());

  private Compiling() {}

  static FunctionTemplate compile(String text) {
    return new ScriptCompiler(OPCODES).compileScript(new Source("test.js", text));
  }
}
