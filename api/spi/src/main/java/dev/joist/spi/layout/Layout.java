package dev.joist.spi.layout;

/**
 * Byte offsets that the runtime and emitted code agree on. The meaning of each stands in
 * docs/spec/frames-and-values.md.
 */
public final class Layout {
  private Layout() {}

  /** The word that says "an exception is pending"; never a Value. */
  public static final long EXCEPTION = 0;

  // Frames, relative to the base

  public static final int FRAME_CALLEE = -24;
  public static final int FRAME_NEW_TARGET = -16;
  public static final int FRAME_LINK = -8;
  public static final int FRAME_HEADER_WORDS = 3;

  /** Words of the topmost frame behind its registers that compiled code may use as registers where it calls nothing. */
  public static final int SPARE_REGISTERS = 8;

  /** Bytes between a window's first register and the callee's base. */
  public static final int WINDOW_TO_BASE = 24;

  public static final int LINK_OFFSET_BITS = 20;
  public static final int LINK_DELTA_SHIFT = 20;
  public static final int LINK_DELTA_BITS = 10;
  public static final int LINK_ARGC_SHIFT = 30;
  public static final int LINK_ARGC_BITS = 16;
  public static final long LINK_CONSTRUCT = 1L << 46;
  public static final long LINK_ENTRY = 1L << 47;

  // Every cell

  public static final int CELL_SHAPE = 0;
  /**
   * Stands for a shape id in cells that are no objects, so that no site's key ever matches, the empty one (0) neither.
   */
  public static final int NO_SHAPE = 0x0FFF_FFFF;
  /** In all strings' headers: sites know what is found on String.prototype by it, as they know objects' shapes. */
  public static final int STRING_SHAPE = 0x0FFF_FFFE;
  public static final int CELL_KIND = 4;
  public static final int CELL_GC = 5;
  public static final int CELL_FLAGS = 6;
  public static final int CELL_HEADER_BYTES = 8;

  // Objects

  /** Flag in an object's header: its properties and its prototype are what its Java payload says. */
  public static final int OBJECT_FLAG_EXOTIC = 2;
  /** Flag in an array's header: the length must not change. */
  public static final int ARRAY_FLAG_LENGTH_READ_ONLY = 4;
  public static final int OBJECT_SLOTS = 8;
  public static final int OBJECT_ELEMENTS = 16;
  public static final int OBJECT_INLINE = 24;

  /** u32, zero-extended to 64 bits. */
  public static final int ARRAY_LENGTH = 24;

  public static final int ARRAY_BYTES = 32;

  /**
   * HOST and the kinds above: u32, index of the Java payload, 0 for none. In-line slots follow at {@link #HOST_INLINE}.
   */
  public static final int HOST_PAYLOAD = 24;
  public static final int HOST_INLINE = 32;

  public static final int FUNCTION_INFO = 24;
  /** A scope's Value, or undefined. */
  public static final int FUNCTION_SCOPE = 32;
  public static final int FUNCTION_HOME = 40;
  public static final int FUNCTION_FIELDS = 48;
  public static final int FUNCTION_BOUND = 56;
  public static final int FUNCTION_INLINE = 64;

  // Storage cells (SLOTS and ELEMENTS)

  public static final int STORAGE_CAPACITY = 8;
  /**
   * ELEMENTS: u32, how many of the elements from index 0 on a store may overwrite (those that are no hole): the
   * capacity, or 0 when the object is frozen. A store compares its index with this, a load with the capacity.
   */
  public static final int STORAGE_WRITABLE = 12;
  public static final int STORAGE_VALUES = 16;

  // Other cells

