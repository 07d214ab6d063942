package dev.joist.spi.value;

import java.util.List;
import java.util.ServiceLoader;

/**
 * The one way to Values in Java. A JVM uses one representation, chosen when this class is initialised by the system
 * property {@code joist.values} (default {@code nanbox}): with a single implementation loaded, the compiler sees through every call here.
 */
public final class Values {
  /** The system property that names the representation. */
  public static final String PROPERTY = "joist.values";
  public static final String DEFAULT = "nanbox";

  private static final ValueRepresentation R = load(System.getProperty(PROPERTY, DEFAULT));

  public static final long UNDEFINED = R.undefined();
  public static final long NULL = R.nullValue();
  public static final long TRUE = R.trueValue();
  public static final long FALSE = R.falseValue();
  public static final long HOLE = R.hole();

  private Values() {}

  private static ValueRepresentation load(String name) {
    List<ServiceLoader.Provider<ValueRepresentation>> providers = ServiceLoader.load(ValueRepresentation.class, Values.class.getClassLoader()).stream().toList();
    for (ServiceLoader.Provider<ValueRepresentation> provider : providers) {
      if (provider.type().getPackageName().endsWith("." + name)) {
        return provider.get();
      }
    }
    throw new IllegalStateException("no value representation '" + name + "' on the module path; there are "
        + providers.stream().map(p -> p.type().getPackageName()).toList());
  }

  public static ValueRepresentation representation() {
    return R;
  }

  public static long bool(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static boolean isNullish(long word) {
    return word == UNDEFINED || word == NULL;
  }

  public static boolean isBoolean(long word) {
    return word == TRUE || word == FALSE;
  }

  public static long int32(int value) {
    return R.boxInt32(value);
  }

  public static boolean isInt32(long word) {
    return R.isInt32(word);
  }

  public static int asInt32(long word) {
    return R.unboxInt32(word);
  }

  public static boolean isDouble(long word) {
    return R.isDouble(word);
  }

  public static double asDouble(long word) {
    return R.unboxDouble(word);
  }

  public static boolean isNumber(long word) {
    return R.isInt32(word) || R.isDouble(word);
  }

  /** The number of an int32 or double. */
  public static double asNumber(long word) {
    return R.isInt32(word) ? R.unboxInt32(word) : R.unboxDouble(word);
  }

  /** A number, as an int32 where it is one (and not -0). */
  public static long number(double value, ValueRepresentation.HeapNumbers heap) {
    int truncated = (int) value;
    if (truncated == value && (truncated != 0 || 1 / value > 0)) {
      return R.boxInt32(truncated);
    }
    return R.boxDouble(value, heap);
  }

  public static long cell(long address) {
    return R.boxCell(address);
  }

  public static boolean isCell(long word) {
    return R.isCell(word);
  }

  public static boolean isPointer(long word) {
    return R.isPointer(word);
  }

  public static long address(long word) {
    return R.cellAddress(word);
  }

  public static long opaque(long payload) {
    return R.opaque(payload);
  }

  public static long opaquePayload(long word) {
    return R.opaquePayload(word);
  }
}
