package dev.joist.node;

import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.Source;
import dev.joist.library.Library;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A program run as node runs a file: the file is a CommonJS module, and the program has ended when nothing is left to do or it says so. */
public final class NodeProgram {
  private final Vm vm;
  private final Library library;
  private final ProcessObject process;
  private final ModuleLoader loader;

  /** @param sources hears of each source that is compiled, so that reports can show its lines */
  public NodeProgram(Library library, ScriptCompiler compiler, Consumer<Source> sources) {
    this.library = library;
    this.vm = library.builtins().vm();
    this.process = new ProcessObject(library);
    this.loader = new ModuleLoader(library.builtins(), new FileCompiler(vm, compiler, sources), process);
  }

  /**
   * Runs a program to its end.
   *
   * @param file where it was found; its directory is where {@code require} begins
   * @param text its text
   * @param arguments what it finds in {@code process.argv} from index 2 on
   * @return its exit status
   * @throws JsThrow when an exception is not caught
   * @throws dev.joist.javascript.source.JsSyntaxError when the file cannot be compiled
   */
  public int run(Path file, String text, List<String> arguments) {
    Path absolute = file.toAbsolutePath().normalize();
    process.install(absolute.toString(), arguments, loader);
    try {
      loader.runMain(absolute, text);
      library.loop().run();
      process.emitExit();
      return process.exitCode();
    } catch (JsThrow thrown) {
      if (!process.hasExited()) {
        throw thrown;
      }
      vm.takeException();
      library.loop().clear();
      vm.endTermination();
      return process.exitCode();
    }
  }
}