  /** ACCESSOR: a function or undefined; likewise the setter. */
  public static final int ACCESSOR_GETTER = 8;
  public static final int ACCESSOR_SETTER = 16;
  /** A scope's Value, or undefined. */
  public static final int SCOPE_PARENT = 8;
  public static final int SCOPE_COUNT = 16;
  public static final int SCOPE_SLOTS = 24;
  public static final int GLOBAL_VALUE = 8;
  /** Flag in a GLOBAL cell's header: an assignment must not store into it. */
  public static final int GLOBAL_FLAG_READ_ONLY = 1;
  /** Likewise: the variable cannot be deleted, so once the cell has a value it has one for good. It may become read-only. */
  public static final int GLOBAL_FLAG_PERMANENT = 2;
  public static final int HEAP_NUMBER_VALUE = 8;
  public static final int HEAP_NUMBER_BYTES = 16;
  /** Where the cursor pair for cells of this size is: it is the smallest size class. */
  public static final int HEAP_NUMBER_CURSOR = 0;

  /** Length of any string in UTF-16 units, u32; ropes and flat strings alike. */
  public static final int STRING_LENGTH = 8;
  /** u32; 0 when it is not computed yet. */
  public static final int STRING_HASH = 12;
  /** Characters of a flat string, one or two bytes each; a rope has its left and its right part (addresses) here. */
  public static final int STRING_CHARS = 16;
  public static final int ROPE_LEFT = STRING_CHARS;
  public static final int ROPE_RIGHT = STRING_CHARS + 8;
  /** Flags in the header: characters take two bytes. */
  public static final int STRING_FLAG_UTF16 = 1;
  /**
   * The first word at {@link #STRING_CHARS} is the left part, the second the right part, or 0 when the first is the
   * whole, flat.
   */
  public static final int STRING_FLAG_ROPE = 2;
  /** A property key: no other string with this flag has the same characters, and it is no array index. */
  public static final int STRING_FLAG_KEY = 4;

  // FunctionInfo

  public static final int INFO_ENTRY = 0;
  public static final int INFO_ID = 8;
  public static final int INFO_FLAGS = 12;
  public static final int INFO_CALLS = 16;
  /** Address to enter by Construct. */
  public static final int INFO_CONSTRUCT_ENTRY = 24;
  /** Address of the code alone: the compiled function's, or what INFO_ENTRY has while there is none. */
  public static final int INFO_CODE = 32;
  // What a base constructor's `this` is made from when the function is new.target, filled by Request.CREATE_THIS; nothing is
  // known while INFO_THIS_TARGET is 0.
  /** The closure (a Value) that the facts are about: new.target. */
  public static final int INFO_THIS_TARGET = 40;
  /** Header word of the new object. */
  public static final int INFO_THIS_HEADER = 48;
  /** The `prototype` property's Value for which the header is right. */
  public static final int INFO_THIS_PROTOTYPE = 56;
  /** u32: shape of new.target. */
  public static final int INFO_THIS_FUNCTION_SHAPE = 64;
  /** u32: byte offset of the `prototype` property in new.target's cell. */
  public static final int INFO_THIS_OFFSET = 68;
  /** u32: byte offset of the size class's cursor pair. */
  public static final int INFO_THIS_CURSOR = 72;
  /** u32: size of the new object's cell. */
  public static final int INFO_THIS_BYTES = 76;
  /** Address to call by those that give all arguments and know it: they need not say how many. */
  public static final int INFO_COMPLETE_ENTRY = 80;
  public static final int INFO_SITES = 88;

  // The VM context (CONTEXT register)

