package dev.joist.backend.x86.asm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.assembler.EncodingException;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.IntegerInstructions.Shift;
import dev.joist.backend.x86.disasm.Disassembly;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Labels, constants, and operands that cannot be encoded. */
class AssemblerTest {
  private static final Disassembly DISASSEMBLY = new Disassembly(offset -> "0x" + Long.toHexString(offset));

  private final CodeBuffer code = new CodeBuffer();
  private final Assembler asm = new Assembler(code);
  private final CodeLabel label = new CodeLabel();

  private List<String> listing(int end) {
    List<String> lines = new ArrayList<>();
    byte[] bytes = code.toByteArray();
    for (int offset = 0; offset < end; ) {
      Disassembly.Instruction instruction = DISASSEMBLY.at(bytes, offset);
      lines.add(instruction.text());
      offset = instruction.end();
    }
    return lines;
  }

  @Test
  void jumpsForwardAreLong() {
    asm.jmp(label);
    asm.j(Condition.E, label);
    asm.call(label);
    asm.lea(Reg.R9, label);
    asm.bind(label);
    asm.finish();
    assertEquals(List.of("jmp 0x17", "je 0x17", "call 0x17", "lea r9,[rip+0x0]"), listing(code.position()));
  }

  @Test
  void jumpsBackAreShortWhereThatReaches() {
    asm.bind(label);
    for (int i = 0; i < 126; i++) {
      asm.ret();
    }
    asm.jmp(label);
    asm.jmp(label);
    asm.j(Condition.L, label);
    List<String> lines = listing(code.position());
    assertEquals(List.of("jmp 0x0", "jmp 0x0", "jl 0x0"), lines.subList(126, 129));
    assertEquals(126 + 2 + 5 + 6, code.position());
  }

  @Test
  void constantsStandAlignedBehindTheCode() {
    asm.movsd(Xmm.XMM9, 0x1122334455667788L);
    asm.movsd(Xmm.XMM1, 0x1122334455667788L);
    asm.ret();
    int end = code.position();
    asm.finish();
    assertEquals(List.of("movsd xmm9,QWORD PTR [rip+0xf]", "movsd xmm1,QWORD PTR [rip+0x7]", "ret"), listing(end));
    assertEquals(0x55667788, code.get32(24));
    assertEquals(32, code.position());
  }

  @Test
  void aLabelNeverBoundIsReported() {
    asm.jmp(label);
    assertThrows(IllegalStateException.class, asm::finish);
  }

  private static void refused(Executable code) {
    assertThrows(EncodingException.class, code);
  }

  @Test
  void whatCannotBeEncodedIsRefused() {
    IntegerInstructions integer = asm.integer();
    assertAll(
        () -> refused(() -> new Address(Reg.RAX, Reg.RSP, 0, 0)),
        () -> refused(() -> new Address(Reg.RAX, Reg.RCX, 4, 0)),
        () -> refused(() -> Reg.of(16)),
        () -> refused(() -> Xmm.of(-1)),
        () -> refused(() -> integer.shift(Shift.SHL, Size.DWORD, Reg.RAX, 32)),
        () -> refused(() -> integer.shift(Shift.SHL, Size.QWORD, Reg.RAX, -1)),
        () -> refused(() -> integer.bt(Size.QWORD, Reg.RAX, 64)),
        () -> refused(() -> integer.alu(Alu.ADD, Size.BYTE, Reg.RAX, Reg.RCX)),
        () -> refused(() -> integer.mov(Size.WORD, Reg.RAX, Reg.RCX)),
        () -> refused(() -> integer.movsx(Size.QWORD, Reg.RAX, Reg.RCX)),
        () -> refused(() -> asm.ud1(0x10000)));
    assertEquals(0, code.position(), "nothing is emitted before it is checked");
  }
}
