package dev.joist.compiler.analysis;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeLowering;
import java.util.List;
import java.util.Optional;

/** The linked opcodes with their lowerings, by opcode number. */
public final class Lowerings {
  private final OpcodeTable table;
  private final List<Optional<OpcodeLowering>> lowerings;

  /** @param definitions in the order of their numbers */
  public Lowerings(List<OpcodeDefinition> definitions) {
    table = new OpcodeTable(definitions.stream().map(OpcodeDefinition::descriptor).toList());
    lowerings = definitions.stream().map(OpcodeDefinition::lowering).toList();
  }

  public OpcodeTable table() {
    return table;
  }

  public Optional<OpcodeLowering> of(DecodedInsn insn) {
    return lowerings.get(insn.opcode());
  }
}
