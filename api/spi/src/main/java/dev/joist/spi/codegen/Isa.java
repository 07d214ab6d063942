package dev.joist.spi.codegen;

/** An instruction set, by the name the JVM's {@code os.arch} has for it on Linux. */
public record Isa(String name) {
  /** The instruction set this JVM runs on. */
  public static Isa ofThisHost() {
    String arch = System.getProperty("os.arch");
    return new Isa(arch);
  }
}
