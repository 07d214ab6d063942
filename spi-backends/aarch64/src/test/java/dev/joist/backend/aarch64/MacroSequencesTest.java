package dev.joist.backend.aarch64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.masm.Cond;
import dev.joist.masm.FpCond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Disassembler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * The instructions of each macro operation. Every one is counted against other engines' baseline code, so a change here is
 * to be looked at, not waved through. The label of branches is bound right behind, so targets are named {@code L}.
 */
class MacroSequencesTest {
  private static final Width W = Width.BITS32;
  private static final Width X = Width.BITS64;

  private static final MutGp X0 = new MutGp(0);
  private static final MutGp X1 = new MutGp(1);
  private static final MutGp X2 = new MutGp(2);
  private static final MutGp X3 = new MutGp(3);
  private static final MutGp X4 = new MutGp(4);
  private static final MutFp D0 = new MutFp(0);
  private static final MutFp D1 = new MutFp(1);
  private static final MutFp D2 = new MutFp(2);

  private static void emits(Aarch64Backend backend, BiConsumer<MacroAssembler, Label> code, String... expected) {
    CodeBuilder builder = backend.begin();
    MacroAssembler masm = builder.masm();
    Label label = masm.newLabel();
    code.accept(masm, label);
    masm.bind(label);
    int end = masm.offset();
    CodeImage image = builder.build();
    List<String> lines = new ArrayList<>();
    for (Disassembler.Line line : backend.disassembler().disassemble(image.bytes())) {
      if (line.offset() < end) {
        lines.add(line.text().replaceAll("(?<!#)0x" + Integer.toHexString(end) + "$", "L"));
      }
    }
    assertEquals(String.join("\n", expected), String.join("\n", lines));
  }

  private static void emits(BiConsumer<MacroAssembler, Label> code, String... expected) {
    emits(new Aarch64Backend(), code, expected);
  }

  @Test
  void moves() {
    emits((m, _) -> m.move(X0, X1), "mov x0, x1");
    emits((m, _) -> m.move(X0, X0), "");
    emits((m, _) -> m.moveImm(X0, 0), "mov w0, #0x0");
    emits((m, _) -> m.moveImm(X0, -1), "mov x0, #0xffffffffffffffff");
    emits((m, _) -> m.moveImm(X0, 0x0003_0000_0000_0000L), "mov x0, #0x3000000000000");
    emits((m, _) -> m.moveImm(X0, 0x12345678), "ldr x0, 0x8");
    emits((m, _) -> m.moveImm(X0, 0x7f12_3456_7890L), "ldr x0, 0x8");
    emits((m, l) -> m.moveLabel(X0, l), "adr x0, L");
  }

  @Test
  void arithmetic() {
    emits((m, _) -> m.add(W, X0, X1, X2), "add w0, w1, w2");
    emits((m, _) -> m.sub(X, X0, X1, X2), "sub x0, x1, x2");
    emits((m, _) -> m.mul(W, X0, X1, X2), "mul w0, w1, w2");
    emits((m, _) -> m.div(W, X0, X1, X2), "sdiv w0, w1, w2");
    emits((m, _) -> m.rem(W, X0, X1, X2), "sdiv w16, w1, w2", "msub w0, w16, w2, w1");
    emits((m, _) -> m.neg(X, X0, X1), "neg x0, x1");
    emits((m, _) -> m.not(W, X0, X1), "mvn w0, w1");
    emits((m, _) -> m.subFromImm(W, X0, 0, X1), "neg w0, w1");
    emits((m, _) -> m.subFromImm(X, X0, -1, X1), "mvn x0, x1");
    emits((m, _) -> m.subFromImm(X, X0, 10, X1), "mov w17, #0xa", "sub x0, x17, x1");
  }

  @Test
  void addingNumbers() {
    emits((m, _) -> m.addImm(X, X0, X1, 4095), "add x0, x1, #0xfff");
    emits((m, _) -> m.addImm(X, X0, X1, -4095), "sub x0, x1, #0xfff");
    emits((m, _) -> m.addImm(W, X0, X1, 0xffff_ffffL), "sub w0, w1, #0x1");
    emits((m, _) -> m.addImm(X, X0, X1, 0x5000), "add x0, x1, #0x5, lsl #12");
    emits((m, _) -> m.addImm(X, X0, X1, 0x5001), "add x0, x1, #0x5, lsl #12", "add x0, x0, #0x1");
    emits((m, _) -> m.addImm(X, X0, X1, -0x12_3456), "sub x0, x1, #0x123, lsl #12", "sub x0, x0, #0x456");
    emits((m, _) -> m.addImm(X, X0, X1, 0x5555_5555_5555_5555L), "mov x17, #0x5555555555555555", "add x0, x1, x17");
    emits((m, _) -> m.addImm(X, X0, X0, 0), "");
    emits((m, _) -> m.addImm(W, X0, X0, 0), "mov w0, w0");
  }

