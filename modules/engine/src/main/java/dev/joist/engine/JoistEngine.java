package dev.joist.engine;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineFailure;
import dev.joist.embedding.EngineStatistics;
import dev.joist.embedding.HostFunction;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.Value;
import dev.joist.engine.Listings.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The engine as its thread, and what happens on it. */
final class JoistEngine implements Engine {
  private final EngineThread thread;
  private final Session session;
  private final Statistics statistics;
  private final Supplier<MachineListings> listings;
  private boolean closed;

  JoistEngine(EngineThread thread, Session session, Statistics statistics, Supplier<MachineListings> listings) {
    this.thread = thread;
    this.session = session;
    this.statistics = statistics;
    this.listings = listings;
  }

  @Override
  public Value eval(String name, String source) {
    return use(open -> open.eval(name, source));
  }

  @Override
  public int runProgram(Path file, String source, List<String> arguments) {
    return use(open -> open.runProgram(file, source, arguments));
  }

  @Override
  public Value runBytecode(String name, String text) {
    return use(open -> open.runBytecode(name, text));
  }

  @Override
  public ObjectValue global() {
    return use(Session::global);
  }

  @Override
  public ObjectValue newObject() {
    return use(Session::newObject);
  }

  @Override
  public ObjectValue newArray() {
    return use(Session::newArray);
  }

  @Override
  public ObjectValue function(String name, HostFunction function) {
    return use(open -> open.function(name, function));
  }

  @Override
  public EngineStatistics statistics() {
    checkOpen();
    return thread.call(statistics::now);
  }

  List<Listing> machineListings() {
    return thread.call(() -> listings.get().all());
  }

  private <T> T use(Function<Session, T> work) {
    checkOpen();
    try {
      return work.apply(session);
    } catch (EngineFailure failure) {
      close();
      throw failure;
    }
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("this engine is closed");
    }
  }

  @Override
  public void interrupt() {
    session.interrupt();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    session.interrupt();
    thread.call(() -> {
      session.close();
      return null;
    });
    thread.close();
  }
}
