package dev.joist.compiler.tier;

import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Link;
import dev.joist.runtime.vm.MachineCalls;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.abi.Request;
import dev.joist.spi.host.UpcallHandler;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.DeoptReason;

/**
 * Answers what machine code asks. Nothing is thrown into machine code: what is no JavaScript exception waits until it
 * has been left.
 */
final class MachineRequests implements UpcallHandler {
  private final Vm vm;
  private final Tiering tiering;
  private final TierStatistics statistics;
  private final Deoptimizer deoptimizer;
  private Throwable failure;

  MachineRequests(Vm vm, Tiering tiering, TierStatistics statistics) {
    this.vm = vm;
    this.tiering = tiering;
    this.statistics = statistics;
    deoptimizer = new Deoptimizer(vm, tiering);
  }

  /** What one request does. */
  private interface Answer {
    long give();
  }

  @Override
  public long dispatch(long kind, long argument) {
    long base = Memory.getLong(vm.context() + Layout.CONTEXT_BASE);
    statistics.slowPath();
    return switch ((int) kind) {
      case Request.MEANING -> guarded(Request.THROWN, () -> meaning(base, (int) argument));
      case Request.INTERPRET, Request.CONSTRUCT -> {
        countCall(base);
        yield guarded(Layout.EXCEPTION, () -> MachineCalls.run(vm, base));
      }
      case Request.RESUME -> guarded(Layout.EXCEPTION, () -> deoptimize(base, argument));
      case Request.SUSPEND -> guarded(Request.THROWN, () -> suspend(base, (int) argument));
      case Request.POLL -> guarded(Request.THROWN, () -> poll(base, (int) argument));
      case Request.ENTRY_CHECK -> guarded(Request.THROWN, () -> checkEntry(base));
      case Request.CREATE_THIS -> guarded(Request.THROWN, () -> {
        countCall(base);
        MachineCalls.createThis(vm, base);
        return 0;
      });
      case Request.BOX_DOUBLE -> vm.boxAlways(Double.longBitsToDouble(argument));
      default -> guarded(Layout.EXCEPTION, () -> {
        throw new IllegalStateException("machine code makes request " + kind + ", which nobody knows");
      });
    };
  }

  /** @param thrown what says that an exception is pending */
  private long guarded(long thrown, Answer answer) {
    int natives = vm.nativeDepth();
    try {
      return answer.give();
    } catch (JsThrow exception) {
      vm.setNativeDepth(natives);
      return pending(thrown);
    } catch (HeapExhausted exhausted) {
      vm.setNativeDepth(natives);
      vm.heapExhausted(exhausted);
      return pending(thrown);
    } catch (Throwable other) {
      if (failure == null) {
        failure = other;
        vm.terminate("an error inside the engine");
      }
      return pending(thrown);
    }
  }

  private long pending(long thrown) {
    if (thrown == Request.THROWN && vm.termination() != null) {
      // Nothing catches that: the function is left, whatever handlers it has.
      return finished(Layout.EXCEPTION);
    }
    return thrown;
  }

  private long finished(long result) {
    Memory.putLong(vm.context() + Layout.CONTEXT_RESULT, result);
    return Request.FINISHED;
  }

  /** After machine code has been left: throws what could not be thrown through it. */
  void rethrowFailure() {
    if (failure != null) {
      Throwable thrown = failure;
      switch (thrown) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(thrown);
      }
    }
  }

  private BytecodeFunction topmost(long base, int pc) {
    BytecodeFunction function = vm.bytecodeAt(base);
    vm.setFrame(base, function);
    vm.at(pc);
    return function;
  }

  /** The topmost frame asks: what it asks for is for the instruction that called it to answer. */
  private void countCall(long base) {
    long link = Vm.link(base);
    statistics.slowPaths().count(vm.bytecodeAt(base - Link.delta(link)), Link.offset(link));
  }

  private long meaning(long base, int pc) {
    BytecodeFunction function = topmost(base, pc);
    statistics.slowPaths().count(function, pc);
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    int next = vm.interpreter().step(vm, function.code(), base, pc);
    if (tiering.compiledAgain(function)) {
      topmost(base, next);
      // What is thrown from now on has left the frame: the instruction at work throws nothing.
      return finished(guarded(Layout.EXCEPTION, () -> deoptimizer.resume(function, base, next)));
    }
    return next;
  }

  private long suspend(long base, int pc) {
    BytecodeFunction function = topmost(base, pc);
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    deoptimizer.asEntry(base, () -> vm.interpreter().step(vm, function.code(), base, pc));
    return finished(vm.result());
  }

  private long deoptimize(long base, long argument) {
    int pc = (int) (argument & Request.RESUME_OFFSET_MASK);
    int guard = (int) (argument >>> Request.RESUME_GUARD_SHIFT & Request.RESUME_OFFSET_MASK);
    DeoptReason reason = DeoptReason.values()[(int) (argument >>> Request.RESUME_REASON_SHIFT)];
    BytecodeFunction function = topmost(base, pc);
    statistics.deoptimized();
    statistics.slowPaths().count(function, guard);
    deoptimizer.note(function, guard, reason);
    return deoptimizer.resume(function, base, pc);
  }

  private long poll(long base, int pc) {
    topmost(base, pc);
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    return pc;
  }

  private long checkEntry(long base) {
    BytecodeFunction function = topmost(base, 0);
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    if (base > vm.stack().limit()) {
      long link = Vm.link(base);
      if (!Link.isEntry(link)) {
        topmost(base - Link.delta(link), Link.offset(link));
      }
      vm.stackLimitPassed(base);
    }
    return 0;
  }
}