  @Test
  void logic() {
    emits((m, _) -> m.and(W, X0, X1, X2), "and w0, w1, w2");
    emits((m, _) -> m.or(X, X0, X1, X2), "orr x0, x1, x2");
    emits((m, _) -> m.xor(X, X0, X1, X2), "eor x0, x1, x2");
    emits((m, _) -> m.andImm(X, X0, X1, 0xffff_ffff_ffffL), "and x0, x1, #0xffffffffffff");
    emits((m, _) -> m.andImm(W, X0, X1, -2), "and w0, w1, #0xfffffffe");
    emits((m, _) -> m.andImm(X, X0, X1, 5), "mov w17, #0x5", "and x0, x1, x17");
    emits((m, _) -> m.orImm(X, X0, X1, 0x0003_0000_0000_0000L), "orr x0, x1, #0x3000000000000");
    emits((m, _) -> m.orImm(W, X0, X1, -1), "mov w0, #0xffffffff");
    emits((m, _) -> m.xorImm(X, X0, X1, 0xfffc_0000_0000_0000L), "eor x0, x1, #0xfffc000000000000");
    emits((m, _) -> m.xorImm(X, X0, X1, -1), "mvn x0, x1");
  }

  @Test
  void shiftsAndExtensions() {
    emits((m, _) -> m.shiftLeft(W, X0, X1, X2), "lsl w0, w1, w2");
    emits((m, _) -> m.shiftRight(W, X0, X1, X2), "asr w0, w1, w2");
    emits((m, _) -> m.shiftRightUnsigned(X, X0, X1, X2), "lsr x0, x1, x2");
    emits((m, _) -> m.shiftLeftImm(W, X0, X1, 35), "lsl w0, w1, #3");
    emits((m, _) -> m.shiftRightImm(X, X0, X1, 35), "asr x0, x1, #35");
    emits((m, _) -> m.shiftRightUnsignedImm(W, X0, X0, 0), "mov w0, w0");
    emits((m, _) -> m.countLeadingZeros(W, X0, X1), "clz w0, w1");
    emits((m, _) -> m.zeroExtend(Width.BITS8, X0, X1), "uxtb w0, w1");
    emits((m, _) -> m.zeroExtend(Width.BITS16, X0, X1), "uxth w0, w1");
    emits((m, _) -> m.zeroExtend(W, X0, X0), "mov w0, w0");
    emits((m, _) -> m.signExtend(Width.BITS8, X0, X1), "sxtb x0, w1");
    emits((m, _) -> m.signExtend(Width.BITS16, X0, X1), "sxth x0, w1");
    emits((m, _) -> m.signExtend(W, X0, X1), "sxtw x0, w1");
  }

  @Test
  void comparisons() {
    emits((m, _) -> m.compare(W, Cond.LESS, X0, X1, X2), "cmp w1, w2", "cset w0, lt");
    emits((m, _) -> m.compareImm(X, Cond.ABOVE, X0, X1, -3), "cmn x1, #0x2", "cset w0, cs");
    emits((m, _) -> m.compareImm(X, Cond.LESS, X0, X1, 0), "lsr x0, x1, #63");
    emits((m, _) -> m.compareImm(W, Cond.BELOW, X0, X1, 0), "mov w0, #0x0");
    emits((m, _) -> m.select(X, Cond.BELOW, X1, X2, X0, X3, X4), "cmp x1, x2", "csel x0, x3, x4, cc");
    emits((m, _) -> m.compareFp(FpCond.LESS, X0, D0, D1), "fcmp d0, d1", "cset w0, mi");
  }

