package dev.joist.engine;

import com.google.inject.Injector;
import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineProvider;

/** Makes engines, each wired by an injector of its own that shares what is stateless. */
public final class JoistEngineProvider implements EngineProvider {
  /**
   * Reserved, not committed. Java nests as deep as JavaScript does through built-ins that call back, and where compiled and interpreted functions call
   * each other: that takes some 7 KiB a call before HotSpot has compiled what lies between, and the VM stack holds more than 20,000 small frames.
   */
  private static final long STACK_BYTES = 256L << 20;

  /** For ServiceLoader. */
  public JoistEngineProvider() {}

  @Override
  public Engine create(EngineOptions options) {
    return newEngine(options);
  }

  static JoistEngine newEngine(EngineOptions options) {
    ValueChoice.select(options.strategies().values());
    EngineThread thread = new EngineThread(STACK_BYTES);
    try {
      Injector injector = Installation.injector(options.pluginPath()).createChildInjector(new EngineModule(options, thread));
      return thread.call(() -> injector.getInstance(JoistEngine.class));
    } catch (RuntimeException | Error e) {
      thread.close();
      throw Wiring.cause(e);
    }
  }
}
