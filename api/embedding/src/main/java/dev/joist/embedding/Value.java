package dev.joist.embedding;

/**
 * A JavaScript value outside of the engine. Primitives are plain data; objects are handles, bound to their engine, which keep the
 * object alive until they are unreachable or the engine is closed. {@link #toString} gives what {@code String(value)} would for
 * primitives, and a short description for objects.
 */
public sealed interface Value {
  Value UNDEFINED = new Undefined();
  Value NULL = new Null();

  static Value of(boolean value) {
    return new Bool(value);
  }

  static Value of(double value) {
    return new Num(value);
  }

  static Value of(String value) {
    return new Text(value);
  }

  /** {@code undefined}. */
  record Undefined() implements Value {
    @Override
    public String toString() {
      return "undefined";
    }
  }

  /** {@code null}. */
  record Null() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return String.valueOf(value);
    }
  }

  /** A number. */
  record Num(double value) implements Value {
    @Override
    public String toString() {
      return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.valueOf(value);
    }
  }

  /** A string; may hold lone surrogates. */
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return value;
    }
  }

  /** A value that Java has no counterpart of (a symbol, a BigInt); it can be passed back. */
  non-sealed interface Opaque extends Value {}

  /** An object; see {@link ObjectValue}. */
  non-sealed interface Obj extends Value {}
}