  @Test
  void overflow() {
    emits((m, l) -> m.addOverflow(W, X0, X1, X2, l), "adds w0, w1, w2", "b.vs L");
    emits((m, l) -> m.subOverflow(W, X0, X1, X2, l), "subs w0, w1, w2", "b.vs L");
    emits((m, l) -> m.negOverflow(W, X0, X1, l), "negs w0, w1", "b.vs L");
    emits((m, l) -> m.addImmOverflow(W, X0, X1, 1, l), "adds w0, w1, #0x1", "b.vs L");
    emits((m, l) -> m.addImmOverflow(W, X0, X1, -1, l), "subs w0, w1, #0x1", "b.vs L");
    emits((m, l) -> m.addImmOverflow(W, X0, X0, 0, l), "mov w0, w0");
    emits((m, l) -> m.mulOverflow(W, X0, X1, X2, l),
        "smull x16, w1, w2", "cmp x16, w16, sxtw", "mov w0, w16", "b.ne L");
    emits((m, l) -> m.mulOverflow(X, X0, X1, X2, l),
        "smulh x16, x1, x2", "mul x0, x1, x2", "cmp x16, x0, asr #63", "b.ne L");
  }

  @Test
  void branchesOnOneInstructionWhereOneWillDo() {
    emits((m, l) -> m.jump(l), "b L");
    emits((m, l) -> m.branchImm(X, Cond.EQUAL, X0, 0, l), "cbz x0, L");
    emits((m, l) -> m.branchImm(W, Cond.NOT_EQUAL, X0, 0, l), "cbnz w0, L");
    emits((m, l) -> m.branchImm(W, Cond.LESS, X0, 0, l), "tbnz w0, #31, L");
    emits((m, l) -> m.branchImm(X, Cond.GREATER_EQUAL, X0, 0, l), "tbz x0, #63, L");
    emits((m, l) -> m.branchImm(X, Cond.GREATER, X0, -1, l), "tbz x0, #63, L");
    emits((m, l) -> m.branchImm(X, Cond.LESS_EQUAL, X0, -1, l), "tbnz x0, #63, L");
    emits((m, l) -> m.branchImm(X, Cond.BELOW, X0, 1, l), "cbz x0, L");
    emits((m, l) -> m.branchImm(X, Cond.ABOVE, X0, 0, l), "cbnz x0, L");
    emits((m, l) -> m.branchImm(W, Cond.ABOVE_EQUAL, X0, 0x8000_0000L, l), "tbnz w0, #31, L");
    emits((m, l) -> m.branchImm(X, Cond.ABOVE_EQUAL, X0, 0, l), "b L");
    emits((m, l) -> m.branchImm(X, Cond.BELOW, X0, 0, l), "");
    emits((m, l) -> m.branchIfAnyBits(X, X0, 1L << 40, l), "tbnz x0, #40, L");
    emits((m, l) -> m.branchIfNoBits(W, X0, 1, l), "tbz w0, #0, L");
    emits((m, l) -> m.branchIfNoBits(X, X0, 0xffff_ffffL, l), "cbz w0, L");
    emits((m, l) -> m.branchIfAnyBits(X, X0, -1, l), "cbnz x0, L");
    emits((m, l) -> m.branchTop(Cond.EQUAL, X0, 63, 1, l), "tbnz x0, #63, L");
    emits((m, l) -> m.branchTop(Cond.EQUAL, X0, 63, 0, l), "tbz x0, #63, L");
  }

  @Test
  void branchesOnTwoInstructions() {
    emits((m, l) -> m.branch(X, Cond.BELOW_EQUAL, X0, X1, l), "cmp x0, x1", "b.ls L");
    emits((m, l) -> m.branchImm(W, Cond.GREATER, X0, 100, l), "cmp w0, #0x64", "b.gt L");
    emits((m, l) -> m.branchImm(W, Cond.EQUAL, X0, -100, l), "cmn w0, #0x64", "b.eq L");
    emits((m, l) -> m.branchImm(W, Cond.LESS, X0, 4097, l), "cmp w0, #0x1, lsl #12", "b.le L");
    emits((m, l) -> m.branchImm(X, Cond.BELOW, X0, 1L << 48, l), "tst x0, #0xffff000000000000", "b.eq L");
    emits((m, l) -> m.branchImm(X, Cond.ABOVE, X0, (1L << 48) - 1, l), "tst x0, #0xffff000000000000", "b.ne L");
    emits((m, l) -> m.branchIfNoBits(X, X0, 0xff0, l), "tst x0, #0xff0", "b.eq L");
    emits((m, l) -> m.branchTop(Cond.NOT_EQUAL, X0, 48, 0, l), "tst x0, #0xffff000000000000", "b.ne L");
    emits((m, l) -> m.branchTop(Cond.BELOW, X0, 48, 4, l), "tst x0, #0xfffc000000000000", "b.eq L");
    emits((m, l) -> m.branchFp(FpCond.NOT_GREATER, D0, D1, l), "fcmp d0, d1", "b.le L");
    emits((m, l) -> m.branchMemImm(X, Cond.NOT_EQUAL, Mem.at(X0, 8), 0, l), "ldr x16, [x0, #8]", "cbnz x16, L");
  }

