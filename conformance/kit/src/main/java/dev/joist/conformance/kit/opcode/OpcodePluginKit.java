package dev.joist.conformance.kit.opcode;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.KitTest;
import dev.joist.spi.JoistPlugin;
import java.util.List;

/**
 * Extend this in the tests of a plugin that defines opcodes. The plugin has to be found by ServiceLoader there, as in an application: its programs are run by
 * engines, interpreted and compiled.
 */
public abstract class OpcodePluginKit extends KitTest {
  protected OpcodePluginKit() {}

  /** The plugin under test. */
  protected abstract JoistPlugin plugin();

  /** Programs in which each of its opcodes occurs, with each kind of operand that it treats differently. */
  protected abstract List<OpcodeProgram> programs();

  @Override
  protected final Kit open() {
    return new OpcodePluginRules(plugin(), programs());
  }
}
