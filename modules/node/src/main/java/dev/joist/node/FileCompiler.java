package dev.joist.node;

import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.Source;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.function.Consumer;

/** Makes the functions that CommonJS modules are. */
final class FileCompiler {
  private final Vm vm;
  private final ScriptCompiler compiler;
  private final Consumer<Source> sources;

  FileCompiler(Vm vm, ScriptCompiler compiler, Consumer<Source> sources) {
    this.vm = vm;
    this.compiler = compiler;
    this.sources = sources;
  }

  /**
   * The function of {@code exports, require, module, __filename, __dirname}. A safepoint.
   *
   * @throws dev.joist.javascript.source.JsSyntaxError when there is none
   */
  long compile(String file, String text) {
    sources.accept(new Source(file, text));
    return vm.call(vm.closures().create(vm.functions().link(compiler.compileModule(file, text))), Values.UNDEFINED);
  }
}
