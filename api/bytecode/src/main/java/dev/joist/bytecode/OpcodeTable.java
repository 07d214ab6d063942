package dev.joist.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The linked opcodes, in the order of their numbers. */
public final class OpcodeTable {
  public static final int MAX_OPCODES = 256;

  private final List<OpcodeDescriptor> descriptors;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Gives the descriptors their numbers, in this order. */
  public OpcodeTable(List<OpcodeDescriptor> descriptors) {
    this.descriptors = List.copyOf(descriptors);
    if (descriptors.size() > MAX_OPCODES) {
      throw new IllegalArgumentException(descriptors.size() + " opcodes, but an opcode is one byte: at most " + MAX_OPCODES);
    }
    for (OpcodeDescriptor descriptor : descriptors) {
      if (numbers.putIfAbsent(descriptor.name(), numbers.size()) != null) {
        throw new IllegalArgumentException("opcode " + descriptor.name() + " is defined twice");
      }
    }
  }

  public int size() {
    return descriptors.size();
  }

  public List<OpcodeDescriptor> descriptors() {
    return descriptors;
  }

  /** The descriptor of a number below {@link #size()}. */
  public OpcodeDescriptor descriptor(int number) {
    return descriptors.get(number);
  }

  /** The number of a name, if it is linked. */
  public Optional<Integer> find(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  /** The number of a name; an unknown one is an error that names it. */
  public int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no linked plugin defines opcode " + name);
    }
    return number;
  }
}
