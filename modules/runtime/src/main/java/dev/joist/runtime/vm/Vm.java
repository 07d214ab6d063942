package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.BytecodeException;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Verifier;
import dev.joist.runtime.heap.Errors;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.MemoryListener;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Shapes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.string.Symbols;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.value.Values;
import java.util.Arrays;

/**
 * A running engine: memory, the VM stack, and calls. Belongs to one thread; others may only {@link #terminate}.
 *
 * <p>The topmost frame is told by {@link #base}; where a bytecode function runs in it, {@link #function} is that function and
 * {@link #pc} the offset of the instruction that may call, throw or collect.
 */
public final class Vm implements Activation, Errors, AutoCloseable {
  private final VmOptions options;
  private final OpcodeTable opcodes;
  private final int[] lengths;
  private final long context;
  private final Strings strings;
  private final Symbols symbols;
  private final Shapes shapes;
  private final Objects objects;
  private final Names names;
  private final TypeNames typeNames;
  private final VmStack stack;
  private final Heap heap;
  private final Functions functions;
  private final Realm realm;
  private final Globals globals;
  private final Closures closures;
  private final ErrorObjects errors;
  private final Interpreter interpreter;
  private final Operations operations;
  private final StubCache stubCache;
  private TierController tiers = TierController.NONE;
  private RegExpLiterals regExpLiterals;
  private AsyncOperations asyncOperations;
  private DynamicCode dynamicCode = DynamicCode.refusing(this);
  private int callThreshold = Integer.MAX_VALUE;
  private int loopThreshold = Integer.MAX_VALUE;

  private long base;
  private int pc;
  private BytecodeFunction function;
  private long sites;
  /** What the active function's sites are known to hold, by word: asking an array costs less than asking memory. */
  private byte[] feedback = new byte[0];
  private final EntryRecords entries = new EntryRecords();
  private Arguments[] arguments = newArguments(16);
  private int nativeDepth;
  private long heapNumbers;
  private long interpreterRuns;
  private long result;
  private volatile String termination;

  /**
   * A new engine without built-ins.
   *
   * @param opcodes the linked opcodes; the interpreter must be for the same
   * @param operations the operators
   * @param listener hears of all memory that machine code may touch
   */
  public Vm(VmOptions options, OpcodeTable opcodes, Interpreter interpreter, Operations operations, MemoryListener listener) {
    this.options = options;
    this.opcodes = opcodes;
    this.interpreter = interpreter;
    this.operations = operations;
    lengths = opcodes.descriptors().stream().mapToInt(descriptor -> descriptor.length()).toArray();
    heap = new Heap(options.heap(), listener);
    context = heap.allocateOutside(Layout.CONTEXT_BYTES);
    stack = new VmStack(heap, options.stackBytes());
    strings = new Strings(heap, this);
    symbols = new Symbols(heap);
    shapes = new Shapes(heap);
    objects = new Objects(heap, strings, shapes, new ObjectCalls(this));
    names = new Names(strings);
    typeNames = new TypeNames(strings, heap);
    functions = new Functions(this);
    realm = new Realm(this);
    globals = new Globals(this);
    closures = new Closures(this);
    errors = new ErrorObjects(this);
    stubCache = new StubCache(heap, context);
    heap.addRoots(this::markStack);
    heap.addRoots(functions);
    heap.addAfterMark(functions);
    objects.setCodeTracer(functions);
    heap.addRoots(realm);
    heap.addRoots(globals);
    Memory.putLong(context + Layout.CONTEXT_SINGLES, strings.singles());
    Memory.putLong(context + Layout.CONTEXT_TYPE_NAMES, typeNames.table());
    Memory.putLong(context + Layout.CONTEXT_PROTOTYPES, shapes.prototypes());
    Memory.putLong(context + Layout.CONTEXT_STACK_LIMIT, stack.limit());
    objects.countPrototypeEpochs(context + Layout.CONTEXT_PROTOTYPE_EPOCH);
    heap.setPollAddresses(context + Layout.CONTEXT_POLL, context + Layout.CONTEXT_STACK_LIMIT);
  }

  // Parts

  public VmOptions options() {
    return options;
  }

  public OpcodeTable opcodes() {
    return opcodes;
  }

  /** Bytes of each instruction by opcode number. */
  public int instructionLength(int opcode) {
    return lengths[opcode];
  }

  /** The address of the context block that machine code sees. */
  public long context() {
    return context;
  }

  public VmStack stack() {
    return stack;
  }

