package dev.joist.backend.aarch64.asm;

import static dev.joist.backend.aarch64.asm.Reg.R0;
import static dev.joist.backend.aarch64.asm.Reg.R1;
import static dev.joist.backend.aarch64.asm.Reg.R2;
import static dev.joist.backend.aarch64.asm.Size.W;
import static dev.joist.backend.aarch64.asm.Size.X;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.assembler.EncodingException;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Operands at the limits are taken; one step over is an error that names instruction and value. */
class LimitsTest {
  private static void range(String name, IntUnaryOperator encoder, int low, int high, int step) {
    assertDoesNotThrow(() -> encoder.applyAsInt(low), name + " " + low);
    assertDoesNotThrow(() -> encoder.applyAsInt(high), name + " " + high);
    refused(name, low - step, () -> encoder.applyAsInt(low - step));
    refused(name, high + step, () -> encoder.applyAsInt(high + step));
  }

  private static void refused(String name, long value, Executable code) {
    String message = assertThrows(EncodingException.class, code, name + " " + value).getMessage();
    assertTrue(message.startsWith(name), message);
    assertTrue(message.contains(Long.toString(value)), message);
  }

  private static void refused(Executable code) {
    assertThrows(EncodingException.class, code);
  }

  @Test
  void immediatesOfAddAndSub() {
    range("add", i -> Arithmetic.add(X, R0, R1, i), 0, 4095, 1 << 24);
    range("sub", i -> Arithmetic.sub(W, R0, R1, i), 0, 4095 << 12, 4096);
    refused("adds", 4097, () -> Arithmetic.adds(X, R0, R1, 4097));
    refused("subs", -1, () -> Arithmetic.cmp(X, R0, -1));
  }

  @Test
  void shiftAmounts() {
    range("add", i -> Arithmetic.add(X, R0, R1, R2, Shift.LSL, i), 0, 63, 1);
    range("add", i -> Arithmetic.add(W, R0, R1, R2, Shift.LSL, i), 0, 31, 1);
    range("add", i -> Arithmetic.add(X, R0, R1, R2, Extend.UXTW, i), 0, 4, 1);
    range("and", i -> Logic.and(W, R0, R1, R2, Shift.ROR, i), 0, 31, 1);
    range("lsl", i -> Bitfields.lsl(X, R0, R1, i), 0, 63, 1);
    range("lsr", i -> Bitfields.lsr(W, R0, R1, i), 0, 31, 1);
    range("asr", i -> Bitfields.asr(X, R0, R1, i), 0, 63, 1);
    range("ror", i -> Bitfields.ror(W, R0, R1, i), 0, 31, 1);
    range("extr", i -> Bitfields.extr(X, R0, R1, R2, i), 0, 63, 1);
    refused(() -> Arithmetic.add(X, R0, R1, R2, Shift.ROR, 1));
  }

  @Test
  void bitfields() {
    range("ubfx", i -> Bitfields.ubfx(W, R0, R1, i, 1), 0, 31, 1);
    range("ubfx", i -> Bitfields.ubfx(X, R0, R1, 60, i), 1, 4, 1);
    range("bfi", i -> Bitfields.bfi(X, R0, R1, 0, i), 1, 64, 1);
    range("sbfiz", i -> Bitfields.sbfiz(W, R0, R1, 31, i), 1, 1, 1);
  }

  @Test
  void piecesOfMoves() {
    range("movz", i -> Moves.movz(X, R0, i, 0), 0, 0xffff, 1);
    range("movk", i -> Moves.movk(X, R0, 1, i), 0, 48, 16);
    range("movn", i -> Moves.movn(W, R0, 1, i), 0, 16, 16);
    refused("movk", 8, () -> Moves.movk(X, R0, 1, 8));
  }

  @Test
  void masks() {
    assertAll(
        () -> refused(() -> Logic.and(X, R0, R1, 0)),
        () -> refused(() -> Logic.and(X, R0, R1, -1)),
        () -> refused(() -> Logic.and(W, R0, R1, 0xffff_ffffL)),
        () -> refused(() -> Logic.orr(X, R0, R1, 5)),
        () -> refused(() -> Logic.orr(W, R0, R1, 0x1_0000_0000L)),
        () -> refused(() -> Logic.orr(X, R0, R1, 0x1234)));
  }

  @Test
  void conditionalComparisons() {
    range("ccmp", i -> Conditional.ccmp(X, R0, i, 0, Condition.EQ), 0, 31, 1);
    range("ccmn", i -> Conditional.ccmn(X, R0, i, 0, Condition.EQ), 0, 31, 1);
    range("ccmp", i -> Conditional.ccmp(X, R0, R1, i, Condition.EQ), 0, 15, 1);
    refused(() -> Conditional.cset(X, R0, Condition.AL));
  }

