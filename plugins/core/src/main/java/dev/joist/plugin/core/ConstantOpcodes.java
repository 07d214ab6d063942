package dev.joist.plugin.core;

import static dev.joist.bytecode.CodeReader.i32;
import static dev.joist.bytecode.CodeReader.i8;
import static dev.joist.bytecode.CodeReader.u16;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.Set;

/** Constants and moves. */
final class ConstantOpcodes {
  private ConstantOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        op("LoadConst", "d result, k:LITERAL constant", "number or string constant", (activation, code, base, pc) -> {
          Registers.set(code, pc + 1, base, ((Vm) activation).function().constant(u16(code, pc + 2)));
          return pc + 4;
        }),
        op("LoadUndefined", "d result", "undefined", (_, code, base, pc) -> immediate(code, base, pc, Values.UNDEFINED)),
        op("LoadNull", "d result", "null", (_, code, base, pc) -> immediate(code, base, pc, Values.NULL)),
        op("LoadTrue", "d result", "true", (_, code, base, pc) -> immediate(code, base, pc, Values.TRUE)),
        op("LoadFalse", "d result", "false", (_, code, base, pc) -> immediate(code, base, pc, Values.FALSE)),
        op("LoadHole", "d result", "the hole: an uninitialised binding", (_, code, base, pc) -> immediate(code, base, pc, Values.HOLE)),
        op("LoadInt8", "d result, i8 number", "small integer", (_, code, base, pc) -> {
          Registers.set(code, pc + 1, base, Values.int32(i8(code, pc + 2)));
          return pc + 3;
        }),
        op("LoadInt32", "d result, i32 number", "integer", (_, code, base, pc) -> {
          Registers.set(code, pc + 1, base, Values.int32(i32(code, pc + 2)));
          return pc + 6;
        }),
        op("Move", "d result, u source", "copy of a register", (_, code, base, pc) -> {
          Registers.set(code, pc + 1, base, Registers.get(code, pc + 2, base));
          return pc + 3;
        }));
  }

  private static int immediate(byte[] code, long base, int pc, long value) {
    Registers.set(code, pc + 1, base, value);
    return pc + 2;
  }

  private static OpcodeDefinition op(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(OpcodeDescriptor.of(name, signature, Set.of(), summary), semantics);
  }
}
