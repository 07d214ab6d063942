package dev.joist.backend.aarch64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.assembler.EncodingException;
import dev.joist.backend.aarch64.disasm.Disassembly;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labels, veneers and literals. */
class AssemblerTest {
  private static final Disassembly DISASSEMBLY = new Disassembly();

  private final CodeBuffer code = new CodeBuffer();
  private final Assembler asm = new Assembler(code);
  private final CodeLabel label = new CodeLabel();

  private String at(int offset) {
    return DISASSEMBLY.text(code.get32(offset), offset);
  }

  private List<String> listing() {
    List<String> lines = new ArrayList<>();
    for (int offset = 0; offset < code.position(); offset += 4) {
      lines.add(at(offset));
    }
    return lines;
  }

  private void nops(int bytes) {
    for (int end = code.position() + bytes; code.position() < end; ) {
      asm.emit(SystemInstructions.nop());
    }
  }

  /** Follows direct branches from an offset until something else stands there. */
  private int follow(int offset) {
    String text = at(offset);
    while (text.startsWith("b ")) {
      offset = Integer.decode(text.substring(2));
      text = at(offset);
    }
    return offset;
  }

  private int target(int offset) {
    String text = at(offset);
    return follow(Integer.decode(text.substring(text.lastIndexOf(' ') + 1)));
  }

  @Test
  void everyBranchForward() {
    asm.b(label);
    asm.bl(label);
    asm.b(Condition.LT, label);
    asm.cbz(Size.W, Reg.R1, label);
    asm.cbnz(Size.X, Reg.R1, label);
    asm.tbz(Reg.R1, 3, label);
    asm.tbnz(Reg.R1, 63, label);
    asm.adr(Reg.R1, label);
    asm.bind(label);
    asm.emit(Branches.ret());
    asm.finish();
    assertEquals(List.of("b 0x20", "bl 0x20", "b.lt 0x20", "cbz w1, 0x20", "cbnz x1, 0x20", "tbz w1, #3, 0x20",
        "tbnz x1, #63, 0x20", "adr x1, 0x20", "ret"), listing());
  }

  @Test
  void everyBranchBackward() {
    asm.emit(SystemInstructions.nop());
    asm.bind(label);
    asm.emit(SystemInstructions.nop());
    asm.b(label);
    asm.bl(label);
    asm.b(Condition.LT, label);
    asm.cbz(Size.W, Reg.R1, label);
    asm.cbnz(Size.X, Reg.R1, label);
    asm.tbz(Reg.R1, 3, label);
    asm.tbnz(Reg.R1, 63, label);
    asm.adr(Reg.R1, label);
    assertEquals(List.of("nop", "nop", "b 0x4", "bl 0x4", "b.lt 0x4", "cbz w1, 0x4", "cbnz x1, 0x4", "tbz w1, #3, 0x4",
        "tbnz x1, #63, 0x4", "adr x1, 0x4"), listing());
  }

  @Test
  void aShortBranchFarBackIsTurnedRound() {
    asm.bind(label);
    nops(0x8000);
    asm.tbz(Reg.R1, 3, label);
    asm.tbz(Reg.R1, 3, label);
    assertEquals("tbz w1, #3, 0x0", at(0x8000));
    assertEquals("tbnz w1, #3, 0x800c", at(0x8004));
    assertEquals("b 0x0", at(0x8008));
    nops(0x100000 - code.position());
    int from = code.position();
    asm.b(Condition.GT, label);
    asm.b(Condition.GT, label);
    asm.cbz(Size.X, Reg.R2, label);
    assertEquals("b.gt 0x0", at(from));
    assertEquals("b.le 0x10000c", at(from + 4));
    assertEquals("b 0x0", at(from + 8));
    assertEquals("cbnz x2, 0x100014", at(from + 12));
    assertEquals("b 0x0", at(from + 16));
  }

  @Test
  void aShortBranchFarForwardGetsAVeneerThatIsJumpedOver() {
    asm.tbz(Reg.R1, 3, label);
    nops(0x40000);
    asm.bind(label);
    asm.emit(Branches.ret());
    asm.finish();
    assertEquals("ret", at(target(0)));
    int island = Integer.decode(at(0).substring(at(0).lastIndexOf(' ') + 1)) - 4;
    assertEquals("b 0x" + Integer.toHexString(island + 8), at(island));
    assertTrue(island < 0x8000);
  }