  /** u32: not zero when a safepoint has something to do. */
  public static final int CONTEXT_POLL = 0;
  /** No frame's base may be above this; lowered to 0 to interrupt. */
  public static final int CONTEXT_STACK_LIMIT = 8;
  /** The base of the frame that left machine code last. */
  public static final int CONTEXT_BASE = 16;
  /** The pending exception's Value. */
  public static final int CONTEXT_EXCEPTION = 24;
  /** Address to call for dispatch(kind, argument). */
  public static final int CONTEXT_DISPATCH = 32;
  /** What a frame that Java executed to its end returned: see Request.FINISHED. */
  public static final int CONTEXT_RESULT = 40;
  /** For the slow-path ABI's and the stubs' own use: eight words. */
  public static final int CONTEXT_SCRATCH = 64;
  /** What shared stubs take and give: four words. */
  public static final int CONTEXT_STUB_ARGUMENTS = 128;
  /** Address of the stub cache, or 0 while nothing is megamorphic. */
  public static final int CONTEXT_STUB_CACHE = 160;
  /** How often the stub cache knew the answer. */
  public static final int CONTEXT_STUB_CACHE_HITS = 168;
  /** How many doubles compiled code has put into cells by way of a stub. */
  public static final int CONTEXT_STUB_NUMBERS = 176;
  /** Addresses of the shared stubs, by number. */
  public static final int CONTEXT_STUBS = 192;
  /** Address of the strings of one Latin-1 character: 256 Values. Such a string is there once. */
  public static final int CONTEXT_SINGLES = 256;
  /** Address of what typeof answers: Values by cell kind, and those below. */
  public static final int CONTEXT_TYPE_NAMES = 264;
  /**
   * Address of prototypes by shape: entries of {@link #PROTOTYPE_ENTRY_BYTES}, of which a shape id's low bits tell the
   * one. First its shape id (u32), 0 for none, then at {@link #PROTOTYPE_ADDRESS} the prototype's address, 0 for null.
   */
  public static final int CONTEXT_PROTOTYPES = 272;
  /** u32: the shape of [], 0 before there are built-ins. */
  public static final int CONTEXT_ARRAY_SHAPE = 280;
  /**
   * u32: how often facts about prototypes have ended. Code that was made of such facts holds as long as this is what it was then; the facts that
   * sites learn later may be others.
   */
  public static final int CONTEXT_PROTOTYPE_EPOCH = 284;
  public static final int CONTEXT_BYTES = 320;

  public static final int PROTOTYPE_ENTRIES = 1024;
  public static final int PROTOTYPE_ENTRY_BYTES = 16;
  public static final int PROTOTYPE_ADDRESS = 8;

  public static final int TYPE_NAME_UNDEFINED = 24;
  public static final int TYPE_NAME_BOOLEAN = 25;
  public static final int TYPE_NAMES = 26;

  // Allocation cursors (ALLOCATION register): one pair for each size class

  /** Bytes between two size classes' pairs. */
  public static final int CURSOR_PAIR_BYTES = 16;
  public static final int CURSOR_NEXT = 0;
  public static final int CURSOR_END = 8;
  /** How many size classes there are. */
  public static final int CURSORS = 44;
  /** The next free run, or 0, for when this one is used up: its address stands behind all the pairs, so far behind the pair's. */
  public static final int CURSOR_MORE = CURSORS * CURSOR_PAIR_BYTES;

  // Free runs: what their first cell holds

  /** U32: how many bytes the run has. */
  public static final int RUN_BYTES = 0;
  /** Address of the run that comes after it, or 0. */
  public static final int RUN_NEXT = 8;

  // Sites

  public static final int SITE_FEEDBACK = 0;
  public static final int SITE_DEOPTIMIZATIONS = 1;
  public static final int SITE_STATE = 2;
  /** PROPERTY: u32: shape id, with the {@link PropertyKind} in the top 4 bits; 0 when nothing is known. */
  public static final int SITE_KEY = 4;
  public static final int SITE_LOOP_COUNT = 4;
  public static final int SITE_WORD1 = 8;
  public static final int SITE_WORD2 = 16;
  /** PROPERTY: what else is known, see {@link PropertyKind}. */
  public static final int SITE_WORD3 = 24;
  /** PRIVATE, which begins as PROPERTY: the private name (a Value) that all of it is about, 0 while nothing is known. */
  public static final int SITE_NAME = 32;

  /** A fact of a site's table: at the same offsets as in the site key, word 1 and word 2. */
  public static final int FACT_BYTES = 24;

  // The stub cache: facts as above, each with its property's name

  public static final int STUB_CACHE_ENTRIES = 1024;
  public static final int STUB_CACHE_ENTRY_BYTES = 32;
  public static final int STUB_CACHE_NAME = 24;
}