  public Heap heap() {
    return heap;
  }

  public Strings strings() {
    return strings;
  }

  public Symbols symbols() {
    return symbols;
  }

  public Shapes shapes() {
    return shapes;
  }

  public Objects objects() {
    return objects;
  }

  public Names names() {
    return names;
  }

  public TypeNames typeNames() {
    return typeNames;
  }

  public Functions functions() {
    return functions;
  }

  public Realm realm() {
    return realm;
  }

  public long realm(Intrinsic intrinsic) {
    return realm.get(intrinsic);
  }

  public long symbol(WellKnownSymbol symbol) {
    return realm.symbol(symbol);
  }

  /** Global variables by name. */
  public Globals globals() {
    return globals;
  }

  public Closures closures() {
    return closures;
  }

  public ErrorObjects errors() {
    return errors;
  }

  /** What is known of properties at megamorphic sites. */
  public StubCache stubCache() {
    return stubCache;
  }

  public Interpreter interpreter() {
    return interpreter;
  }

  public TierController tiers() {
    return tiers;
  }

  public void setTiers(TierController controller) {
    tiers = controller;
    callThreshold = controller.callThreshold();
    loopThreshold = controller.loopThreshold();
  }

  /** What makes the objects of regular expression literals. */
  public AsyncOperations asyncOperations() {
    return asyncOperations;
  }

  public void setAsyncOperations(AsyncOperations operations) {
    asyncOperations = operations;
  }

  public RegExpLiterals regExpLiterals() {
    return regExpLiterals;
  }

  public void setRegExpLiterals(RegExpLiterals maker) {
    regExpLiterals = maker;
  }

  public DynamicCode dynamicCode() {
    return dynamicCode;
  }

  /** Lets programs make code of text. */
  public void setDynamicCode(DynamicCode frontEnd) {
    dynamicCode = frontEnd;
  }

  /** {@link TierController#callThreshold}. */
  public int callThreshold() {
    return callThreshold;
  }

  /** {@link TierController#loopThreshold}. */
  public int loopThreshold() {
    return loopThreshold;
  }

  // The topmost frame

  public long base() {
    return base;
  }

  public BytecodeFunction function() {
    return function;
  }

  /** The offset of the instruction at work in the topmost frame, when that runs bytecode. */
  public int pc() {
    return pc;
  }

  /** Says where the topmost frame is, before anything that calls, throws or collects. */
  public void at(int offset) {
    pc = offset;
  }

  /** Makes a bytecode function's frame the topmost. */
  public void setFrame(long newBase, BytecodeFunction newFunction) {
    base = newBase;
    function = newFunction;
    if (newFunction != null) {
      sites = newFunction.sites();
      feedback = newFunction.feedback();
    }
  }

  /** The address of a site of the active function. */
  public long site(int word) {
    return sites + 8L * word;
  }

  /** Adds feedback bits to a site of the active function. */
  public void feedback(int word, int bits) {
    if ((feedback[word] & bits) != bits) {
      addFeedback(word, bits);
    }
  }

  private void addFeedback(int word, int bits) {
    long site = sites + 8L * word;
    int known = Memory.getByte(site) | bits;
    Memory.putByte(site, known);
    feedback[word] = (byte) known;
  }

  /** Makes a native function's frame the topmost; {@link #function} stays its caller's. */
  void setNativeFrame(long newBase) {
    base = newBase;
  }

  /** The code of the function that a frame belongs to. */
  public FunctionCode functionAt(long frame) {
    return functions.ofCell(Values.address(Memory.getLong(frame + Layout.FRAME_CALLEE)));
  }

  /** The bytecode function that a frame belongs to. */
  public BytecodeFunction bytecodeAt(long frame) {
    return (BytecodeFunction) functionAt(frame);
  }

  /** The end of the topmost frame, with its spare registers. */
  public long top() {
    if (base == 0) {
      return stack.start();
    }
    int words = Link.argc(link(base)) + 1;
    if (functionAt(base) instanceof BytecodeFunction active) {
      words = Math.max(words, active.registerCount() + Layout.SPARE_REGISTERS);
    }
    return base + 8L * words;
  }

  /** The payload of a frame's link. */
  public static long link(long frame) {
    return Values.opaquePayload(Memory.getLong(frame + Layout.FRAME_LINK));
  }

  EntryRecords entries() {
    return entries;
  }

  /** Remembers what is topmost, before an ENTRY frame comes above it. */
  public void pushEntry(long frame, int offset) {
    entries.push(frame, offset);
  }