  @Test
  void branchesOfAllFormsAtAllDistancesReachTheirLabels() {
    for (int distance : new int[] {0x6000, 0x7ff0, 0x7ffc, 0x8000, 0xfffe0, 0x100000, 0x180000}) {
      CodeBuffer buffer = new CodeBuffer();
      Assembler assembler = new Assembler(buffer);
      List<CodeLabel> labels = new ArrayList<>();
      List<Integer> sites = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        CodeLabel l = new CodeLabel();
        labels.add(l);
        assembler.contiguous(8);
        sites.add(buffer.position());
        switch (i % 4) {
          case 0 -> assembler.tbnz(Reg.R1, 40, l);
          case 1 -> assembler.cbz(Size.W, Reg.R1, l);
          case 2 -> assembler.b(Condition.MI, l);
          default -> assembler.b(l);
        }
      }
      while (buffer.position() < distance) {
        assembler.emit(SystemInstructions.nop());
      }
      for (int i = 0; i < 64; i++) {
        assembler.bind(labels.get(i));
        assembler.emit(SystemInstructions.brk(i));
      }
      assembler.finish();
      for (int i = 0; i < 64; i++) {
        assertEquals(SystemInstructions.brk(i), destination(buffer, sites.get(i)), "branch " + i + " over " + distance);
      }
    }
  }

  private static int destination(CodeBuffer buffer, int site) {
    int offset = site;
    String text = DISASSEMBLY.text(buffer.get32(offset), offset);
    do {
      offset = Integer.decode(text.substring(text.lastIndexOf(' ') + 1));
      text = DISASSEMBLY.text(buffer.get32(offset), offset);
    } while (text.startsWith("b "));
    return buffer.get32(offset);
  }

  @Test
  void aDenseRunOfBranchesKeepsItsLabels() {
    List<CodeLabel> labels = new ArrayList<>();
    List<Integer> sites = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      CodeLabel l = new CodeLabel();
      labels.add(l);
      asm.contiguous(8);
      sites.add(code.position());
      asm.tbz(Reg.R1, 0, l);
    }
    for (CodeLabel l : labels) {
      asm.bind(l);
      asm.emit(SystemInstructions.brk(labels.indexOf(l) == 59_999 ? 1 : 0));
    }
    asm.finish();
    assertEquals(SystemInstructions.brk(1), destination(code, sites.getLast()));
  }

  @Test
  void adrReachesAnyLabelBehind() {
    asm.bind(label);
    nops(0x300008);
    int site = code.position();
    asm.adr(Reg.R9, label);
    assertEquals("adr x9, 0x300008", at(site));
    assertEquals("sub x9, x9, #0x8", at(site + 4));
    assertEquals("sub x9, x9, #0x300, lsl #12", at(site + 8));
    nops(0x2000000);
    site = code.position();
    asm.adr(Reg.R9, label);
    long value = site;
    for (int at = site + 4; at < code.position(); at += 4) {
      String[] parts = at(at).substring("sub x9, x9, #".length()).split(", lsl #");
      value -= Long.decode(parts[0]) << (parts.length == 2 ? 12 : 0);
    }
    assertEquals(0, value);
  }

  @Test
  void adrOfALabelTooFarAheadIsRefused() {
    asm.adr(Reg.R9, label);
    assertThrows(EncodingException.class, () -> nops(0x100000));
  }

  @Test
  void literalsStandAtTheEndOnceEach() {
    asm.ldrLiteral(Reg.R1, 0x1122334455667788L);
    asm.ldrLiteral(VReg.V2, 0x1122334455667788L);
    asm.ldrLiteral(Reg.R3, 7);
    asm.emit(Branches.ret());
    asm.finish();
    assertEquals(List.of("ldr x1, 0x10", "ldr d2, 0x10", "ldr x3, 0x18", "ret"), listing().subList(0, 4));
    assertEquals(0x55667788, code.get32(16));
    assertEquals(0x11223344, code.get32(20));
    assertEquals(7, code.get32(24));
    assertEquals(32, code.position());
  }

  @Test
  void manyLiteralsDoNotWaitForTheEnd() {
    List<Integer> sites = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      asm.contiguous(4);
      sites.add(code.position());
      asm.ldrLiteral(Reg.R1, 0x1_0000_0000_0000L + i);
    }
    asm.emit(Branches.ret());
    asm.finish();
    for (int i = 0; i < sites.size(); i++) {
      String text = at(sites.get(i));
      assertTrue(text.startsWith("ldr x1, 0x"), text);
      assertEquals(i, code.get32(Integer.decode(text.substring(8))));
    }
  }

  @Test
  void noIslandComesIntoASequenceThatIsKeptTogether() {
    asm.tbz(Reg.R1, 3, label);
    while (code.position() < 0x8000) {
      int before = code.position();
      asm.contiguous(12);
      int start = code.position();
      nops(12);
      assertEquals(start + 12, code.position());
      assertTrue(start == before || at(before).startsWith("b "));
    }
    asm.bind(label);
    assertThrows(IllegalArgumentException.class, () -> asm.contiguous(1024));
  }

  @Test
  void aLabelNeverBoundIsReported() {
    asm.b(label);
    assertThrows(IllegalStateException.class, asm::finish);
  }
}
