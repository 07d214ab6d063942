package dev.joist.runtime.vm;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import java.util.HashSet;
import java.util.Set;

/** Guesses how many properties a constructor gives its object, so that they lie in the cell: it counts the names stored to `this`. */
final class ExpectedProperties {
  private static final int MOST = 32;

  private ExpectedProperties() {}

  static int of(FunctionTemplate template, OpcodeTable opcodes) {
    Set<Integer> names = new HashSet<>();
    byte[] code = template.code();
    int set = opcodes.find("SetProperty").orElse(-1);
    for (int pc = 0; pc < code.length; pc += length(opcodes, code[pc])) {
      // SetProperty: u object, k name, u value, s site
      if ((code[pc] & 0xff) == set && code[pc + 1] == 0) {
        names.add(CodeReader.u16(code, pc + 2));
      }
    }
    return Math.min(names.size(), MOST);
  }

  private static int length(OpcodeTable opcodes, byte opcode) {
    OpcodeDescriptor descriptor = opcodes.descriptor(opcode & 0xff);
    return descriptor.length();
  }
}
