package dev.joist.backend.aarch64;

import static dev.joist.backend.aarch64.Operands.label;
import static dev.joist.backend.aarch64.Operands.reg;
import static dev.joist.backend.aarch64.Operands.size;
import static dev.joist.backend.aarch64.Scratch.TEMP;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Branches;
import dev.joist.backend.aarch64.asm.Condition;
import dev.joist.backend.aarch64.asm.FloatingPoint;
import dev.joist.backend.aarch64.asm.FpSize;
import dev.joist.backend.aarch64.asm.Integers;
import dev.joist.backend.aarch64.asm.Logic;
import dev.joist.backend.aarch64.asm.Moves;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Shift;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.SystemInstructions;
import dev.joist.masm.Cond;
import dev.joist.masm.Fp;
import dev.joist.masm.FpCond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Rounding;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeImage.Remark;
import java.util.ArrayList;
import java.util.List;

/**
 * The portable macro assembler on AArch64. What is one instruction is emitted here; the rest is the business of an
 * emitter for each family.
 */
final class Aarch64MacroAssembler implements MacroAssembler {
  private final Assembler asm;
  private final Scratch scratch;
  private final IntegerEmitter integers;
  private final BranchEmitter branches;
  private final MemoryEmitter memory;
  private final DoubleEmitter doubles;
  private final FrameEmitter frames;
  private final List<Remark> remarks = new ArrayList<>();
  private int landingPadEnd = -1;
  private boolean finished;

  Aarch64MacroAssembler(CodeBuffer code, boolean javaScriptConversion) {
    asm = new Assembler(code);
    scratch = new Scratch(asm);
    integers = new IntegerEmitter(asm, scratch);
    branches = new BranchEmitter(asm, scratch);
    memory = new MemoryEmitter(asm, scratch, integers);
    doubles = new DoubleEmitter(asm, javaScriptConversion);
    frames = new FrameEmitter(asm, integers);
  }

  List<Remark> remarks() {
    return remarks;
  }

  @Override
  public Label newLabel() {
    return new CodeLabel();
  }

  @Override
  public void bind(Label label) {
    asm.bind(label(label));
    scratch.forget();
  }

  @Override
  public void bindIndirect(Label label) {
    asm.contiguous(4);
    bind(label);
    landingPad(SystemInstructions.BranchTarget.JC);
  }

  private void landingPad(SystemInstructions.BranchTarget kind) {
    asm.emit(SystemInstructions.bti(kind));
    landingPadEnd = asm.position();
  }

  @Override
  public int offset() {
    return asm.position();
  }

  @Override
  public void comment(String text) {
    remarks.add(new Remark(asm.position(), text));
  }

  @Override
  public void move(MutGp dst, Gp src) {
    integers.move(reg(dst), reg(src));
  }

  @Override
  public void moveImm(MutGp dst, long value) {
    scratch.move(reg(dst), value);
  }

  @Override
  public void moveLabel(MutGp dst, Label label) {
    asm.adr(reg(dst), label(label));
  }

