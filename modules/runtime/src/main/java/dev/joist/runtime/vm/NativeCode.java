package dev.joist.runtime.vm;

/**
 * A function written in Java.
 *
 * @param constructs whether `new` is possible; the native then makes its own object when {@link Arguments#isConstruct}
 */
public record NativeCode(int id, long info, String name, int length, boolean constructs, NativeFunction body) implements FunctionCode {
  @Override
  public boolean isConstructor() {
    return constructs;
  }

  @Override
  public boolean isClassConstructor() {
    return false;
  }

  /** Natives make their own objects, as derived constructors do. */
  @Override
  public boolean isDerivedConstructor() {
    return constructs;
  }

  @Override
  public boolean hasPrototypeProperty() {
    return false;
  }

  @Override
  public boolean isGenerator() {
    return false;
  }

  @Override
  public boolean isStrict() {
    return true;
  }

  @Override
  public String sourceText() {
    return "function " + name + "() { [native code] }";
  }
}