  /** Forgets the last {@link #pushEntry}. */
  public void popEntry() {
    entries.pop();
  }

  @Override
  public long register(long frame, int register) {
    return Memory.getLong(frame + 8L * register);
  }

  @Override
  public void setRegister(long frame, int register, long value) {
    Memory.putLong(frame + 8L * register, value);
  }

  // Calls from Java

  /** Calls a function. A safepoint: Values held in Java locals only may be gone afterwards. */
  public long call(long callee, long thisValue) {
    return HostCalls.enter(this, HostCalls.window(this, callee, thisValue, 0), 0, 0);
  }

  /** Calls a function. A safepoint. */
  public long call(long callee, long thisValue, long a) {
    long window = HostCalls.window(this, callee, thisValue, 1);
    Memory.putLong(window + 32, a);
    return HostCalls.enter(this, window, 1, 0);
  }

  /** Calls a function. A safepoint. */
  public long call(long callee, long thisValue, long a, long b) {
    long window = HostCalls.window(this, callee, thisValue, 2);
    Memory.putLong(window + 32, a);
    Memory.putLong(window + 40, b);
    return HostCalls.enter(this, window, 2, 0);
  }

  /** Calls a function. A safepoint. */
  public long call(long callee, long thisValue, long a, long b, long c) {
    long window = HostCalls.window(this, callee, thisValue, 3);
    Memory.putLong(window + 32, a);
    Memory.putLong(window + 40, b);
    Memory.putLong(window + 48, c);
    return HostCalls.enter(this, window, 3, 0);
  }

  /** Calls a function. A safepoint. */
  public long call(long callee, long thisValue, long... args) {
    long window = HostCalls.window(this, callee, thisValue, args.length);
    for (int i = 0; i < args.length; i++) {
      Memory.putLong(window + 32 + 8L * i, args[i]);
    }
    return HostCalls.enter(this, window, args.length, 0);
  }

  /** `new callee(...args)` with a new.target. A safepoint. */
  public long construct(long callee, long newTarget, long... args) {
    long window = HostCalls.window(this, callee, Values.UNDEFINED, args.length);
    Memory.putLong(window + 8, newTarget);
    for (int i = 0; i < args.length; i++) {
      Memory.putLong(window + 32 + 8L * i, args[i]);
    }
    return HostCalls.enter(this, window, args.length, Layout.LINK_CONSTRUCT);
  }

  /**
   * Verifies a script, links it and makes its function, to be called with the global object as `this`.
   *
   * @throws BytecodeException when it is refused
   */
  public long load(FunctionTemplate script) {
    Verifier.verify(opcodes, script);
    return closures.create(functions.link(script));
  }

  Arguments borrowArguments(long frame, int count) {
    if (nativeDepth == arguments.length) {
      Arguments[] more = newArguments(2 * nativeDepth);
      System.arraycopy(arguments, 0, more, 0, nativeDepth);
      arguments = more;
    }
    Arguments borrowed = arguments[nativeDepth++];
    borrowed.set(frame, count);
    return borrowed;
  }

  private static Arguments[] newArguments(int count) {
    Arguments[] made = new Arguments[count];
    Arrays.setAll(made, _ -> new Arguments());
    return made;
  }

  /** How many natives are running. */
  public int nativeDepth() {
    return nativeDepth;
  }

  /** Forgets natives that an exception has left. */
  public void setNativeDepth(int depth) {
    nativeDepth = depth;
  }

  /** What the ENTRY frame that returned last gave. */
  public long result() {
    return result;
  }

  public void setResult(long value) {
    result = value;
  }

  // Exceptions

  /** Makes a Value the pending exception. */
  public JsThrow throwValue(long value) {
    Memory.putLong(context + Layout.CONTEXT_EXCEPTION, value);
    errors.noteThrow();
    return JsThrow.INSTANCE;
  }

  /** Makes a Value the pending exception again that was taken: it still comes from where it was thrown first. */
  public JsThrow rethrow(long value) {
    Memory.putLong(context + Layout.CONTEXT_EXCEPTION, value);
    return JsThrow.INSTANCE;
  }

  public JsThrow error(ErrorType type, String message) {
    return throwValue(errors.create(type, message));
  }

  @Override
  public JsThrow typeError(String message) {
    return error(ErrorType.TYPE_ERROR, message);
  }

  @Override
  public JsThrow rangeError(String message) {
    return error(ErrorType.RANGE_ERROR, message);
  }