  @Test
  void branchesThatNeedAConstant() {
    emits((m, l) -> m.branchImm(X, Cond.EQUAL, X0, 0x12345, l),
        "ldr x17, 0x10", "cmp x0, x17", "b.eq L");
    emits((m, l) -> m.branchIfAnyBits(X, X0, 5, l), "mov w17, #0x5", "tst x0, x17", "b.ne L");
    emits((m, l) -> m.branchTop(Cond.EQUAL, X0, 48, 3, l), "mov w17, #0x3", "cmp x17, x0, lsr #48", "b.eq L");
    emits((m, l) -> m.branchTop(Cond.EQUAL, X0, 49, 0x7fff, l),
        "mov x17, #0xfffe000000000000", "cmp x0, x17", "b.cs L");
    emits((m, l) -> m.branchUnlessBothTops(X0, X1, 48, 3, l),
        "mov w17, #0x3", "lsr x16, x1, #48", "cmp x17, x0, lsr #48", "ccmp x16, x17, #0x0, eq", "b.ne L");
    emits((m, l) -> m.branchUnlessBothTops(X0, X1, 49, 0x7fff, l),
        "and x16, x0, x1", "mov x17, #0xfffe000000000000", "cmp x16, x17", "b.cc L");
    emits((m, l) -> m.branchUnlessBothTops(X0, X1, 63, 0, l), "orr x16, x0, x1", "tbnz x16, #63, L");
    emits((m, l) -> m.branchMemImm(W, Cond.NOT_EQUAL, Mem.at(X0, 8), 0x12345, l),
        "ldr w16, [x0, #8]", "ldr x17, L", "cmp w16, w17", "b.ne L");
  }

  @Test
  void aConstantIsMadeOnceInStraightCode() {
    emits((m, l) -> {
      m.branchTop(Cond.NOT_EQUAL, X0, 48, 3, l);
      m.branchTop(Cond.NOT_EQUAL, X1, 48, 3, l);
      m.bind(m.newLabel());
      m.branchTop(Cond.NOT_EQUAL, X2, 48, 3, l);
    }, "mov w17, #0x3", "cmp x17, x0, lsr #48", "b.ne L", "cmp x17, x1, lsr #48", "b.ne L",
        "mov w17, #0x3", "cmp x17, x2, lsr #48", "b.ne L");
  }

