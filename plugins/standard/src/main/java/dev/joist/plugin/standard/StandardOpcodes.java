package dev.joist.plugin.standard;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.plugin.call.CallOpcodes;
import dev.joist.plugin.core.CoreOpcodes;
import dev.joist.plugin.property.PropertyOpcodes;
import java.util.List;
import java.util.stream.Stream;

/** The opcodes that Joist comes with. */
public final class StandardOpcodes {
  private StandardOpcodes() {}

  /** The standard opcodes alone, numbered. */
  public static OpcodeTable table() {
    return new OpcodeTable(Stream.of(CoreOpcodes.descriptors(), PropertyOpcodes.descriptors(), CallOpcodes.descriptors())
        .flatMap(List::stream).toList());
  }
}
