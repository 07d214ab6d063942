package dev.joist.backend.x86.disasm;

import static dev.joist.backend.x86.disasm.InstructionReader.hex;
import static dev.joist.backend.x86.disasm.InstructionReader.xmm;

import dev.joist.backend.x86.disasm.InstructionReader.EndOfCode;
import java.util.function.LongFunction;

/** Text of instructions. Covers what the assembler of this module emits; any other byte is {@code .byte 0x…}. */
public final class Disassembly {
  private static final String[] ALU = {"add", "or", "adc", "sbb", "and", "sub", "xor", "cmp"};
  private static final String[] SHIFTS = {"rol", "ror", "rcl", "rcr", "shl", "shr", "shl", "sar"};
  private static final String[] CONDITIONS = {
    "o", "no", "b", "ae", "e", "ne", "be", "a", "s", "ns", "p", "np", "l", "ge", "le", "g"
  };

  private final LongFunction<String> targetName;

  /** A disassembler that asks for the names of jump targets, given by their offset. */
  public Disassembly(LongFunction<String> targetName) {
    this.targetName = targetName;
  }

  /** An instruction's text and the offset of the next. */
  public record Instruction(String text, int end) {}

  /** The instruction at an offset. */
  public Instruction at(byte[] code, int offset) {
    InstructionReader in = new InstructionReader(code, offset);
    try {
      String text = text(in);
      if (text != null) {
        return new Instruction(text, in.position());
      }
    } catch (EndOfCode e) {
      // What is cut off is shown as data, below.
    }
    return new Instruction(String.format(".byte 0x%02x", code[offset] & 0xff), offset + 1);
  }

  private String text(InstructionReader in) throws EndOfCode {
    int opcode = in.opcode();
    if (opcode > 0xffff) {
      return opcode == 0x0f3a0b && in.prefix() == 0x66
          ? "roundsd " + xmm(in.reg()) + "," + in.xmmOperand() + "," + hex(8, in.u8())
          : null;
    }
    return opcode > 0xff ? twoBytes(in, opcode) : oneByte(in, opcode);
  }

  private String oneByte(InstructionReader in, int opcode) throws EndOfCode {
    int size = in.size();
    if (opcode < 0x40) {
      return alu(in, opcode, size);
    }
    return switch (opcode) {
      case 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57 -> "push " + in.general(64, in.inOpcode(opcode));
      case 0x58, 0x59, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f -> "pop " + in.general(64, in.inOpcode(opcode));
      case 0x63 -> "movsxd " + in.general(64, in.reg()) + "," + in.operand(32);
      case 0x80 -> immediate(ALU[in.extension()], in, 8);
      case 0x81 -> immediate(ALU[in.extension()], in, size);
      case 0x83 -> ALU[in.extension()] + " " + in.operand(size) + "," + hex(size, in.s8());
      case 0x85 -> "test " + in.operand(size) + "," + in.general(size, in.reg());
      case 0x88 -> "mov " + in.operand(8) + "," + in.general(8, in.reg());
      case 0x89 -> "mov " + in.operand(size) + "," + in.general(size, in.reg());
      case 0x8b -> "mov " + in.general(size, in.reg()) + "," + in.operand(size);
      case 0x8d -> in.isRegister() ? null : "lea " + in.general(size, in.reg()) + "," + in.memory();
      case 0x99 -> in.wide() ? "cqo" : "cdq";
      case 0xa9 -> "test " + in.general(size, 0) + "," + hex(size, in.s32());
      case 0xb8, 0xb9, 0xba, 0xbb, 0xbc, 0xbd, 0xbe, 0xbf -> in.wide()
          ? "movabs " + in.general(64, in.inOpcode(opcode)) + "," + hex(64, in.s64())
          : "mov " + in.general(32, in.inOpcode(opcode)) + "," + hex(32, in.s32());
      case 0xc1 -> SHIFTS[in.extension()] + " " + in.operand(size) + "," + hex(8, in.u8());
      case 0xc3 -> "ret";
      case 0xc6 -> in.extension() == 0 ? immediate("mov", in, 8) : null;
      case 0xc7 -> in.extension() == 0 ? immediate("mov", in, size) : null;
      case 0xd1 -> SHIFTS[in.extension()] + " " + in.operand(size) + ",1";
      case 0xd3 -> SHIFTS[in.extension()] + " " + in.operand(size) + ",cl";
      case 0xe8 -> "call " + far(in);
      case 0xe9 -> "jmp " + far(in);
      case 0xeb -> "jmp " + near(in);
      case 0xf7 -> unary(in, size);
      case 0xff -> switch (in.extension()) {
        case 2 -> "call " + in.operand(64);
        case 4 -> "jmp " + in.operand(64);
        default -> null;
      };
      default -> (opcode & 0xf0) == 0x70 ? "j" + CONDITIONS[opcode & 15] + " " + near(in) : null;
    };
  }

  private String near(InstructionReader in) throws EndOfCode {
    int distance = in.s8();
    return targetName.apply(in.position() + distance);
  }

  private String far(InstructionReader in) throws EndOfCode {
    int distance = in.s32();
    return targetName.apply(in.position() + distance);
  }

