package dev.joist.spi;

/** Version of the SPI: a plugin works with every SPI of its major version and at least its minor. */
public record SpiVersion(int major, int minor) {
  public static final SpiVersion CURRENT = new SpiVersion(1, 0);

  public boolean accepts(SpiVersion builtFor) {
    return builtFor.major == major && builtFor.minor <= minor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