  @Test
  void branchDistances() {
    range("b", Branches::b, -(1 << 27), (1 << 27) - 4, 4);
    range("bl", Branches::bl, -(1 << 27), (1 << 27) - 4, 4);
    range("b.cond", i -> Branches.bCond(Condition.EQ, i), -(1 << 20), (1 << 20) - 4, 4);
    range("cbz", i -> Branches.cbz(X, R0, i), -(1 << 20), (1 << 20) - 4, 4);
    range("tbz", i -> Branches.tbz(R0, 1, i), -(1 << 15), (1 << 15) - 4, 4);
    range("tbnz", i -> Branches.tbnz(R0, i, 0), 0, 63, 1);
    range("adr", i -> Branches.adr(R0, i), -(1 << 20), (1 << 20) - 1, 1);
    range("adrp", i -> Branches.adrp(R0, i), -(1 << 20), (1 << 20) - 1, 1);
    range("ldr", i -> LoadStore.ldrLiteral(X, R0, i), -(1 << 20), (1 << 20) - 4, 4);
    refused("b", 2, () -> Branches.b(2));
  }

  @Test
  void displacements() {
    range("LDR_X", i -> LoadStore.ldr(X, R0, Address.at(R1, i)), -256, 4095 * 8, 8);
    range("STRB", i -> LoadStore.transfer(LoadStore.Access.STRB, R0, Address.at(R1, i)), -256, 4095, 1);
    range("LDRH", i -> LoadStore.transfer(LoadStore.Access.LDRH, R0, Address.at(R1, i)), -256, 4095 * 2, 2);
    refused("LDR_X", 257, () -> LoadStore.ldr(X, R0, Address.at(R1, 257)));
    range("STR_X", i -> LoadStore.str(X, R0, Address.preIndex(R1, i)), -256, 255, 1);
    range("STR_X", i -> LoadStore.str(X, R0, Address.postIndex(R1, i)), -256, 255, 1);
    range("ldp", i -> LoadStore.ldp(X, R0, R1, Address.at(R2, i)), -512, 504, 8);
    range("stp", i -> LoadStore.stp(W, R0, R1, Address.preIndex(R2, i)), -256, 252, 4);
    refused("stp", 4, () -> LoadStore.stp(X, R0, R1, Address.at(R2, 4)));
  }

  @Test
  void registersThatAnInstructionCannotName() {
    assertAll(
        () -> refused(() -> Arithmetic.add(X, Reg.ZR, R1, 1)),
        () -> refused(() -> Arithmetic.adds(X, Reg.SP, R1, 1)),
        () -> refused(() -> Arithmetic.add(X, R0, R1, Reg.SP)),
        () -> refused(() -> Logic.and(X, R0, Reg.SP, R1)),
        () -> refused(() -> LoadStore.ldr(X, Reg.SP, Address.at(R1))),
        () -> refused(() -> LoadStore.ldr(X, R0, Address.at(Reg.ZR))),
        () -> refused(() -> LoadStore.ldr(X, R0, Address.preIndex(R0, 8))),
        () -> refused(() -> LoadStore.ldp(X, R0, R0, Address.at(R1))),
        () -> refused(() -> LoadStore.ldp(X, R0, R1, Address.postIndex(R1, 16))),
        () -> refused(() -> LoadStore.ldp(X, R0, R1, Address.indexed(R1, R2))),
        () -> refused(() -> LoadStore.ldr(X, R0, Address.indexed(R1, R2, Extend.UXTB, false))),
        () -> refused(() -> LoadStore.transfer(LoadStore.Access.LDR_D, R0, Address.at(R1))),
        () -> refused(() -> LoadStore.transfer(LoadStore.Access.LDR_X, VReg.V0, Address.at(R1))),
        () -> refused(() -> Branches.br(Reg.SP)),
        () -> refused(() -> Reg.of(31)),
        () -> refused(() -> VReg.of(32)));
  }

  @Test
  void floatingPointImmediates() {
    for (double value : new double[] {0.125, 31, -31, 1.9375, -0.1328125}) {
      assertDoesNotThrow(() -> FloatingPoint.fmov(FpSize.D, VReg.V0, value));
    }
    for (double value : new double[] {0, -0.0, 0.1, 32, 0.0625, 1.03125, Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(() -> FloatingPoint.fmov(FpSize.D, VReg.V0, value));
    }
  }

  @Test
  void trapNumbers() {
    range("brk", SystemInstructions::brk, 0, 0xffff, 1);
    range("hlt", SystemInstructions::hlt, 0, 0xffff, 1);
    range("udf", SystemInstructions::udf, 0, 0xffff, 1);
  }
}
