package dev.joist.node;

import dev.joist.library.Library;
import dev.joist.library.async.Jobs;
import dev.joist.library.core.LazyValues;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.HeapStatistics;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The global {@code process}. What it is asked for rarely is made when it is. */
final class ProcessObject extends Natives implements LazyValues {
  private static final String MEMBERS = "exit/1, reallyExit/1, cwd/0, uptime/0, hrtime/1, memoryUsage/0, nextTick/1, emitWarning/1, umask/0, "
      + "on/2, addListener/2, once/2, off/2, removeListener/2, removeAllListeners/1, prependListener/2, emit/1, listeners/1, listenerCount/1";
  private static final String LAZY = "env versions stdout stderr stdin release config features allowedNodeEnvironmentFlags";
  private static final String STREAM_MEMBERS = "write/1, end/1, on/2, once/2, removeListener/2, emit/1";
  private static final String EXIT = "exit";
  /** The version of node whose modules these are modelled on: programs ask for it to know what they may use. */
  private static final String NODE_VERSION = "20.0.0";

  private final Jobs jobs;
  private final long start = System.nanoTime();
  private final Set<String> unmade = new LinkedHashSet<>(Arrays.asList(LAZY.split(" ")));
  private final Root object;
  private ModuleLoader loader;
  private boolean listening;
  private boolean exiting;

  ProcessObject(Library library) {
    super(library.builtins());
    jobs = library.jobs();
    object = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the object global, for a program. */
  void install(String file, List<String> arguments, ModuleLoader itsLoader) {
    loader = itsLoader;
    long argv = js.newArray(arguments.size() + 2L);
    js.createDataProperty(object.get(), key("argv"), argv);
    js.createIndex(argv, 0, text("joist"));
    js.createIndex(argv, 1, text(file));
    for (int i = 0; i < arguments.size(); i++) {
      js.createIndex(argv, i + 2L, text(arguments.get(i)));
    }
    js.createDataProperty(object.get(), key("exitCode"), Values.UNDEFINED);
    property("title", "joist");
    property("version", "v" + NODE_VERSION);
    property("platform", platform());
    property("arch", architecture());
    property("execPath", "joist");
    js.createDataProperty(object.get(), key("execArgv"), js.newArray(0));
    js.createDataProperty(object.get(), key("pid"), vm.number(ProcessHandle.current().pid()));
    builtins.define().toStringTag(object.get(), "process");
    builtins.define().members(object.get(), MEMBERS, this);
    builtins.define().values(object.get(), this);
    long global = vm.realm(Intrinsic.GLOBAL_OBJECT);
    builtins.define().value(global, key("process"), object.get(), "wc");
    builtins.define().value(global, key("global"), global, "wc");
    builtins.define().members(global, "get Buffer, set Buffer", new BufferGlobal(builtins, loader));
  }

  long object() {
    return object.get();
  }

  private static String platform() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "win32" : "linux";
  }

  /** By node's names where they differ from Java's. */
  static String architecture() {
    String name = System.getProperty("os.arch");
    return name.endsWith("64") ? (name.startsWith("aa") ? "arm" : "x") + name.substring(name.length() - 2) : name;
  }

  private long key(String name) {
    return vm.strings().key(name);
  }

  private long text(String text) {
    return vm.strings().fromJava(text);
  }

  private void property(String name, String value) {
    js.createDataProperty(object.get(), key(name), text(value));
  }

  @Override
  public Set<String> names() {
    return unmade;
  }

  @Override
  public long value(String name) {
    return switch (name) {
      case "env" -> record(new TreeMap<>(System.getenv()));
      case "versions" -> record(Map.of("node", NODE_VERSION));
      case "stdout" -> stream(1, "out");
      case "stderr" -> stream(2, "err");
      case "stdin" -> stream(0, "in");
      case "release" -> record(Map.of("name", "node"));
      default -> js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    };
  }

  private long record(Map<String, String> entries) {
    long record = js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    entries.forEach((name, value) -> js.createDataProperty(record, key(name), text(value)));
    return record;
  }

  private long stream(int descriptor, String name) {
    Root stream = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    js.createDataProperty(stream.get(), key("fd"), Values.int32(descriptor));
    js.createDataProperty(stream.get(), key("writable"), Values.bool(descriptor > 0));
    if (descriptor > 0) {
      builtins.define().members(stream.get(), STREAM_MEMBERS, new OutputStreamFunctions(builtins, name.equals("out")));
    }
    return stream.get();
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "exit", "reallyExit" -> throw exit(a);
      case "cwd" -> text(Path.of("").toAbsolutePath().toString());
      case "umask" -> Values.int32(18);
      case "uptime" -> vm.number((System.nanoTime() - start) / 1e9);
      case "hrtime" -> hrtime(a.get(0));
      case "memoryUsage" -> memoryUsage();
      case "nextTick" -> {
        if (!js.isCallable(a.get(0))) {
          throw NodeError.invalidArgument(builtins, "callback", "function", a.get(0));
        }
        jobs.addTick(a.get(0), a.from(1));
        yield Values.UNDEFINED;
      }
      case "emitWarning" -> {
        builtins.output().err("(joist) Warning: " + js.toText(a.get(0)) + "\n");
        yield Values.UNDEFINED;
      }
      default -> asEmitter(member, a.from(0));
    };
  }

  private JsThrow exit(Arguments a) {
    if (a.get(0) != Values.UNDEFINED) {
      js.set(object.get(), key("exitCode"), a.get(0));
    }
    emitExit();
    vm.terminate(EXIT);
    return vm.throwValue(Values.UNDEFINED);
  }

  /** Whether the program has ended itself: what is thrown now only leaves it. */
  boolean hasExited() {
    return EXIT.equals(vm.termination());
  }

  /** Tells the program's listeners that it ends; once. */
  void emitExit() {
    if (listening && !exiting) {
      exiting = true;
      asEmitter("emit", text(EXIT), Values.int32(exitCode()));
    }
  }

  /** The status that the program wants to end with. */
  int exitCode() {
    long code = js.get(object.get(), key("exitCode"));
    return code == Values.UNDEFINED ? 0 : js.toInt32(code) & 0xFF;
  }

  private long asEmitter(String member, long... arguments) {
    listening = true;
    try (HandleScope scope = vm.heap().openScope()) {
      for (long argument : arguments) {
        scope.hold(argument);
      }
      Handle prototype = scope.hold(js.get(loader.builtin("events"), js.names().prototype));
      return vm.call(js.get(prototype.get(), key(member)), object.get(), arguments);
    }
  }

  private long hrtime(long before) {
    long nanos = System.nanoTime() - start;
    if (js.isObject(before)) {
      nanos -= (long) (js.toNumber(js.getIndex(before, 0)) * 1e9) + (long) js.toNumber(js.getIndex(before, 1));
    }
    return js.newPair(vm.number(Math.floorDiv(nanos, 1_000_000_000L)), vm.number(Math.floorMod(nanos, 1_000_000_000L)));
  }

  private long memoryUsage() {
    HeapStatistics heap = vm.heap().statistics();
    long usage = js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    js.createDataProperty(usage, key("rss"), vm.number(heap.reservedBytes() + Runtime.getRuntime().totalMemory()));
    js.createDataProperty(usage, key("heapTotal"), vm.number(heap.reservedBytes()));
    js.createDataProperty(usage, key("heapUsed"), vm.number(heap.liveBytes()));
    js.createDataProperty(usage, key("external"), Values.int32(0));
    js.createDataProperty(usage, key("arrayBuffers"), Values.int32(0));
    return usage;
  }
}
