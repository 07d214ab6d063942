package dev.joist.library.core;

import dev.joist.library.host.Output;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the built-ins of one engine share. */
public final class Builtins implements RootProvider {
  /** Nested calls of built-ins that recurse in Java without calling JavaScript, such as JSON of nested arrays. */
  private static final int DEEPEST = 3000;

  private final Vm vm;
  private final Output output;
  private final Js js;
  private final Define define;
  private final WellKnown symbols;
  private final RootedLists lists = new RootedLists();
  private final List<Root> roots = new ArrayList<>();
  private final Map<String, Root> madeGlobals = new HashMap<>();
  private final Set<String> inTheMaking = new HashSet<>();
  private Globals globals;
  private int depth;
  private Root objectToString;
  private Root jsonStringify;

  public Builtins(Vm vm, Output output) {
    this.vm = vm;
    this.output = output;
    this.symbols = new WellKnown(vm);
    this.js = new Js(this, vm);
    this.define = new Define(this);
    vm.heap().addRoots(this);
    vm.heap().addRoots(lists);
  }

  public Vm vm() {
    return vm;
  }

  public Js js() {
    return js;
  }

  public Define define() {
    return define;
  }

  public Output output() {
    return output;
  }

  /** The well-known symbols. */
  public WellKnown symbols() {
    return symbols;
  }

  /** Has global values made by name. */
  public void setGlobals(Globals maker) {
    globals = maker;
  }

  /** The original value of a global name: Array is the Array constructor, whatever the program did to the global variable. */
  public long global(String name) {
    Root made = madeGlobals.get(name);
    if (made == null) {
      if (!inTheMaking.add(name)) {
        throw new IllegalStateException(name + " is asked for while it is made");
      }
      made = root(globals.make(name));
      madeGlobals.put(name, made);
      inTheMaking.remove(name);
    }
    return made.get();
  }

  /** Has a global value made, unless it is there or being made just now. */
  void begin(String name) {
    if (!inTheMaking.contains(name)) {
      global(name);
    }
  }

  /** Makes global values. */
  @FunctionalInterface
  public interface Globals {
    /** Called once for each name. */
    long make(String name);
  }

  /** Keeps a Value as long as the engine. */
  public Root root(long value) {
    Root root = new Root(value);
    roots.add(root);
    return root;
  }

  /** An empty list whose Values are alive until it is closed. */
  public RootedValues rootedValues() {
    return lists.open(js);
  }

  /** One level deeper in a recursion that JavaScript's stack does not see; RangeError when that is too deep. */
  public void enterNested() {
    if (depth >= DEEPEST) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    depth++;
  }

  /** Must follow each {@link #enterNested} that returned. */
  public void leaveNested() {
    depth--;
  }

  /** Object.prototype.toString, the original. */
  public long objectToString() {
    return objectToString.get();
  }

  public void setObjectToString(long function) {
    objectToString = root(function);
  }

  public void setJsonStringify(long function) {
    jsonStringify = root(function);
  }

  /** JSON.stringify of a value: a string or undefined. */
  public long jsonStringify(long value) {
    global("JSON");
    return vm.call(jsonStringify.get(), Values.UNDEFINED, value);
  }

  @Override
  public void markRoots(Marker marker) {
    for (Root root : roots) {
      marker.mark(root.get());
    }
  }
}
