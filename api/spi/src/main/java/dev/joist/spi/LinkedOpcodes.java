package dev.joist.spi;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The opcodes of an engine, in the order of their numbers. */
public final class LinkedOpcodes {
  private final List<OpcodeDefinition> definitions;
  private final OpcodeTable table;
  private final Map<String, String> plugins;

  /** Numbers the definitions in this order. Two of one name are an error. */
  public LinkedOpcodes(List<OpcodeDefinition> definitions) {
    this(definitions, Map.of());
  }

  private LinkedOpcodes(List<OpcodeDefinition> definitions, Map<String, String> plugins) {
    this.plugins = Map.copyOf(plugins);
    this.definitions = List.copyOf(definitions);
    this.table = new OpcodeTable(definitions.stream().map(OpcodeDefinition::descriptor).toList());
  }

  /**
   * Links plugins in this order.
   *
   * @throws IllegalArgumentException when two have one id, or define one opcode, or one was built for another SPI, or lacks another
   */
  public static LinkedOpcodes link(List<JoistPlugin> plugins) {
    Map<String, JoistPlugin> byId = new HashMap<>();
    for (JoistPlugin plugin : plugins) {
      JoistPlugin other = byId.putIfAbsent(plugin.id(), plugin);
      if (other != null) {
        throw new IllegalArgumentException("two plugins have the id '" + plugin.id() + "': " + describe(other) + " and " + describe(plugin));
      }
      if (!SpiVersion.CURRENT.accepts(plugin.builtFor())) {
        throw new IllegalArgumentException("plugin '" + plugin.id() + "' (" + describe(plugin) + ") was built for SPI " + plugin.builtFor()
            + ", this is " + SpiVersion.CURRENT);
      }
    }
    List<OpcodeDefinition> definitions = new ArrayList<>();
    Map<String, JoistPlugin> definedBy = new HashMap<>();
    for (JoistPlugin plugin : plugins) {
      for (String needed : plugin.dependencies()) {
        if (!byId.containsKey(needed)) {
          throw new IllegalArgumentException("plugin '" + plugin.id() + "' (" + describe(plugin) + ") needs the plugin '" + needed + "', which is not there");
        }
      }
      for (OpcodeDefinition definition : plugin.opcodes()) {
        JoistPlugin other = definedBy.putIfAbsent(definition.descriptor().name(), plugin);
        if (other != null) {
          throw new IllegalArgumentException("opcode " + definition.descriptor().name() + " is defined by '" + other.id() + "' (" + describe(other)
              + ") and by '" + plugin.id() + "' (" + describe(plugin) + ")");
        }
        definitions.add(definition);
      }
    }
    Map<String, String> ids = new HashMap<>();
    definedBy.forEach((opcode, plugin) -> ids.put(opcode, plugin.id()));
    return new LinkedOpcodes(definitions, ids);
  }

  private static String describe(JoistPlugin plugin) {
    return plugin.getClass().getModule().getName() + "/" + plugin.getClass().getName();
  }

  /** The id of the plugin that defines an opcode; empty for opcodes that were not linked from plugins. */
  public Optional<String> plugin(String opcode) {
    return Optional.ofNullable(plugins.get(opcode));
  }

  public OpcodeTable table() {
    return table;
  }

  public List<OpcodeDefinition> definitions() {
    return definitions;
  }

  public OpcodeDefinition definition(int number) {
    return definitions.get(number);
  }

  /** The semantics by number; a new array. */
  public OpcodeSemantics[] semantics() {
    return definitions.stream().map(OpcodeDefinition::semantics).toArray(OpcodeSemantics[]::new);
  }
}