  public JsThrow referenceError(String message) {
    return error(ErrorType.REFERENCE_ERROR, message);
  }

  public JsThrow syntaxError(String message) {
    return error(ErrorType.SYNTAX_ERROR, message);
  }

  /** The pending exception, which is no longer pending. */
  public long takeException() {
    long exception = Memory.getLong(context + Layout.CONTEXT_EXCEPTION);
    Memory.putLong(context + Layout.CONTEXT_EXCEPTION, Values.UNDEFINED);
    return exception;
  }

  /** The exception that is already pending goes on: after EXCEPTION came out of machine code. */
  public JsThrow pending() {
    return JsThrow.INSTANCE;
  }

  // Safepoints

  /** At the next safepoint {@link #safepoint} is called. From any thread. */
  public void requestSafepoint() {
    Memory.putInt(context + Layout.CONTEXT_POLL, 1);
    Memory.putLong(context + Layout.CONTEXT_STACK_LIMIT, 0);
  }

  public boolean safepointWanted() {
    return Memory.getInt(context + Layout.CONTEXT_POLL) != 0;
  }

  /** A register file that would begin here does not fit, or a safepoint is wanted. */
  public boolean passesStackLimit(long base) {
    return base > Memory.getLong(context + Layout.CONTEXT_STACK_LIMIT);
  }

  /** After {@link #passesStackLimit}: does what the safepoint is wanted for, and throws a RangeError if it was indeed the limit. */
  public void stackLimitPassed(long base) {
    if (safepointWanted()) {
      safepoint();
    }
    if (base > stack.limit()) {
      throw rangeError("Maximum call stack size exceeded");
    }
  }

  /** Collects if the heap wants it; throws when the engine is to end. All frames are written back. */
  public void safepoint() {
    Memory.putInt(context + Layout.CONTEXT_POLL, 0);
    Memory.putLong(context + Layout.CONTEXT_STACK_LIMIT, stack.limit());
    if (termination != null) {
      requestSafepoint();
      throw throwValue(Values.UNDEFINED);
    }
    try {
      heap.safepoint();
    } catch (HeapExhausted exhausted) {
      throw rangeError(exhausted.getMessage());
    }
  }

  /** After the heap refused a cell: collects, and makes a RangeError pending. */
  public JsThrow heapExhausted(HeapExhausted exhausted) {
    heap.collect();
    return rangeError(exhausted.getMessage());
  }

  /** Ends the engine's work at the next safepoint: nothing catches that. From any thread. */
  public void terminate(String reason) {
    termination = reason;
    requestSafepoint();
  }

  /** After {@link #terminate} has ended all that ran: the engine may work again. */
  public void endTermination() {
    termination = null;
    Memory.putInt(context + Layout.CONTEXT_POLL, 0);
    Memory.putLong(context + Layout.CONTEXT_STACK_LIMIT, stack.limit());
  }

  /** Why the engine is to end, or null. */
  public String termination() {
    return termination;
  }

  private void markStack(Marker marker) {
    long top = top();
    marker.markRange(stack.start(), (top - stack.start()) / 8);
    stack.clearFrom(top);
    marker.mark(Memory.getLong(context + Layout.CONTEXT_EXCEPTION));
    marker.mark(result);
  }

  // Numbers

  @Override
  public double toNumber(long value) {
    return operations.toNumber(this, value);
  }

  @Override
  public int toInt32(long value) {
    return operations.toInt32(this, value);
  }

  @Override
  public long number(double value) {
    return Values.number(value, this);
  }

  @Override
  public long allocate(double value) {
    heapNumbers++;
    return heap.allocate(value);
  }

  /** A double as a Value, as a double in any case, and without collecting: also when the heap's limit is passed. */
  public long boxAlways(double value) {
    try {
      return Values.representation().boxDouble(value, this);
    } catch (HeapExhausted e) {
      // The next safepoint throws; until then the number lies beside the heap, where collections only mark it.
      heap.requestCollection();
      return Values.representation().boxDouble(value, heap::allocateNumberOutside);
    }
  }

  /** Doubles put into cells by Java. */
  public long heapNumbers() {
    return heapNumbers;
  }

  /** The interpreter has been entered. */
  public void countInterpreterRun() {
    interpreterRuns++;
  }

  /** How often Java has entered the interpreter; what that calls itself is not counted. */
  public long interpreterRuns() {
    return interpreterRuns;
  }

  /** Frees all memory. No machine code of this engine may be running. */
  @Override
  public void close() {
    heap.close();
  }
}
