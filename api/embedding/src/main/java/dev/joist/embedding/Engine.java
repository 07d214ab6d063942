package dev.joist.embedding;

import java.nio.file.Path;
import java.util.List;

/**
 * Runs JavaScript. An engine has its own heap, globals and compiled code; engines share nothing that a program can see.
 *
 * <p>JavaScript runs on a thread of the engine, which has a deep stack; the methods here wait for it, and may be called
 * from any thread, one at a time. A {@link HostFunction} runs on the engine's thread and may use the engine.
 *
 * <p>All methods but {@link #interrupt} and {@link #close} throw {@link IllegalStateException} on a closed engine.
 */
public interface Engine extends AutoCloseable {
  /** An engine with {@link EngineOptions#DEFAULTS}. */
  static Engine create() {
    return create(EngineOptions.DEFAULTS);
  }

  /**
   * An engine.
   *
   * @throws ConfigurationException when an option names something unknown, or the installation is broken
   */
  static Engine create(EngineOptions options) {
    return EngineProvider.find().create(options);
  }

  /**
   * Runs a script under the name {@code <eval>}.
   *
   * @return the value of its last expression statement
   * @throws ScriptSyntaxException when it cannot be compiled
   * @throws ScriptException when it throws
   * @throws ScriptInterruptedException when it is interrupted or takes too long
   * @throws EngineFailure when the engine cannot go on; it is closed then
   */
  default Value eval(String source) {
    return eval("<eval>", source);
  }

  /**
   * Runs a script.
   *
   * @param name what stacks and errors call it, usually a file's path
   * @throws RuntimeException as {@link #eval(String)}
   */
  Value eval(String name, String source);

  /**
   * Runs a program as node runs a file: the file is a CommonJS module, which finds {@code require} and {@code process}, and the program
   * has ended when its timers and promises have, or when it calls {@code process.exit}. Once an engine.
   *
   * @param file where the program was found; it need not be there, but {@code require} looks for files beside it
   * @param source the program's text
   * @param arguments what the program finds in {@code process.argv} from index 2 on
   * @return its exit status
   * @throws RuntimeException as {@link #eval(String)}
   */
  int runProgram(Path file, String source, List<String> arguments);

  /**
   * Runs a program of bytecode in its text form, as {@code joist disasm} writes it: for languages other than JavaScript, and for
   * experiments.
   *
   * @param name what errors call it, usually a file's path
   * @return what the outermost function returns
   * @throws InvalidBytecodeException when it cannot be read, or the verifier refuses it
   * @throws RuntimeException as {@link #eval(String)}
   */
  Value runBytecode(String name, String text);

  /** The global object. */
  ObjectValue global();

  /** A new, empty object. */
  ObjectValue newObject();

  /** A new, empty array. */
  ObjectValue newArray();

  /**
   * A JavaScript function that calls Java.
   *
   * @param name its {@code name} property
   */
  ObjectValue function(String name, HostFunction function);

  /**
   * Makes the running script end with {@link ScriptInterruptedException} soon; without one, does nothing. May be called from any
   * thread.
   */
  void interrupt();

  /** What the engine has done so far. */
  EngineStatistics statistics();

  /** Frees the engine's memory and thread. A running script is interrupted first. Again: does nothing. */
  @Override
  void close();
}
