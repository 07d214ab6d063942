package dev.joist.engine;

import dev.joist.bytecode.BytecodeException;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.bytecode.text.BytecodeSyntaxException;
import dev.joist.compiler.tier.Tiering;
import dev.joist.embedding.EngineFailure;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.HostFunction;
import dev.joist.embedding.InvalidBytecodeException;
import dev.joist.embedding.JoistException;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptInterruptedException;
import dev.joist.embedding.ScriptInterruptedException.Reason;
import dev.joist.embedding.Value;
import dev.joist.javascript.codegen.ScriptCompiler;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;
import dev.joist.library.Library;
import dev.joist.node.NodeProgram;
import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.value.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What happens on an engine's thread: scripts are compiled and run, and what leaves the engine is translated. All
 * entries from outside go through {@link #call}.
 */
final class Session implements AutoCloseable {
  private static final String INTERRUPTED = "interrupted";
  private static final String TIMED_OUT = "timed out";

  private final EngineOptions options;
  private final EngineThread thread;
  private final Vm vm;
  private final Library library;
  private final ScriptCompiler compiler;
  private final Tiering tiering;
  private final Exchange exchange;
  private final Uncaught uncaught;
  private ScheduledExecutorService timer;
  /** Held while an entry begins or ends and while one is told to end, so that nobody ends the next one by mistake. */
  private final Object gate = new Object();
  /** Entries that are running, one within another. Written on the engine's thread alone, with the gate held. */
  private int depth;
  /** Of outermost entries so far. Guarded like the depth. */
  private long evaluations;

  Session(EngineOptions options, EngineThread thread, Vm vm, Library library, ScriptCompiler compiler, Tiering tiering) {
    this.options = options;
    this.thread = thread;
    this.vm = vm;
    this.library = library;
    this.compiler = compiler;
    this.tiering = tiering;
    vm.setTiers(tiering);
    vm.setDynamicCode(new FrontEnd(vm, compiler));
    this.exchange = new Exchange(this, vm);
    this.uncaught = new Uncaught(vm);
  }

  Value eval(String name, String text) {
    return call(() -> {
      Source source = new Source(name, text);
      uncaught.addSource(source);
      BytecodeFunction script = vm.functions().link(compiler.compileForValue(source));
      return exchange.toJava(vm.call(vm.closures().create(script), vm.realm(Intrinsic.GLOBAL_OBJECT)));
    });
  }

  int runProgram(Path file, String text, List<String> arguments) {
    int[] status = new int[1];
    call(() -> {
      status[0] = new NodeProgram(library, compiler, uncaught::addSource).run(file, text, arguments);
      return Value.UNDEFINED;
    });
    return status[0];
  }

  Value runBytecode(String name, String text) {
    return call(() -> exchange.toJava(vm.call(load(name, text), Values.UNDEFINED)));
  }

  private long load(String name, String text) {
    try {
      return vm.load(BytecodeReader.read(vm.opcodes(), name, text));
    } catch (BytecodeSyntaxException e) {
      throw new InvalidBytecodeException(e.getMessage(), e);
    } catch (BytecodeException e) {
      throw new InvalidBytecodeException(name + ": " + e.getMessage(), e);
    }
  }

  ObjectValue global() {
    return (ObjectValue) call(() -> exchange.object(vm.realm(Intrinsic.GLOBAL_OBJECT)));
  }

  ObjectValue newObject() {
    return (ObjectValue) call(() -> exchange.object(vm.objects().factory().newPlain()));
  }

  ObjectValue newArray() {
    return (ObjectValue) call(() -> exchange.object(vm.objects().factory().newArray(0)));
  }

  ObjectValue function(String name, HostFunction body) {
    return (ObjectValue) call(() -> exchange.object(
        vm.closures().createNative(name, 0, false, (_, arguments) -> callHost(body, arguments))));
  }

  private long callHost(HostFunction body, Arguments arguments) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      values.add(exchange.toJava(arguments.get(i)));
    }
    Value thisValue = exchange.toJava(arguments.thisValue());
    try {
      return exchange.toWord(body.call(thisValue, values));
    } catch (ScriptException e) {
      throw vm.throwValue(exchange.toWord(e.value()));
    } catch (ScriptInterruptedException e) {
      throw vm.throwValue(Values.UNDEFINED);
    } catch (EngineFailure e) {
      throw e;
    } catch (RuntimeException e) {
      JsThrow thrown = vm.error(ErrorType.ERROR, e.toString());
      uncaught.noteHostFailure(e);
      throw thrown;
    }
  }

  /**
   * Does something on the engine's thread, and translates how it ends.
   *
   * @throws JoistException as {@link dev.joist.embedding.Engine#eval} says
   */
  Value call(Supplier<Value> work) {
    return thread.call(() -> enter(work));
  }

  private Value enter(Supplier<Value> work) {
    ScheduledFuture<?> alarm = begin();
    try {
      Value result = work.get();
      if (depth == 1) {
        // As node runs a file: the program has ended when no timer and no promise's job is left.
        library.loop().run();
      }
      return result;
    } catch (JsThrow thrown) {
      throw translate();
    } catch (JsSyntaxError e) {
      throw Syntax.toException(e);
    } catch (HeapExhausted e) {
      throw new EngineFailure("the JavaScript heap is full: " + e.getMessage() + "; raise the heap limit", e);
    } catch (MachineFault e) {
      throw new EngineFailure("compiled code failed: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new EngineFailure("the engine's Java stack is full", e);
    } finally {
      end(alarm);
    }
  }

  private ScheduledFuture<?> begin() {
    synchronized (gate) {
      depth++;
      if (depth > 1) {
        return null;
      }
      evaluations++;
      return options.timeout().isZero() ? null : setAlarm(evaluations);
    }
  }

  private ScheduledFuture<?> setAlarm(long evaluation) {
    if (timer == null) {
      timer = newTimer();
    }
    return timer.schedule(() -> timeOut(evaluation), options.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void timeOut(long evaluation) {
    synchronized (gate) {
      if (depth > 0 && evaluation == evaluations) {
        vm.terminate(TIMED_OUT);
      }
    }
  }

  private void end(ScheduledFuture<?> alarm) {
    synchronized (gate) {
      depth--;
      if (depth == 0 && vm.termination() != null) {
        vm.endTermination();
      }
    }
    if (alarm != null) {
      alarm.cancel(false);
    }
  }

  private static ScheduledExecutorService newTimer() {
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = new Thread(task, "joist-timer");
      thread.setDaemon(true);
      return thread;
    });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private JoistException translate() {
    String reason = vm.termination();
    long thrown = vm.takeException();
    if (reason == null) {
      return uncaught.toException(thrown, exchange.toJava(thrown));
    }
    return reason.equals(TIMED_OUT)
        ? new ScriptInterruptedException(Reason.TIMED_OUT, "the script took longer than " + options.timeout().toMillis() + " ms and was ended")
        : new ScriptInterruptedException(Reason.INTERRUPTED, "the script was interrupted");
  }

  /** From any thread. */
  void interrupt() {
    synchronized (gate) {
      if (depth > 0) {
        vm.terminate(INTERRUPTED);
      }
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.shutdownNow();
    }
    tiering.close();
    vm.close();
  }
}