  private static String alu(InstructionReader in, int opcode, int size) throws EndOfCode {
    String name = ALU[opcode >> 3];
    return switch (opcode & 7) {
      case 1 -> name + " " + in.operand(size) + "," + in.general(size, in.reg());
      case 3 -> name + " " + in.general(size, in.reg()) + "," + in.operand(size);
      case 5 -> name + " " + in.general(size, 0) + "," + hex(size, in.s32());
      default -> null;
    };
  }

  /** An instruction on r/m and a number as wide, at most 32 bits. */
  private static String immediate(String name, InstructionReader in, int size) throws EndOfCode {
    String operand = in.operand(size);
    long value = size == 8 ? in.u8() : size == 16 ? in.s16() : in.s32();
    return name + " " + operand + "," + hex(size, value);
  }

  private static String unary(InstructionReader in, int size) throws EndOfCode {
    return switch (in.extension()) {
      case 0 -> immediate("test", in, size);
      case 2 -> "not " + in.operand(size);
      case 3 -> "neg " + in.operand(size);
      case 7 -> "idiv " + in.operand(size);
      default -> null;
    };
  }

  private String twoBytes(InstructionReader in, int opcode) throws EndOfCode {
    int size = in.size();
    String condition = CONDITIONS[opcode & 15];
    return switch (opcode >> 4) {
      case 0xf4 -> "cmov" + condition + " " + in.general(size, in.reg()) + "," + in.operand(size);
      case 0xf8 -> "j" + condition + " " + far(in);
      case 0xf9 -> "set" + condition + " " + in.operand(8);
      default -> switch (opcode) {
        case 0x0faf -> "imul " + in.general(size, in.reg()) + "," + in.operand(size);
        case 0x0fb6 -> "movzx " + in.general(size, in.reg()) + "," + in.operand(8);
        case 0x0fb7 -> "movzx " + in.general(size, in.reg()) + "," + in.operand(16);
        case 0x0fb9 -> "ud1 " + in.general(size, in.reg()) + "," + in.operand(size);
        case 0x0fba -> in.extension() == 4 ? "bt " + in.operand(size) + "," + hex(8, in.u8()) : null;
        case 0x0fbd -> "bsr " + in.general(size, in.reg()) + "," + in.operand(size);
        case 0x0fbe -> "movsx " + in.general(size, in.reg()) + "," + in.operand(8);
        case 0x0fbf -> "movsx " + in.general(size, in.reg()) + "," + in.operand(16);
        default -> switch (in.prefix()) {
          case 0x66 -> packed(in, opcode);
          case 0xf2 -> scalar(in, opcode);
          case 0xf3 -> opcode == 0x0f5a ? "cvtss2sd " + xmm(in.reg()) + "," + in.xmmOperand() : null;
          default -> null;
        };
      };
    };
  }

  private static String packed(InstructionReader in, int opcode) throws EndOfCode {
    String name = switch (opcode) {
      case 0x0f28 -> "movapd";
      case 0x0f2e -> "ucomisd";
      case 0x0f54 -> "andpd";
      case 0x0f56 -> "orpd";
      case 0x0f57 -> "xorpd";
      case 0x0f76 -> "pcmpeqd";
      default -> null;
    };
    if (name != null) {
      return name + " " + xmm(in.reg()) + "," + in.xmmOperand();
    }
    return switch (opcode) {
      case 0x0f50 -> "movmskpd " + in.general(32, in.reg()) + "," + in.xmmOperand();
      case 0x0f6e -> in.wide() ? "movq " + xmm(in.reg()) + "," + in.operand(64) : null;
      case 0x0f7e -> in.wide() ? "movq " + in.operand(64) + "," + xmm(in.reg()) : null;
      case 0x0f73 -> switch (in.extension()) {
        case 2 -> "psrlq " + xmm(in.rm()) + "," + hex(8, in.u8());
        case 6 -> "psllq " + xmm(in.rm()) + "," + hex(8, in.u8());
        default -> null;
      };
      default -> null;
    };
  }

  private static String scalar(InstructionReader in, int opcode) throws EndOfCode {
    String name = switch (opcode) {
      case 0x0f10 -> "movsd";
      case 0x0f51 -> "sqrtsd";
      case 0x0f58 -> "addsd";
      case 0x0f59 -> "mulsd";
      case 0x0f5a -> "cvtsd2ss";
      case 0x0f5c -> "subsd";
      case 0x0f5d -> "minsd";
      case 0x0f5e -> "divsd";
      case 0x0f5f -> "maxsd";
      default -> null;
    };
    if (name != null) {
      return name + " " + xmm(in.reg()) + "," + in.xmmOperand();
    }
    return switch (opcode) {
      case 0x0f11 -> "movsd " + in.xmmOperand() + "," + xmm(in.reg());
      case 0x0f2a -> "cvtsi2sd " + xmm(in.reg()) + "," + in.operand(in.size());
      case 0x0f2c -> "cvttsd2si " + in.general(in.size(), in.reg()) + "," + in.xmmOperand();
      default -> null;
    };
  }
}
