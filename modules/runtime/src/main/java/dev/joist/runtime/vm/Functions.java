package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.runtime.heap.AfterMark;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CodeTracer;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All functions linked into an engine. A function of bytecode dies when a collection finds neither a closure of it nor one of a function
 * around it, which could make closures of it; a frame has its closure in its header.
 */
public final class Functions implements RootProvider, AfterMark, CodeTracer {
  /** So many functions, at least, are linked before a collection is wanted for their sake. */
  private static final int PATIENCE = 10_000;

  private final Vm vm;
  private FunctionCode[] functions = new FunctionCode[256];
  /** Ids begin at 1, so that a zeroed info names nothing. */
  private int count = 1;
  private final Deque<Integer> freeIds = new ArrayDeque<>();
  private int linkedSinceCollection;
  private int collection;
  private final FunctionCode[] bound = new FunctionCode[2];
  private final Map<FunctionTemplate, BytecodeFunction> linked = new IdentityHashMap<>();

  private long callEntry;
  private long constructEntry;
  private final long[] nativeEntries = new long[MachineNative.values().length];

  public Functions(Vm vm) {
    this.vm = vm;
  }

  /** The function with this id. */
  public FunctionCode get(int id) {
    return functions[id];
  }

  /** The function whose info lies at an address. */
  public FunctionCode ofInfo(long info) {
    return functions[Memory.getInt(info + Layout.INFO_ID)];
  }

  /** The code of a FUNCTION cell. */
  public FunctionCode ofCell(long address) {
    return ofInfo(Memory.getLong(address + Layout.FUNCTION_INFO));
  }

  /** All functions that live, in the order of their ids. */
  public List<FunctionCode> all() {
    return Arrays.stream(functions, 1, count).filter(Objects::nonNull).toList();
  }

  /** The template's function in this engine: the same one for as long as it lives. */
  public BytecodeFunction link(FunctionTemplate template) {
    BytecodeFunction known = linked.get(template);
    if (known != null) {
      return known;
    }
    int id = nextId();
    long info = vm.heap().allocateOutside(infoBytes(template));
    BytecodeFunction function = new BytecodeFunction(id, info, template, ExpectedProperties.of(template, vm.opcodes()),
        CallSites.of(template, vm.opcodes()));
    linked.put(template, function);
    return add(function);
  }

  private static long infoBytes(FunctionTemplate template) {
    return Layout.INFO_SITES + 8L * template.siteWords();
  }

  /** A new native function, which lives as long as the engine. */
  public NativeCode link(String name, int length, boolean constructs, NativeFunction body) {
    int id = nextId();
    return add(new NativeCode(id, vm.heap().allocateOutside(Layout.INFO_SITES), name, length, constructs, body));
  }

  /** The code of all bound functions that can, or cannot, be constructed. */
  FunctionCode bound(boolean constructs) {
    int index = constructs ? 1 : 0;
    if (bound[index] == null) {
      bound[index] = link("bound", 0, constructs, BoundFunctions::call);
    }
    return bound[index];
  }

  // Addresses of machine code

  /** Where machine code goes to call a native that has machine code. To be said before {@link #setEntries}. */
  public void setNativeEntry(MachineNative code, long address) {
    nativeEntries[code.ordinal()] = address;
  }

  /** Where machine code goes to call, or construct, what is not compiled: of all functions, and those still to come. */
  public void setEntries(long call, long construct) {
    callEntry = call;
    constructEntry = construct;
    all().forEach(this::clearCode);
  }

  /**
   * A function is compiled: calls go straight to its code. Those of class constructors do not, as they throw.
   *
   * @param complete where calls go that give all arguments, and do not say how many
   * @param construct where construct calls go
   */
  public void setCode(FunctionCode function, long code, long complete, long construct) {
    long info = function.info();
    Memory.putLong(info + Layout.INFO_CODE, code);
    Memory.putLong(info + Layout.INFO_ENTRY, function.isClassConstructor() ? callEntry : code);
    Memory.putLong(info + Layout.INFO_COMPLETE_ENTRY, function.isClassConstructor() ? callEntry : complete);
    Memory.putLong(info + Layout.INFO_CONSTRUCT_ENTRY, construct);
  }

  /** A function is not compiled, or not any more. */
  public void clearCode(FunctionCode function) {
    long own = function instanceof NativeCode code && code.body().machine() != null ? nativeEntries[code.body().machine().ordinal()] : 0;
    long call = own == 0 ? callEntry : own;
    setCode(function, call, call, own == 0 || !function.isConstructor() ? constructEntry : own);
  }

  private int nextId() {
    if (++linkedSinceCollection > Math.max(PATIENCE, linked.size())) {
      vm.heap().requestCollection();
    }
    if (!freeIds.isEmpty()) {
      return freeIds.pop();
    }
    if (count == functions.length) {
      functions = Arrays.copyOf(functions, 2 * count);
    }
    return count++;
  }

  private <F extends FunctionCode> F add(F function) {
    functions[function.id()] = function;
    Memory.putInt(function.info() + Layout.INFO_ID, function.id());
    Memory.putInt(function.info() + Layout.INFO_FLAGS, InfoFlags.of(function));
    clearCode(function);
    return function;
  }

  // Collection

  @Override
  public void markRoots(Marker marker) {
    collection++;
    linkedSinceCollection = 0;
    for (int i = 1; i < count; i++) {
      if (functions[i] != null) {
        // Not to keep the constructor alive, nor to mistake another for it.
        Memory.putLong(functions[i].info() + Layout.INFO_THIS_TARGET, 0);
      }
    }
  }

  @Override
  public void traceCode(long info, Marker marker) {
    if (ofInfo(info) instanceof BytecodeFunction function) {
      function.mark(collection, marker, vm.shapes());
    }
  }

  @Override
  public void afterMark(Liveness liveness) {
    List<BytecodeFunction> dead = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      if (functions[i] instanceof BytecodeFunction function) {
        if (function.isMarked(collection)) {
          function.forgetDead(liveness);
        } else {
          dead.add(function);
        }
      }
    }
    vm.tiers().collected(dead);
    dead.forEach(this::forget);
  }

  private void forget(BytecodeFunction function) {
    linked.remove(function.template());
    functions[function.id()] = null;
    freeIds.push(function.id());
    vm.heap().freeOutside(function.info(), infoBytes(function.template()));
  }

  /**
   * The functions that may have frames, during a collection: whatever the stack names a closure of. A frame's header does, and lies in what the
   * collector scans even while machine code enters or leaves the frame and it is not the topmost yet, or no more.
   */
  public Set<BytecodeFunction> onStack() {
    Set<BytecodeFunction> found = new HashSet<>();
    long top = vm.top();
    for (long at = vm.stack().start(); at < top; at += Long.BYTES) {
      long word = Memory.getLong(at);
      if (word != 0 && Values.isCell(word) && Memory.getByte(Values.address(word) + Layout.CELL_KIND) == CellKind.FUNCTION
          && ofCell(Values.address(word)) instanceof BytecodeFunction function) {
        found.add(function);
      }
    }
    return found;
  }
}
