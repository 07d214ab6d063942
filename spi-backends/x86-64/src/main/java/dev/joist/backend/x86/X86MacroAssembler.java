package dev.joist.backend.x86;

import static dev.joist.backend.x86.Operands.label;
import static dev.joist.backend.x86.Operands.reg;
import static dev.joist.backend.x86.Operands.size;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.backend.x86.asm.Assembler;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.IntegerInstructions.Shift;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.backend.x86.asm.SseInstructions.Arithmetic;
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

/** The portable macro assembler on x86-64. Each family of operations has its emitter. */
final class X86MacroAssembler implements MacroAssembler {
  private final Assembler asm;
  private final IntegerEmitter integers;
  private final BranchEmitter branches;
  private final MemoryEmitter memory;
  private final DoubleEmitter doubles;
  private final FrameEmitter frames;
  private final List<Remark> remarks = new ArrayList<>();
  private boolean finished;

  X86MacroAssembler(CodeBuffer code) {
    asm = new Assembler(code);
    integers = new IntegerEmitter(asm);
    branches = new BranchEmitter(asm);
    memory = new MemoryEmitter(asm, integers);
    doubles = new DoubleEmitter(asm);
    frames = new FrameEmitter(asm);
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
  }

  @Override
  public void bindIndirect(Label label) {
    bind(label);
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
    asm.integer().mov(reg(dst), value);
  }

  @Override
  public void moveLabel(MutGp dst, Label label) {
    asm.lea(reg(dst), label(label));
  }

