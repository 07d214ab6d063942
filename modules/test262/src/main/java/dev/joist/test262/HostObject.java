package dev.joist.test262;

import dev.joist.embedding.Engine;
import dev.joist.embedding.HostFunction;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptSyntaxException;
import dev.joist.embedding.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** What the suite expects of a host: {@code print} and {@code $262}. */
final class HostObject {
  private static final String SOURCE = read();

  private HostObject() {}

  private static String read() {
    try (InputStream resource = HostObject.class.getResourceAsStream("host.js")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Defines them.
   *
   * @param printed gets what a test prints
   */
  static void define(Engine engine, Consumer<String> printed) {
    HostFunction print = (_, arguments) -> {
      printed.accept(arguments.isEmpty() ? "" : arguments.getFirst().toString());
      return Value.UNDEFINED;
    };
    HostFunction evalScript = (_, arguments) -> evalScript(engine, arguments);
    ((ObjectValue) engine.eval("host.js", SOURCE)).call(engine.function("print", print), engine.function("evalScript", evalScript));
  }

  private static Value evalScript(Engine engine, List<Value> arguments) {
    try {
      return engine.eval("evalScript", arguments.isEmpty() ? "undefined" : arguments.getFirst().toString());
    } catch (ScriptSyntaxException e) {
      throw new ScriptException(((ObjectValue) engine.global().get("SyntaxError")).call(Value.of(e.getMessage())));
    }
  }
}
