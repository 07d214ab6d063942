package dev.joist.backend.x86.asm;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.IntegerInstructions.Shift;
import dev.joist.backend.x86.asm.SseInstructions.Arithmetic;
import dev.joist.backend.x86.asm.SseInstructions.Bitwise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Instructions, each as GNU assembler text in Intel syntax and as what this assembler makes of it. The text is put
 * together here from the operands, independently of encoder and disassembler. Jump targets are written {@code .+16}.
 *
 * <p>As a program it prints the texts, one a line, for {@code regenerate-encodings}.
 */
final class EncodingCases {
  private static final Reg[] REGS = {
    Reg.RAX, Reg.RCX, Reg.RBX, Reg.RSP, Reg.RBP, Reg.RSI, Reg.R8, Reg.R12, Reg.R13, Reg.R15
  };
  private static final Xmm[] XMMS = {Xmm.XMM0, Xmm.XMM7, Xmm.XMM8, Xmm.XMM15};
  private static final Size[] SIZES = {Size.DWORD, Size.QWORD};
  private static final String[] LOW = {"ax", "cx", "dx", "bx", "sp", "bp", "si", "di"};
  private static final String[] BYTES = {"al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil"};

  private final List<Case> cases = new ArrayList<>();

  /** One instruction. */
  record Case(String text, byte[] bytes) {}

  private EncodingCases() {}

  /** Prints the texts of all cases. */
  public static void main(String[] args) {
    all().forEach(c -> System.out.println(c.text));
  }

  static List<Case> all() {
    EncodingCases it = new EncodingCases();
    it.alu();
    it.moves();
    it.memory();
    it.others();
    it.shifts();
    it.conditions();
    it.sse();
    it.control();
    return it.cases;
  }

  private void add(String text, Consumer<Assembler> emission) {
    CodeBuffer code = new CodeBuffer();
    emission.accept(new Assembler(code));
    cases.add(new Case(text, code.toByteArray()));
  }

  private void integer(String text, Consumer<IntegerInstructions> emission) {
    add(text, asm -> emission.accept(asm.integer()));
  }

  private void sse(String text, Consumer<SseInstructions> emission) {
    add(text, asm -> emission.accept(asm.sse()));
  }

  private static String r(Size size, Reg reg) {
    int n = reg.ordinal();
    if (n < 8) {
      return switch (size) {
        case BYTE -> BYTES[n];
        case WORD -> LOW[n];
        case DWORD -> "e" + LOW[n];
        case QWORD -> "r" + LOW[n];
      };
    }
    return "r" + n + switch (size) {
      case BYTE -> "b";
      case WORD -> "w";
      case DWORD -> "d";
      case QWORD -> "";
    };
  }

  private static String lower(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }

  private static String hex(Size size, long value) {
    return "0x" + Long.toHexString(size == Size.QWORD ? value : value & (1L << size.bits()) - 1);
  }

  private static String rel(int distance) {
    return distance < 0 ? ".-" + -distance : ".+" + distance;
  }

