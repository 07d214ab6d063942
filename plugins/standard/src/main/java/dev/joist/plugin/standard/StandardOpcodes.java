package dev.joist.plugin.standard;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.plugin.call.CallOpcodes;
import dev.joist.plugin.call.CallPlugin;
import dev.joist.plugin.core.CoreOpcodes;
import dev.joist.plugin.core.CorePlugin;
import dev.joist.plugin.math.MathOpcodes;
import dev.joist.plugin.math.MathPlugin;
import dev.joist.plugin.property.PropertyOpcodes;
import dev.joist.plugin.property.PropertyPlugin;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes that Joist comes with. */
public final class StandardOpcodes {
  private StandardOpcodes() {}

  /** The plugins, in the order that gives the opcodes their numbers: by id. */
  public static List<JoistPlugin> plugins() {
    return List.of(new CallPlugin(), new CorePlugin(), new MathPlugin(), new PropertyPlugin());
  }

  /** The standard opcodes alone, linked. */
  public static LinkedOpcodes linked() {
    return LinkedOpcodes.link(plugins());
  }

  /** The standard opcodes alone, numbered: all that a front end needs. */
  public static OpcodeTable table() {
    return new OpcodeTable(Stream.of(CallOpcodes.descriptors(), CoreOpcodes.descriptors(), MathOpcodes.descriptors(),
        PropertyOpcodes.descriptors()).flatMap(List::stream).toList());
  }

  /** The semantics by number, for the dispatch that the build generates. */
  public static OpcodeSemantics[] semantics() {
    return linked().semantics();
  }
}
