package dev.joist.spi;

import dev.joist.spi.opcode.OpcodeDefinition;
import java.util.List;

/** What a plugin contributes. Found by {@link java.util.ServiceLoader}; stateless. */
public interface JoistPlugin {
  /** A unique name: {@code core}, {@code acme.math}. */
  String id();

  /** The SPI it was built for. */
  SpiVersion builtFor();

  /** Ids of plugins that must be there as well. */
  default List<String> dependencies() {
    return List.of();
  }

  default List<OpcodeDefinition> opcodes() {
    return List.of();
  }
}
