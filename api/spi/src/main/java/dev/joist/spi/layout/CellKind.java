package dev.joist.spi.layout;

/** Numbers of the cell kinds, as they stand in a cell's header. */
public final class CellKind {
  private CellKind() {}

  /** Not a cell: free memory. */
  public static final int FREE = 0;

  // Primitives and internals
  public static final int STRING = 1;
  public static final int SYMBOL = 2;
  public static final int HEAP_NUMBER = 3;
  public static final int SCOPE = 4;
  public static final int SLOTS = 5;
  public static final int ELEMENTS = 6;
  public static final int GLOBAL = 7;
  /** Getter and setter of an accessor property. */
  public static final int ACCESSOR = 8;
  /** Raw bytes that the collector does not look into: an ArrayBuffer's. */
  public static final int BYTES = 9;
  /** In the place of ELEMENTS, with capacity 0: the elements lie in a Java payload (its index as in {@link #HOST}). */
  public static final int SPARSE_ELEMENTS = 10;

  /** This and all above are objects. */
  public static final int FIRST_OBJECT = 16;
  public static final int OBJECT = 16;
  public static final int ARRAY = 17;
  /** Callable, with a FunctionInfo: closures, natives and bound functions. */
  public static final int FUNCTION = 18;
  /** An object with a Java payload (Map, Date, wrappers, iterators …). */
  public static final int HOST = 19;
  public static final int ERROR = 20;
  public static final int ARGUMENTS = 21;
  public static final int GENERATOR = 22;
  public static final int TYPED_ARRAY = 23;
}
