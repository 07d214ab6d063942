package dev.joist.engine;

import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import dev.joist.runtime.vm.DynamicCode;
import dev.joist.runtime.vm.Vm;
import java.util.function.Supplier;

/** Code made at run time, by the front end that scripts go through too. */
final class FrontEnd implements DynamicCode {
  /** What stacks call the source of an eval. */
  private static final String EVAL = "<eval>";

  private final Vm vm;
  private final ScriptCompiler compiler;

  FrontEnd(Vm vm, ScriptCompiler compiler) {
    this.vm = vm;
    this.compiler = compiler;
  }

  @Override
  public FunctionTemplate eval(String source, String context) {
    return compiled(() -> compiler.compileEval(new Source(EVAL, source), context));
  }

  @Override
  public FunctionTemplate function(String parameters, String body, FunctionKind kind) {
    return compiled(() -> compiler.compileDynamicFunction(parameters, body, kind));
  }

  private FunctionTemplate compiled(Supplier<FunctionTemplate> work) {
    try {
      return work.get();
    } catch (JsSyntaxError e) {
      throw vm.syntaxError(e.getMessage());
    }
  }
}