  /** Addresses of all shapes, with their texts. */
  private static List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    for (Reg base : REGS) {
      for (int displacement : new int[] {0, 8, -128, 127, 128, 0x12345678}) {
        all.add(Address.at(base, displacement));
      }
      for (Reg index : new Reg[] {Reg.RAX, Reg.RBP, Reg.R12, Reg.R13}) {
        all.add(new Address(base, index, index.ordinal() & 3, 0));
        all.add(new Address(base, index, 3, -8));
        all.add(new Address(base, index, 0, 0x1000));
      }
    }
    return all;
  }

  private static String text(Address a) {
    boolean noDisplacement = a.displacement() == 0 && a.base() != Reg.RBP && a.base() != Reg.R13;
    String displacement = noDisplacement ? "" : a.displacement() < 0
        ? "-0x" + Integer.toHexString(-a.displacement())
        : "+0x" + Integer.toHexString(a.displacement());
    String index = a.index() == null ? "" : "+" + r(Size.QWORD, a.index()) + "*" + (1 << a.shift());
    return "[" + r(Size.QWORD, a.base()) + index + displacement + "]";
  }

  private static String sized(Size size, Address a) {
    return size.name() + " PTR " + text(a);
  }

  private void alu() {
    for (Size s : SIZES) {
      for (Alu op : Alu.values()) {
        for (Reg d : REGS) {
          integer(lower(op) + " " + r(s, d) + "," + r(s, Reg.RDX), i -> i.alu(op, s, d, Reg.RDX));
          integer(lower(op) + " " + r(s, Reg.R9) + "," + r(s, d), i -> i.alu(op, s, Reg.R9, d));
          for (int imm : new int[] {0, 1, -1, 127, -128, 128, -129, 0x12345678, Integer.MIN_VALUE}) {
            integer(lower(op) + " " + r(s, d) + "," + hex(s, imm), i -> i.alu(op, s, d, imm));
          }
        }
      }
      for (Reg d : REGS) {
        integer("test " + r(s, d) + "," + r(s, Reg.RSI), i -> i.test(s, d, Reg.RSI));
        integer("test " + r(s, d) + "," + hex(s, 0x1234), i -> i.test(s, d, 0x1234));
        integer("bt " + r(s, d) + ",0x7", i -> i.bt(s, d, 7));
        integer("imul " + r(s, d) + "," + r(s, Reg.R14), i -> i.imul(s, d, Reg.R14));
        integer("imul " + r(s, Reg.RDI) + "," + r(s, d), i -> i.imul(s, Reg.RDI, d));
        integer("neg " + r(s, d), i -> i.neg(s, d));
        integer("not " + r(s, d), i -> i.not(s, d));
        integer("idiv " + r(s, d), i -> i.idiv(s, d));
        integer("bsr " + r(s, d) + "," + r(s, Reg.R10), i -> i.bsr(s, d, Reg.R10));
      }
    }
    integer("bt rax,0x3f", i -> i.bt(Size.QWORD, Reg.RAX, 63));
    integer("cdq", i -> i.signIntoRdx(Size.DWORD));
    integer("cqo", i -> i.signIntoRdx(Size.QWORD));
  }

  private void moves() {
    for (Reg d : REGS) {
      for (Size s : SIZES) {
        integer("mov " + r(s, d) + "," + r(s, Reg.R11), i -> i.mov(s, d, Reg.R11));
        integer("mov " + r(s, Reg.RDI) + "," + r(s, d), i -> i.mov(s, Reg.RDI, d));
      }
      for (long value : new long[] {0, 1, 0x7fffffffL, 0x80000000L, 0xffffffffL}) {
        integer("mov " + r(Size.DWORD, d) + "," + hex(Size.DWORD, value), i -> i.mov(d, value));
      }
      for (long value : new long[] {-1, Integer.MIN_VALUE}) {
        integer("mov " + r(Size.QWORD, d) + "," + hex(Size.QWORD, value), i -> i.mov(d, value));
      }
      for (long value : new long[] {0x100000000L, Long.MIN_VALUE, 0x123456789abcdef0L, -0x80000001L}) {
        integer("movabs " + r(Size.QWORD, d) + "," + hex(Size.QWORD, value), i -> i.mov(d, value));
      }
      integer("movzx " + r(Size.DWORD, Reg.RBX) + "," + r(Size.BYTE, d), i -> i.movzx(Size.BYTE, Reg.RBX, d));
      integer("movzx " + r(Size.DWORD, d) + "," + r(Size.BYTE, Reg.RDX), i -> i.movzx(Size.BYTE, d, Reg.RDX));
      integer("movzx " + r(Size.DWORD, Reg.R9) + "," + r(Size.WORD, d), i -> i.movzx(Size.WORD, Reg.R9, d));
      integer("movsx " + r(Size.QWORD, Reg.RBX) + "," + r(Size.BYTE, d), i -> i.movsx(Size.BYTE, Reg.RBX, d));
      integer("movsx " + r(Size.QWORD, Reg.R9) + "," + r(Size.WORD, d), i -> i.movsx(Size.WORD, Reg.R9, d));
      integer("movsxd " + r(Size.QWORD, Reg.R9) + "," + r(Size.DWORD, d), i -> i.movsx(Size.DWORD, Reg.R9, d));
      integer("push " + r(Size.QWORD, d), i -> i.push(d));
      integer("pop " + r(Size.QWORD, d), i -> i.pop(d));
    }
  }

  private void memory() {
    for (Address a : addresses()) {
      for (Size s : SIZES) {
        integer("mov " + r(s, Reg.RDI) + "," + sized(s, a), i -> i.mov(s, Reg.RDI, a));
        integer("lea " + r(s, Reg.R10) + "," + text(a), i -> i.lea(s, Reg.R10, a));
      }
      for (Size s : Size.values()) {
        integer("mov " + sized(s, a) + "," + r(s, Reg.RSI), i -> i.mov(s, a, Reg.RSI));
        integer("mov " + sized(s, a) + "," + r(s, Reg.R9), i -> i.mov(s, a, Reg.R9));
        integer("mov " + sized(s, a) + "," + hex(s, 0x12), i -> i.mov(s, a, 0x12));
        integer("mov " + sized(s, a) + "," + hex(s, -2), i -> i.mov(s, a, -2));
        integer("cmp " + sized(s, a) + "," + hex(s, 0x7f), i -> i.alu(Alu.CMP, s, a, 0x7f));
        integer("add " + sized(s, a) + "," + hex(s, -3), i -> i.alu(Alu.ADD, s, a, -3));
        if (s != Size.BYTE) {
          integer("cmp " + sized(s, a) + "," + hex(s, 0x1234), i -> i.alu(Alu.CMP, s, a, 0x1234));
        }
      }
      for (Size s : new Size[] {Size.BYTE, Size.WORD}) {
        integer("movzx r9d," + sized(s, a), i -> i.movzx(s, Reg.R9, a));
        integer("movsx rsi," + sized(s, a), i -> i.movsx(s, Reg.RSI, a));
      }
      integer("movsxd rsi," + sized(Size.DWORD, a), i -> i.movsx(Size.DWORD, Reg.RSI, a));
      integer("xor rdx," + sized(Size.QWORD, a), i -> i.alu(Alu.XOR, Size.QWORD, Reg.RDX, a));
      sse("movsd xmm3," + sized(Size.QWORD, a), i -> i.movsd(Xmm.XMM3, a));
      sse("movsd " + sized(Size.QWORD, a) + ",xmm12", i -> i.movsd(a, Xmm.XMM12));
    }
  }

  private void others() {
    add("ret", Assembler::ret);
    for (Reg reg : REGS) {
      add("call " + r(Size.QWORD, reg), asm -> asm.call(reg));
      add("jmp " + r(Size.QWORD, reg), asm -> asm.jmp(reg));
    }
    for (int number : new int[] {0x100, 0xffff}) {
      add("ud1 eax,DWORD PTR [rax+0x" + Integer.toHexString(number) + "]", asm -> asm.ud1(number));
    }
  }

  private void shifts() {
    for (Size s : SIZES) {
      for (Shift op : Shift.values()) {
        if (op == Shift.SAL) {
          continue;
        }
        for (Reg d : REGS) {
          integer(lower(op) + " " + r(s, d) + ",1", i -> i.shift(op, s, d, 1));
          integer(lower(op) + " " + r(s, d) + "," + hex(Size.BYTE, s.bits() - 1), i -> i.shift(op, s, d, s.bits() - 1));
          integer(lower(op) + " " + r(s, d) + ",cl", i -> i.shiftByCl(op, s, d));
        }
      }
    }
  }

  private void conditions() {
    for (Condition c : Condition.values()) {
      for (Reg d : REGS) {
        integer("set" + lower(c) + " " + r(Size.BYTE, d), i -> i.set(c, d));
        for (Size s : SIZES) {
          integer("cmov" + lower(c) + " " + r(s, d) + "," + r(s, Reg.RBP), i -> i.cmov(c, s, d, Reg.RBP));
        }
      }
    }
  }

  private void sse() {
    for (Xmm d : XMMS) {
      for (Xmm s : XMMS) {
        String operands = lower(d) + "," + lower(s);
        for (Arithmetic op : Arithmetic.values()) {
          sse(lower(op) + " " + operands, i -> i.arithmetic(op, d, s));
        }
        for (Bitwise op : Bitwise.values()) {
          sse(lower(op) + " " + operands, i -> i.bitwise(op, d, s));
        }
        sse("movapd " + operands, i -> i.movapd(d, s));
        sse("ucomisd " + operands, i -> i.ucomisd(d, s));
        sse("cvtsd2ss " + operands, i -> i.cvtsd2ss(d, s));
        sse("cvtss2sd " + operands, i -> i.cvtss2sd(d, s));
        for (SseInstructions.Rounding rounding : SseInstructions.Rounding.values()) {
          sse("roundsd " + operands + "," + hex(Size.BYTE, 8 + rounding.ordinal()), i -> i.roundsd(rounding, d, s));
        }
      }
      sse("psllq " + lower(d) + ",0x3f", i -> i.psllq(d, 63));
      sse("psrlq " + lower(d) + ",0x1", i -> i.psrlq(d, 1));
      for (Reg reg : REGS) {
        sse("movq " + lower(d) + "," + r(Size.QWORD, reg), i -> i.movq(d, reg));
        sse("movq " + r(Size.QWORD, reg) + "," + lower(d), i -> i.movq(reg, d));
        sse("movmskpd " + r(Size.DWORD, reg) + "," + lower(d), i -> i.movmskpd(reg, d));
        for (Size s : SIZES) {
          sse("cvtsi2sd " + lower(d) + "," + r(s, reg), i -> i.cvtsi2sd(s, d, reg));
          sse("cvttsd2si " + r(s, reg) + "," + lower(d), i -> i.cvttsd2si(s, reg, d));
        }
      }
    }
  }

  /** A label at the instruction itself is 0 away; one that is bound after more bytes is ahead. */
  private void control() {
    for (Condition c : Condition.values()) {
      backward("j" + lower(c), (asm, label) -> asm.j(c, label), 0);
    }
    backward("jmp", Assembler::jmp, 0);
    backward("jmp", Assembler::jmp, 126);
  }

  private interface Jump {
    void emit(Assembler asm, CodeLabel label);
  }

  private void backward(String name, Jump jump, int distance) {
    CodeBuffer code = new CodeBuffer();
    Assembler asm = new Assembler(code);
    CodeLabel label = new CodeLabel();
    asm.bind(label);
    for (int i = 0; i < distance; i++) {
      asm.ret();
    }
    jump.emit(asm, label);
    byte[] bytes = code.toByteArray();
    byte[] last = Arrays.copyOfRange(bytes, distance, bytes.length);
    cases.add(new Case(name + " " + rel(-distance), last));
  }
}