  @Test
  void memory() {
    emits((m, _) -> m.load(Width.BITS8, X0, Mem.at(X1, 4095)), "ldrb w0, [x1, #4095]");
    emits((m, _) -> m.load(Width.BITS16, X0, Mem.at(X1, -2)), "ldurh w0, [x1, #-2]");
    emits((m, _) -> m.load(W, X0, Mem.at(X1, 4)), "ldr w0, [x1, #4]");
    emits((m, _) -> m.load(X, X0, Mem.at(X1, 32760)), "ldr x0, [x1, #32760]");
    emits((m, _) -> m.load(X, X0, Mem.at(X1, 32768)), "add x16, x1, #0x8, lsl #12", "ldr x0, [x16]");
    emits((m, _) -> m.load(X, X0, Mem.at(X1, -4088)), "sub x16, x1, #0x1, lsl #12", "ldr x0, [x16, #8]");
    emits((m, _) -> m.load(X, X0, Mem.at(X1, 0x7000_0000)), "mov w17, #0x70000000", "ldr x0, [x1, x17]");
    emits((m, _) -> m.loadSigned(W, X0, Mem.at(X1, 4)), "ldrsw x0, [x1, #4]");
    emits((m, _) -> m.loadSigned(Width.BITS8, X0, Mem.at(X1, 4)), "ldrsb x0, [x1, #4]");
    emits((m, _) -> m.load(X, X0, Mem.indexed(X1, X2, 3, 0)), "ldr x0, [x1, x2, lsl #3]");
    emits((m, _) -> m.load(W, X0, Mem.indexed(X1, X2, 0, 0)), "ldr w0, [x1, x2]");
    emits((m, _) -> m.load(X, X0, Mem.indexed(X1, X2, 3, 16)), "add x16, x1, x2, lsl #3", "ldr x0, [x16, #16]");
    emits((m, _) -> m.store(X, X0, Mem.at(X1, 16)), "str x0, [x1, #16]");
    emits((m, _) -> m.storeImm(X, 0, Mem.at(X1, 16)), "str xzr, [x1, #16]");
    emits((m, _) -> m.storeImm(Width.BITS8, 0x101, Mem.at(X1, 16)), "mov w17, #0x1", "strb w17, [x1, #16]");
    emits((m, _) -> m.storePair(X0, X2, new Mem.Displaced(X1, 16)), "stp x0, x2, [x1, #16]");
    emits((m, _) -> m.storePair(X0, X2, new Mem.Displaced(X1, 512)), "str x0, [x1, #512]", "str x2, [x1, #520]");
    emits((m, _) -> m.loadPair(X1, X2, new Mem.Displaced(X1, 512)), "ldr x2, [x1, #520]", "ldr x1, [x1, #512]");
    emits((m, _) -> m.loadFp(D0, Mem.at(X1, 8)), "ldr d0, [x1, #8]");
    emits((m, _) -> m.storeFp(D0, Mem.indexed(X1, X2, 3, 0)), "str d0, [x1, x2, lsl #3]");
    emits((m, _) -> m.address(X0, Mem.indexed(X1, X2, 3, 8)), "add x0, x1, x2, lsl #3", "add x0, x0, #0x8");
    emits((m, _) -> m.address(X0, Mem.at(X0, 0)), "");
  }

  @Test
  void doubles() {
    emits((m, _) -> m.moveFp(D0, D1), "fmov d0, d1");
    emits((m, _) -> m.moveFp(D0, D0), "");
    emits((m, _) -> m.moveFpImm(D0, 0.0), "fmov d0, xzr");
    emits((m, _) -> m.moveFpImm(D0, 0.5), "fmov d0, #5.000000000000000000e-01");
    emits((m, _) -> m.moveFpImm(D0, 0.1), "ldr d0, 0x8");
    emits((m, _) -> m.bitsToFp(D0, X1), "fmov d0, x1");
    emits((m, _) -> m.fpToBits(X0, D1), "fmov x0, d1");
    emits((m, _) -> m.addFp(D0, D1, D2), "fadd d0, d1, d2");
    emits((m, _) -> m.subFp(D0, D1, D2), "fsub d0, d1, d2");
    emits((m, _) -> m.mulFp(D0, D1, D2), "fmul d0, d1, d2");
    emits((m, _) -> m.divFp(D0, D1, D2), "fdiv d0, d1, d2");
    emits((m, _) -> m.minFp(D0, D1, D2), "fmin d0, d1, d2");
    emits((m, _) -> m.maxFp(D0, D1, D2), "fmax d0, d1, d2");
    emits((m, _) -> m.negFp(D0, D1), "fneg d0, d1");
    emits((m, _) -> m.absFp(D0, D1), "fabs d0, d1");
    emits((m, _) -> m.complementFp(D0, D1), "mvn v0.8b, v1.8b");
    emits((m, _) -> m.sqrtFp(D0, D1), "fsqrt d0, d1");
    emits((m, _) -> m.roundFp(Rounding.FLOOR, D0, D1), "frintm d0, d1");
    emits((m, _) -> m.roundFp(Rounding.CEILING, D0, D1), "frintp d0, d1");
    emits((m, _) -> m.roundFp(Rounding.TRUNCATE, D0, D1), "frintz d0, d1");
    emits((m, _) -> m.roundFp(Rounding.NEAREST_EVEN, D0, D1), "frintn d0, d1");
    emits((m, _) -> m.roundToFloat(D0, D1), "fcvt s0, d1", "fcvt d0, s0");
  }

