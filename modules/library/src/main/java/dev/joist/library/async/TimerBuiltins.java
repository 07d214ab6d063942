package dev.joist.library.async;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** setTimeout and its like, and queueMicrotask. */
public final class TimerBuiltins extends Natives {
  private static final String TIMEOUT_MEMBERS = "ref/0, unref/0, hasRef/0, refresh/0, close/0, @@toPrimitive/0";

  private final Jobs jobs;
  private final Root timeoutPrototype;
  private final Root immediatePrototype;
  private final Map<Integer, Timer> active = new HashMap<>();
  private int lastId;

  public TimerBuiltins(Builtins builtins, Jobs jobs) {
    super(builtins);
    this.jobs = jobs;
    timeoutPrototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    builtins.define().constructor("Timeout", 0, this, timeoutPrototype.get());
    builtins.define().members(timeoutPrototype.get(), TIMEOUT_MEMBERS, this);
    immediatePrototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    builtins.define().constructor("Immediate", 0, this, immediatePrototype.get());
  }

  /** The object that setTimeout answers. */
  private record Timeout(Timer timer) implements Traced {
    @Override
    public void trace(Marker marker) {
      timer.trace(marker);
    }
  }

  /** The object that setImmediate answers. */
  private record Immediate(Jobs.Job job) implements Traced, Inspectable {
    @Override
    public void trace(Marker marker) {
      job.trace(marker);
    }

    @Override
    public Shown show(long object) {
      return Shown.braces("Immediate", List.of(), List.of());
    }
  }

  /** Makes one of the global functions. */
  public long make(String name, int length) {
    return builtins.define().function(name, length, this, name);
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "setTimeout" -> start(a, false);
      case "setInterval" -> start(a, true);
      case "setImmediate" -> immediate(a);
      case "clearTimeout", "clearInterval" -> clear(a.get(0));
      case "clearImmediate" -> {
        if (js.payload(a.get(0)) instanceof Immediate immediate) {
          jobs.removeImmediate(immediate.job);
        }
        yield Values.UNDEFINED;
      }
      case "queueMicrotask" -> {
        requireCallback(a.get(0));
        jobs.addMicrotask(new Jobs.Callback(vm, a.get(0)));
        yield Values.UNDEFINED;
      }
      case "Timeout", "Immediate" -> throw vm.typeError("Illegal constructor");
      default -> onTimeout(a, member);
    };
  }

  private void requireCallback(long callback) {
    if (!js.isCallable(callback)) {
      throw vm.typeError("The \"callback\" argument must be of type function. Received " + js.describe(callback));
    }
  }

  private long start(Arguments a, boolean repeating) {
    requireCallback(a.get(0));
    double delay = js.toNumber(a.get(1));
    Timer timer = new Timer(vm, ++lastId, a.get(0), a.from(2), delay, repeating);
    active.put(timer.id(), timer);
    jobs.addTimer(timer);
    return js.newHost(timeoutPrototype.get(), new Timeout(timer));
  }

  private long immediate(Arguments a) {
    requireCallback(a.get(0));
    Jobs.Job job = new Jobs.Callback(vm, a.get(0), a.from(1));
    jobs.addImmediate(job);
    return js.newHost(immediatePrototype.get(), new Immediate(job));
  }

  private long clear(long value) {
    Timer timer = js.payload(value) instanceof Timeout timeout ? timeout.timer : byId(value);
    if (timer != null) {
      timer.clear();
      jobs.removeTimer(timer);
      active.remove(timer.id());
    }
    return Values.UNDEFINED;
  }

  private Timer byId(long value) {
    if (js.isObject(value) || Values.isNullish(value)) {
      return null;
    }
    double number = js.toNumber(value);
    return active.get((int) number);
  }

  private long onTimeout(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof Timeout timeout)) {
      throw js.describe().incompatible("Timeout.prototype." + member, a.thisValue());
    }
    Timer timer = timeout.timer;
    switch (member) {
      case "ref" -> timer.setKeepsAlive(true);
      case "unref" -> timer.setKeepsAlive(false);
      case "hasRef" -> {
        return Values.bool(timer.keepsAlive());
      }
      case "refresh" -> {
        jobs.removeTimer(timer);
        timer.refresh();
        jobs.addTimer(timer);
      }
      case "close" -> clear(a.thisValue());
      case "@@toPrimitive" -> {
        return Values.int32(timer.id());
      }
      default -> throw unknown(member);
    }
    return a.thisValue();
  }
}