  @Override
  public void add(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Arithmetic.add(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void addImm(Width width, MutGp dst, Gp a, long b) {
    integers.addImm(size(width), reg(dst), reg(a), b);
  }

  @Override
  public void sub(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Arithmetic.sub(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void subFromImm(Width width, MutGp dst, long b, Gp a) {
    integers.subFromImm(size(width), reg(dst), b, reg(a));
  }

  @Override
  public void mul(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Integers.mul(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void div(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Integers.sdiv(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void rem(Width width, MutGp dst, Gp a, Gp b) {
    integers.rem(size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void neg(Width width, MutGp dst, Gp a) {
    asm.emit(Arithmetic.neg(size(width), reg(dst), reg(a)));
  }

  @Override
  public void not(Width width, MutGp dst, Gp a) {
    asm.emit(Logic.mvn(size(width), reg(dst), reg(a)));
  }

  @Override
  public void and(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Logic.and(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void andImm(Width width, MutGp dst, Gp a, long b) {
    integers.andImm(size(width), reg(dst), reg(a), b);
  }

  @Override
  public void or(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Logic.orr(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void orImm(Width width, MutGp dst, Gp a, long b) {
    integers.orImm(size(width), reg(dst), reg(a), b);
  }

  @Override
  public void xor(Width width, MutGp dst, Gp a, Gp b) {
    asm.emit(Logic.eor(size(width), reg(dst), reg(a), reg(b)));
  }

  @Override
  public void xorImm(Width width, MutGp dst, Gp a, long b) {
    integers.xorImm(size(width), reg(dst), reg(a), b);
  }

  @Override
  public void shiftLeft(Width width, MutGp dst, Gp a, Gp amount) {
    asm.emit(Integers.lsl(size(width), reg(dst), reg(a), reg(amount)));
  }

  @Override
  public void shiftLeftImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.LSL, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void shiftRight(Width width, MutGp dst, Gp a, Gp amount) {
    asm.emit(Integers.asr(size(width), reg(dst), reg(a), reg(amount)));
  }

  @Override
  public void shiftRightImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.ASR, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void shiftRightUnsigned(Width width, MutGp dst, Gp a, Gp amount) {
    asm.emit(Integers.lsr(size(width), reg(dst), reg(a), reg(amount)));
  }

  @Override
  public void shiftRightUnsignedImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.LSR, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void countLeadingZeros(Width width, MutGp dst, Gp a) {
    asm.emit(Integers.clz(size(width), reg(dst), reg(a)));
  }

  @Override
  public void zeroExtend(Width from, MutGp dst, Gp a) {
    integers.zeroExtend(from, reg(dst), reg(a));
  }

  @Override
  public void signExtend(Width from, MutGp dst, Gp a) {
    integers.signExtend(from, reg(dst), reg(a));
  }

  @Override
  public void select(Width width, Cond cond, Gp x, Gp y, MutGp dst, Gp a, Gp b) {
    branches.select(size(width), cond, reg(x), reg(y), reg(dst), reg(a), reg(b));
  }

  @Override
  public void compare(Width width, Cond cond, MutGp dst, Gp a, Gp b) {
    branches.compare(size(width), cond, reg(dst), reg(a), reg(b));
  }

  @Override
  public void compareImm(Width width, Cond cond, MutGp dst, Gp a, long b) {
    branches.compareImm(size(width), cond, reg(dst), reg(a), b);
  }

  @Override
  public void addOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow) {
    asm.emit(Arithmetic.adds(size(width), reg(dst), reg(a), reg(b)));
    asm.b(Condition.VS, label(overflow));
  }

  @Override
  public void addImmOverflow(Width width, MutGp dst, Gp a, long b, Label overflow) {
    integers.addImmOverflow(size(width), reg(dst), reg(a), b, label(overflow));
  }

  @Override
  public void subOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow) {
    asm.emit(Arithmetic.subs(size(width), reg(dst), reg(a), reg(b)));
    asm.b(Condition.VS, label(overflow));
  }

  @Override
  public void mulOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow) {
    integers.mulOverflow(size(width), reg(dst), reg(a), reg(b), label(overflow));
  }

  @Override
  public void negOverflow(Width width, MutGp dst, Gp a, Label overflow) {
    asm.emit(Arithmetic.negs(size(width), reg(dst), reg(a)));
    asm.b(Condition.VS, label(overflow));
  }

  @Override
  public void jump(Label target) {
    asm.b(label(target));
  }

  @Override
  public void branch(Width width, Cond cond, Gp a, Gp b, Label target) {
    branches.branch(size(width), cond, reg(a), reg(b), label(target));
  }

  @Override
  public void branchImm(Width width, Cond cond, Gp a, long b, Label target) {
    branches.branchImm(size(width), cond, reg(a), b, label(target));
  }

  @Override
  public void branchMemImm(Width width, Cond cond, Mem a, long b, Label target) {
    memory.load(width, TEMP, a);
    branches.branchImm(width == Width.BITS64 ? Size.X : Size.W, cond, TEMP, b, label(target));
  }

  @Override
  public void branchIfNoBits(Width width, Gp a, long mask, Label target) {
    branches.branchBits(size(width), reg(a), mask, false, label(target));
  }

  @Override
  public void branchIfAnyBits(Width width, Gp a, long mask, Label target) {
    branches.branchBits(size(width), reg(a), mask, true, label(target));
  }

  @Override
  public void branchTop(Cond cond, Gp a, int lsb, long value, Label target) {
    branches.branchTop(cond, reg(a), lsb, value, label(target));
  }

  @Override
  public void branchUnlessBothTops(Gp a, Gp b, int lsb, long value, Label target) {
    branches.branchUnlessBothTops(reg(a), reg(b), lsb, value, label(target));
  }

  @Override
  public void branchFp(FpCond cond, Fp a, Fp b, Label target) {
    branches.branchFp(cond, reg(a), reg(b), label(target));
  }

  @Override
  public void load(Width width, MutGp dst, Mem mem) {
    memory.load(width, reg(dst), mem);
  }

  @Override
  public void loadSigned(Width width, MutGp dst, Mem mem) {
    memory.loadSigned(width, reg(dst), mem);
  }

  @Override
  public void store(Width width, Gp src, Mem mem) {
    memory.store(width, reg(src), mem);
  }

  @Override
  public void storeImm(Width width, long value, Mem mem) {
    memory.storeImm(width, value, mem);
  }

  @Override
  public void storePair(Gp first, Gp second, Mem.Displaced mem) {
    memory.storePair(reg(first), reg(second), mem);
  }

  @Override
  public void loadPair(MutGp first, MutGp second, Mem.Displaced mem) {
    memory.loadPair(reg(first), reg(second), mem);
  }

  @Override
  public void loadFp(MutFp dst, Mem mem) {
    memory.loadFp(reg(dst), mem);
  }

  @Override
  public void storeFp(Fp src, Mem mem) {
    memory.storeFp(reg(src), mem);
  }

  @Override
  public void address(MutGp dst, Mem mem) {
    memory.address(reg(dst), mem);
  }

  @Override
  public void moveFp(MutFp dst, Fp src) {
    doubles.move(reg(dst), reg(src));
  }

  @Override
  public void moveFpImm(MutFp dst, double value) {
    doubles.moveImm(reg(dst), value);
  }

  @Override
  public void bitsToFp(MutFp dst, Gp bits) {
    asm.emit(FloatingPoint.fmov(FpSize.D, reg(dst), reg(bits)));
  }

  @Override
  public void fpToBits(MutGp dst, Fp value) {
    asm.emit(FloatingPoint.fmov(FpSize.D, reg(dst), reg(value)));
  }

  @Override
  public void addFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fadd(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void subFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fsub(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void mulFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fmul(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void divFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fdiv(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void negFp(MutFp dst, Fp a) {
    asm.emit(FloatingPoint.fneg(FpSize.D, reg(dst), reg(a)));
  }

  @Override
  public void absFp(MutFp dst, Fp a) {
    asm.emit(FloatingPoint.fabs(FpSize.D, reg(dst), reg(a)));
  }

  @Override
  public void complementFp(MutFp dst, Fp a) {
    asm.emit(FloatingPoint.mvn(reg(dst), reg(a)));
  }

  @Override
  public void sqrtFp(MutFp dst, Fp a) {
    asm.emit(FloatingPoint.fsqrt(FpSize.D, reg(dst), reg(a)));
  }

  @Override
  public void roundFp(Rounding rounding, MutFp dst, Fp a) {
    doubles.round(rounding, reg(dst), reg(a));
  }

  @Override
  public void roundToFloat(MutFp dst, Fp a) {
    doubles.roundToFloat(reg(dst), reg(a));
  }

  @Override
  public void minFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fmin(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void maxFp(MutFp dst, Fp a, Fp b) {
    asm.emit(FloatingPoint.fmax(FpSize.D, reg(dst), reg(a), reg(b)));
  }

  @Override
  public void compareFp(FpCond cond, MutGp dst, Fp a, Fp b) {
    branches.compareFp(cond, reg(dst), reg(a), reg(b));
  }

  /** The default NaN is the canonical one, and a NaN operand comes through unchanged. */
  @Override
  public boolean arithmeticNaNIsCanonical() {
    return true;
  }

  @Override
  public void int32ToFp(MutFp dst, Gp src) {
    asm.emit(FloatingPoint.scvtf(FpSize.D, Size.W, reg(dst), reg(src)));
  }

  @Override
  public void uint32ToFp(MutFp dst, Gp src) {
    asm.emit(FloatingPoint.ucvtf(FpSize.D, Size.W, reg(dst), reg(src)));
  }

  @Override
  public void fpToInt32Exact(MutGp dst, Fp src, Label inexact) {
    doubles.toInt32Exact(reg(dst), reg(src), label(inexact));
  }

  @Override
  public void fpToInt32Modular(MutGp dst, Fp src, Label tooLarge) {
    doubles.toInt32Modular(reg(dst), reg(src), label(tooLarge));
  }

  @Override
  public void enterFrame(int spillBytes) {
    frames.enter(spillBytes);
  }

  @Override
  public void leaveFrameAndReturn(int spillBytes) {
    frames.leave(spillBytes);
    asm.emit(Branches.ret());
  }

  @Override
  public void leaveFrameAndJump(int spillBytes, Gp target) {
    frames.leave(spillBytes);
    asm.emit(Branches.br(reg(target)));
  }

  @Override
  public Mem.Displaced spill(int offset) {
    return frames.spill(offset);
  }

  @Override
  public void call(Gp target) {
    asm.emit(Branches.blr(reg(target)));
    scratch.forget();
  }

  @Override
  public void callLabel(Label target) {
    asm.bl(label(target));
    scratch.forget();
  }

  @Override
  public void jumpTo(Gp target) {
    asm.emit(Branches.br(reg(target)));
  }

  @Override
  public void enterHostFrame() {
    if (landingPadEnd != asm.position()) {
      landingPad(SystemInstructions.BranchTarget.C);
    }
    scratch.forget();
    frames.enterHost();
  }

  @Override
  public void leaveHostFrameAndReturn() {
    frames.leaveHostAndReturn();
  }

  @Override
  public void callHost(Gp target) {
    call(target);
  }

  @Override
  public void stackPointer(MutGp dst) {
    asm.emit(Moves.mov(Size.X, reg(dst), Reg.SP));
  }

  @Override
  public void setStackPointer(Gp src) {
    asm.emit(Moves.mov(Size.X, Reg.SP, reg(src)));
  }

  @Override
  public void trap(int number) {
    asm.emit(SystemInstructions.brk(number));
  }

  @Override
  public void finish() {
    if (finished) {
      throw new IllegalStateException("this code is finished already");
    }
    finished = true;
    int end = asm.position();
    asm.finish();
    if (asm.position() != end) {
      remarks.add(new Remark(end, "constants"));
    }
  }
}
