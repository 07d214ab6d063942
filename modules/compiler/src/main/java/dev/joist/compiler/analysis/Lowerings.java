package dev.joist.compiler.analysis;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeLowering;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The linked opcodes with their lowerings, by opcode number. */
public final class Lowerings {
  private final Map<String, String> outside;
  private final OpcodeTable table;
  private final List<Optional<OpcodeLowering>> lowerings;

  /** @param definitions in the order of their numbers */
  public Lowerings(List<OpcodeDefinition> definitions) {
    this(definitions, Map.of());
  }

  /** @param outside opcodes of plugins from outside, by name, with the plugin's id: what their lowerings do is checked */
  public Lowerings(List<OpcodeDefinition> definitions, Map<String, String> outside) {
    this.outside = Map.copyOf(outside);
    table = new OpcodeTable(definitions.stream().map(OpcodeDefinition::descriptor).toList());
    lowerings = definitions.stream().map(OpcodeDefinition::lowering).toList();
  }

  public OpcodeTable table() {
    return table;
  }

  public Optional<OpcodeLowering> of(DecodedInsn insn) {
    return insn.own() != null ? Optional.of(insn.own()) : lowerings.get(insn.opcode());
  }

  public boolean isFromOutside(DecodedInsn insn) {
    return outside.containsKey(insn.descriptor().name());
  }

  /** What an instruction's lowering declares. */
  public Constraints constraints(DecodedInsn insn, LoweringEnvironment environment) {
    Optional<OpcodeLowering> lowering = of(insn);
    if (lowering.isEmpty()) {
      return Constraints.SLOW_PATH_ONLY;
    }
    if (!isFromOutside(insn)) {
      return lowering.get().constraints(insn, environment);
    }
    try {
      Constraints constraints = lowering.get().constraints(insn, environment);
      check(insn, constraints);
      return constraints;
    } catch (RuntimeException | LinkageError e) {
      throw fault(insn, e);
    }
  }

  private static void check(DecodedInsn insn, Constraints constraints) {
    List<Operand> operands = insn.descriptor().operands();
    constraints.uses().keySet().forEach(operand -> require(operand >= 0 && operand < operands.size() && isRead(operands.get(operand).kind()),
        "declares that it reads operand " + operand + ", which is no register that the instruction reads"));
    constraints.results().keySet().forEach(operand -> require(operand >= 0 && operand < operands.size() && isDefined(operands.get(operand).kind()),
        "declares a result in operand " + operand + ", which is no register that the instruction defines"));
    int copyOf = constraints.copyOf();
    require(copyOf < 0 || constraints.uses().containsKey(copyOf), "declares a copy of operand " + copyOf + ", which it does not read");
  }

  private static boolean isRead(OperandKind kind) {
    return kind == OperandKind.USE || kind == OperandKind.USE_DEF || kind == OperandKind.WINDOW || kind == OperandKind.RANGE;
  }

  private static boolean isDefined(OperandKind kind) {
    return kind == OperandKind.DEF || kind == OperandKind.USE_DEF;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** An error that says whose lowering has failed. */
  public PluginFault fault(DecodedInsn insn, Throwable cause) {
    return new PluginFault("plugin '" + outside.get(insn.descriptor().name()) + "': the lowering of " + insn.descriptor().name() + " at offset "
        + insn.offset() + (cause instanceof IllegalStateException ? " " + cause.getMessage() : " threw " + cause), cause);
  }
}
