package dev.joist.engine;

import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import dev.joist.runtime.vm.DynamicCode;
import dev.joist.runtime.vm.Vm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Code made at run time, by the front end that scripts go through too. */
final class FrontEnd implements DynamicCode {
  /** What stacks call the source of an eval. */
  private static final String EVAL = "<eval>";

  /** How many texts that eval has compiled are remembered. */
  private static final int REMEMBERED = 256;

  /** A text, and where a direct eval stands. */
  private record Evaluated(String source, String context) {}

  private final Vm vm;
  private final ScriptCompiler compiler;
  private final Map<Evaluated, FunctionTemplate> evaluated = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Evaluated, FunctionTemplate> eldest) {
      return size() > REMEMBERED;
    }
  };

  FrontEnd(Vm vm, ScriptCompiler compiler) {
    this.vm = vm;
    this.compiler = compiler;
  }

  @Override
  public FunctionTemplate eval(String source, String context) {
    // Each evaluation of a tagged template's code is to have template objects of its own; others cannot be told apart.
    if (source.indexOf('`') >= 0) {
      return compiled(() -> compiler.compileEval(new Source(EVAL, source), context));
    }
    Evaluated key = new Evaluated(source, context);
    FunctionTemplate known = evaluated.get(key);
    if (known == null) {
      known = compiled(() -> compiler.compileEval(new Source(EVAL, source), context));
      evaluated.put(key, known);
    }
    return known;
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