  @Override
  public void add(Width width, MutGp dst, Gp a, Gp b) {
    integers.add(size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void addImm(Width width, MutGp dst, Gp a, long b) {
    integers.addImm(size(width), reg(dst), reg(a), b);
  }

  @Override
  public void sub(Width width, MutGp dst, Gp a, Gp b) {
    integers.sub(size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void subFromImm(Width width, MutGp dst, long b, Gp a) {
    integers.subFromImm(size(width), reg(dst), b, reg(a));
  }

  @Override
  public void mul(Width width, MutGp dst, Gp a, Gp b) {
    integers.mul(size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void div(Width width, MutGp dst, Gp a, Gp b) {
    integers.divide(size(width), reg(dst), reg(a), reg(b), false);
  }

  @Override
  public void rem(Width width, MutGp dst, Gp a, Gp b) {
    integers.divide(size(width), reg(dst), reg(a), reg(b), true);
  }

  @Override
  public void neg(Width width, MutGp dst, Gp a) {
    integers.neg(size(width), reg(dst), reg(a));
  }

  @Override
  public void not(Width width, MutGp dst, Gp a) {
    integers.not(size(width), reg(dst), reg(a));
  }

  @Override
  public void and(Width width, MutGp dst, Gp a, Gp b) {
    integers.commutative(Alu.AND, size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void andImm(Width width, MutGp dst, Gp a, long b) {
    integers.logicImm(Alu.AND, size(width), reg(dst), reg(a), b);
  }

  @Override
  public void or(Width width, MutGp dst, Gp a, Gp b) {
    integers.commutative(Alu.OR, size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void orImm(Width width, MutGp dst, Gp a, long b) {
    integers.logicImm(Alu.OR, size(width), reg(dst), reg(a), b);
  }

  @Override
  public void xor(Width width, MutGp dst, Gp a, Gp b) {
    integers.commutative(Alu.XOR, size(width), reg(dst), reg(a), reg(b));
  }

  @Override
  public void xorImm(Width width, MutGp dst, Gp a, long b) {
    integers.logicImm(Alu.XOR, size(width), reg(dst), reg(a), b);
  }

  @Override
  public void shiftLeft(Width width, MutGp dst, Gp a, Gp amount) {
    integers.shift(Shift.SHL, size(width), reg(dst), reg(a), reg(amount));
  }

  @Override
  public void shiftLeftImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.SHL, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void shiftRight(Width width, MutGp dst, Gp a, Gp amount) {
    integers.shift(Shift.SAR, size(width), reg(dst), reg(a), reg(amount));
  }

  @Override
  public void shiftRightImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.SAR, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void shiftRightUnsigned(Width width, MutGp dst, Gp a, Gp amount) {
    integers.shift(Shift.SHR, size(width), reg(dst), reg(a), reg(amount));
  }

  @Override
  public void shiftRightUnsignedImm(Width width, MutGp dst, Gp a, int amount) {
    integers.shiftImm(Shift.SHR, size(width), reg(dst), reg(a), amount);
  }

  @Override
  public void countLeadingZeros(Width width, MutGp dst, Gp a) {
    integers.countLeadingZeros(size(width), reg(dst), reg(a));
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
    integers.addOverflow(size(width), reg(dst), reg(a), reg(b), label(overflow));
  }

  @Override
  public void addImmOverflow(Width width, MutGp dst, Gp a, long b, Label overflow) {
    integers.addImmOverflow(size(width), reg(dst), reg(a), b, label(overflow));
  }

  @Override
  public void subOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow) {
    integers.subOverflow(size(width), reg(dst), reg(a), reg(b), label(overflow));
  }

  @Override
  public void mulOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow) {
    integers.mulOverflow(size(width), reg(dst), reg(a), reg(b), label(overflow));
  }

  @Override
  public void negOverflow(Width width, MutGp dst, Gp a, Label overflow) {
    integers.negOverflow(size(width), reg(dst), reg(a), label(overflow));
  }

  @Override
  public void jump(Label target) {
    asm.jmp(label(target));
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
    branches.branchMemImm(width, cond, Operands.operand(a), b, label(target));
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
    doubles.branch(cond, reg(a), reg(b), label(target));
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
    asm.sse().movsd(reg(dst), Operands.operand(mem));
  }

  @Override
  public void storeFp(Fp src, Mem mem) {
    asm.sse().movsd(Operands.operand(mem), reg(src));
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
    asm.sse().movq(reg(dst), reg(bits));
  }

  @Override
  public void fpToBits(MutGp dst, Fp value) {
    asm.sse().movq(reg(dst), reg(value));
  }

  @Override
  public void addFp(MutFp dst, Fp a, Fp b) {
    doubles.commutative(Arithmetic.ADDSD, reg(dst), reg(a), reg(b));
  }

  @Override
  public void subFp(MutFp dst, Fp a, Fp b) {
    doubles.ordered(Arithmetic.SUBSD, reg(dst), reg(a), reg(b));
  }

  @Override
  public void mulFp(MutFp dst, Fp a, Fp b) {
    doubles.commutative(Arithmetic.MULSD, reg(dst), reg(a), reg(b));
  }

  @Override
  public void divFp(MutFp dst, Fp a, Fp b) {
    doubles.ordered(Arithmetic.DIVSD, reg(dst), reg(a), reg(b));
  }

  @Override
  public void negFp(MutFp dst, Fp a) {
    doubles.neg(reg(dst), reg(a));
  }

  @Override
  public void absFp(MutFp dst, Fp a) {
    doubles.abs(reg(dst), reg(a));
  }

  @Override
  public void complementFp(MutFp dst, Fp a) {
    doubles.complement(reg(dst), reg(a));
  }

  @Override
  public void sqrtFp(MutFp dst, Fp a) {
    asm.sse().arithmetic(Arithmetic.SQRTSD, reg(dst), reg(a));
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
    doubles.minMax(true, reg(dst), reg(a), reg(b));
  }

  @Override
  public void maxFp(MutFp dst, Fp a, Fp b) {
    doubles.minMax(false, reg(dst), reg(a), reg(b));
  }

  @Override
  public void compareFp(FpCond cond, MutGp dst, Fp a, Fp b) {
    doubles.compare(cond, reg(dst), reg(a), reg(b));
  }

  /** The NaN that instructions make has its sign set. */
  @Override
  public boolean arithmeticNaNIsCanonical() {
    return false;
  }

  @Override
  public void int32ToFp(MutFp dst, Gp src) {
    doubles.fromInteger(Size.DWORD, reg(dst), reg(src));
  }

  @Override
  public void uint32ToFp(MutFp dst, Gp src) {
    doubles.fromUint32(reg(dst), reg(src));
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
    asm.ret();
  }

  @Override
  public void leaveFrameAndJump(int spillBytes, Gp target) {
    frames.leave(spillBytes);
    asm.jmp(reg(target));
  }

  @Override
  public Mem.Displaced spill(int offset) {
    return frames.spill(offset);
  }

  @Override
  public void call(Gp target) {
    asm.call(reg(target));
  }

  @Override
  public void callLabel(Label target) {
    asm.call(label(target));
  }

  @Override
  public void jumpTo(Gp target) {
    asm.jmp(reg(target));
  }

  @Override
  public void stackPointer(MutGp dst) {
    integers.move(reg(dst), Reg.RSP);
  }

  @Override
  public void setStackPointer(Gp src) {
    integers.move(Reg.RSP, reg(src));
  }

  @Override
  public void enterHostFrame() {
    frames.enterHost();
  }

  @Override
  public void leaveHostFrameAndReturn() {
    frames.leaveHostAndReturn();
  }

  @Override
  public void callHost(Gp target) {
    frames.callHost(reg(target));
  }

  @Override
  public void trap(int number) {
    asm.ud1(number);
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