  @Test
  void conversions() {
    emits((m, _) -> m.int32ToFp(D0, X1), "scvtf d0, w1");
    emits((m, _) -> m.uint32ToFp(D0, X1), "ucvtf d0, w1");
    emits((m, l) -> m.fpToInt32Exact(X0, D1, l), "fcvtzs w0, d1", "scvtf d31, w0", "fcmp d31, d1", "b.ne L",
        "cbnz w0, L", "fmov x16, d1", "cbnz x16, L");
    emits((m, l) -> m.fpToInt32Modular(X0, D1, l), "fcvtzs x0, d1", "cmp x0, #0x1", "ccmn x0, #0x1, #0x1, vc",
        "mov w0, w0", "b.vs L");
  }

  @Test
  void conversionsWhereTheProcessorHasJavaScripts() {
    Aarch64Backend withJscvt = new Aarch64Backend(true);
    emits(withJscvt, (m, l) -> m.fpToInt32Exact(X0, D1, l), "fjcvtzs w0, d1", "b.ne L");
    emits(withJscvt, (m, l) -> m.fpToInt32Modular(X0, D1, l), "fjcvtzs w0, d1");
  }

  @Test
  void framesAndCalls() {
    emits((m, _) -> m.enterFrame(0), "str x30, [sp, #-16]!");
    emits((m, _) -> m.leaveFrameAndReturn(0), "ldr x30, [sp], #16", "ret");
    emits((m, _) -> m.enterFrame(232), "str x30, [sp, #-240]!");
    emits((m, _) -> m.enterFrame(240), "sub sp, sp, #0x100", "str x30, [sp]");
    emits((m, _) -> m.leaveFrameAndReturn(240), "ldr x30, [sp]", "add sp, sp, #0x100", "ret");
    emits((m, _) -> m.leaveFrameAndJump(8, X0), "ldr x30, [sp], #16", "br x0");
    emits((m, _) -> m.load(X, X0, m.spill(8)), "ldr x0, [sp, #16]");
    emits((m, _) -> m.call(X0), "blr x0");
    emits((m, l) -> m.callLabel(l), "bl L");
    emits((m, _) -> m.jumpTo(X0), "br x0");
    emits((m, _) -> m.callHost(X0), "blr x0");
    emits((m, _) -> m.trap(7), "brk #0x7");
    emits((m, _) -> m.bindIndirect(m.newLabel()), "bti jc");
  }

  @Test
  void functionsOfTheHost() {
    emits((m, _) -> m.enterHostFrame(), "bti c", "stp x29, x30, [sp, #-160]!", "mov x29, sp",
        "stp x19, x20, [sp, #16]", "stp x21, x22, [sp, #32]", "stp x23, x24, [sp, #48]", "stp x25, x26, [sp, #64]",
        "stp x27, x28, [sp, #80]", "stp d8, d9, [sp, #96]", "stp d10, d11, [sp, #112]", "stp d12, d13, [sp, #128]",
        "stp d14, d15, [sp, #144]");
    emits((m, _) -> {
      m.bindIndirect(m.newLabel());
      m.enterHostFrame();
    }, "bti jc", "stp x29, x30, [sp, #-160]!", "mov x29, sp",
        "stp x19, x20, [sp, #16]", "stp x21, x22, [sp, #32]", "stp x23, x24, [sp, #48]", "stp x25, x26, [sp, #64]",
        "stp x27, x28, [sp, #80]", "stp d8, d9, [sp, #96]", "stp d10, d11, [sp, #112]", "stp d12, d13, [sp, #128]",
        "stp d14, d15, [sp, #144]");
    emits((m, _) -> m.leaveHostFrameAndReturn(), "ldp d8, d9, [sp, #96]", "ldp d10, d11, [sp, #112]",
        "ldp d12, d13, [sp, #128]", "ldp d14, d15, [sp, #144]", "ldp x19, x20, [sp, #16]", "ldp x21, x22, [sp, #32]",
        "ldp x23, x24, [sp, #48]", "ldp x25, x26, [sp, #64]", "ldp x27, x28, [sp, #80]", "ldp x29, x30, [sp], #160", "ret");
  }

  @Test
  void remarksStandAtTheirOffsets() {
    CodeBuilder builder = new Aarch64Backend().begin();
    MacroAssembler masm = builder.masm();
    masm.comment("first");
    masm.moveImm(X0, 0x7f12_3456_7890L);
    masm.comment("second");
    masm.trap(1);
    CodeImage image = builder.build();
    assertEquals(List.of(new CodeImage.Remark(0, "first"), new CodeImage.Remark(4, "second"),
        new CodeImage.Remark(8, "constants")), image.remarks());
    assertEquals(16, image.bytes().length);
  }
}
