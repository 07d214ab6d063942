package dev.joist.masm;

/**
 * The portable macro assembler: opcode lowerings are written once against it and run on every backend.
 *
 * <p>Laws. Three operands, any aliasing of destination and inputs; an input that is not also the destination keeps its
 * value. No condition flags: what compares also branches. Any immediate, any displacement, any branch distance. 32-bit operations read
 * the low 32 bits of their inputs and zero-extend their result. Scratch registers are the backend's secret. Where an
 * operation branches away ("overflow", "inexact"), the destination is unspecified there (so an aliased input is lost).
 * A value out of an operation's stated range is an {@link IllegalArgumentException} that says what and where.
 */
public interface MacroAssembler {
  // Labels and layout

  Label newLabel();

  /** Binds the label here. */
  void bind(Label label);

  /** Binds the label here and lets indirect branches land on it (calls through an address, jumps through a table). */
  void bindIndirect(Label label);

  /** Bytes emitted so far, without pools and veneers still to come. */
  int offset();

  /** A remark for the listing; changes no code. */
  void comment(String text);

  // Integers

  void move(MutGp dst, Gp src);

  void moveImm(MutGp dst, long value);

  /** dst = the address of a label in this code, less than 1 MiB away. */
  void moveLabel(MutGp dst, Label label);

  void add(Width width, MutGp dst, Gp a, Gp b);

  void addImm(Width width, MutGp dst, Gp a, long b);

  void sub(Width width, MutGp dst, Gp a, Gp b);

  /** dst = b - a. */
  void subFromImm(Width width, MutGp dst, long b, Gp a);

  void mul(Width width, MutGp dst, Gp a, Gp b);

  /** Signed division towards zero; the caller excludes b = 0 and MIN / -1. */
  void div(Width width, MutGp dst, Gp a, Gp b);

  /** Remainder of {@link #div}, with the sign of a; the same exclusions. */
  void rem(Width width, MutGp dst, Gp a, Gp b);

  void neg(Width width, MutGp dst, Gp a);

  void not(Width width, MutGp dst, Gp a);

  void and(Width width, MutGp dst, Gp a, Gp b);

  void andImm(Width width, MutGp dst, Gp a, long b);

  void or(Width width, MutGp dst, Gp a, Gp b);

  void orImm(Width width, MutGp dst, Gp a, long b);

  void xor(Width width, MutGp dst, Gp a, Gp b);

  void xorImm(Width width, MutGp dst, Gp a, long b);

  /** Shift amounts count modulo the width, for this and the five below. */
  void shiftLeft(Width width, MutGp dst, Gp a, Gp amount);

  void shiftLeftImm(Width width, MutGp dst, Gp a, int amount);

  /** Arithmetic. */
  void shiftRight(Width width, MutGp dst, Gp a, Gp amount);

  void shiftRightImm(Width width, MutGp dst, Gp a, int amount);

  /** Logical. */
  void shiftRightUnsigned(Width width, MutGp dst, Gp a, Gp amount);

  void shiftRightUnsignedImm(Width width, MutGp dst, Gp a, int amount);

  /** Leading zero bits; the width when a = 0. */
  void countLeadingZeros(Width width, MutGp dst, Gp a);

  /** dst = the low bits of a, zero-extended. */
  void zeroExtend(Width from, MutGp dst, Gp a);

  /** dst = the low bits of a, sign-extended to 64 bits. */
  void signExtend(Width from, MutGp dst, Gp a);

  /** dst = a when the relation holds of (x, y), else b. */
  void select(Width width, Cond cond, Gp x, Gp y, MutGp dst, Gp a, Gp b);

  /** dst = 1 when the relation holds, else 0. */
  void compare(Width width, Cond cond, MutGp dst, Gp a, Gp b);

  void compareImm(Width width, Cond cond, MutGp dst, Gp a, long b);

  // Arithmetic that branches on signed overflow

  void addOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow);

  void addImmOverflow(Width width, MutGp dst, Gp a, long b, Label overflow);

  void subOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow);

  void mulOverflow(Width width, MutGp dst, Gp a, Gp b, Label overflow);

  void negOverflow(Width width, MutGp dst, Gp a, Label overflow);

  // Branches

  void jump(Label target);

  void branch(Width width, Cond cond, Gp a, Gp b, Label target);

  void branchImm(Width width, Cond cond, Gp a, long b, Label target);

  /** Compares memory, zero-extended to the width, with a number. */
  void branchMemImm(Width width, Cond cond, Mem a, long b, Label target);

  /** Branches when a and mask have no bit in common. */
  void branchIfNoBits(Width width, Gp a, long mask, Label target);

  /** Branches when a and mask have a bit in common. */
  void branchIfAnyBits(Width width, Gp a, long mask, Label target);

  /** Branches when the top of a 64-bit register, a >>> lsb, is (EQUAL), is not (NOT_EQUAL), is BELOW ... the value. Unsigned relations only. */
  void branchTop(Cond cond, Gp a, int lsb, long value, Label target);

  /** Branches unless both a >>> lsb and b >>> lsb equal the value. */
  void branchUnlessBothTops(Gp a, Gp b, int lsb, long value, Label target);

  void branchFp(FpCond cond, Fp a, Fp b, Label target);

  // Memory

  /** Loads, zero-extended. */
  void load(Width width, MutGp dst, Mem mem);

  /** Loads, sign-extended to 64 bits. */
  void loadSigned(Width width, MutGp dst, Mem mem);

  void store(Width width, Gp src, Mem mem);

  void storeImm(Width width, long value, Mem mem);

  /** Stores two whole registers side by side, the first at the lower address. */
  void storePair(Gp first, Gp second, Mem.Displaced mem);

  /** Loads two whole registers; the destinations differ. */
  void loadPair(MutGp first, MutGp second, Mem.Displaced mem);

  void loadFp(MutFp dst, Mem mem);

  void storeFp(Fp src, Mem mem);

  /** dst = the address of the operand. */
  void address(MutGp dst, Mem mem);

  // Doubles

  void moveFp(MutFp dst, Fp src);

  void moveFpImm(MutFp dst, double value);

  /** Raw bits, both ways. */
  void bitsToFp(MutFp dst, Gp bits);

  void fpToBits(MutGp dst, Fp value);

  void addFp(MutFp dst, Fp a, Fp b);

  void subFp(MutFp dst, Fp a, Fp b);

  void mulFp(MutFp dst, Fp a, Fp b);

  void divFp(MutFp dst, Fp a, Fp b);

  void negFp(MutFp dst, Fp a);

  void absFp(MutFp dst, Fp a);

  /** All bits of a, complemented. */
  void complementFp(MutFp dst, Fp a);

  void sqrtFp(MutFp dst, Fp a);

  void roundFp(Rounding rounding, MutFp dst, Fp a);

  /** Rounds to float precision and back. */
  void roundToFloat(MutFp dst, Fp a);

  /** JavaScript's Math.min: NaN if either is, -0 below +0. */
  void minFp(MutFp dst, Fp a, Fp b);

  void maxFp(MutFp dst, Fp a, Fp b);

  /** dst = 1 when the relation holds, else 0. */
  void compareFp(FpCond cond, MutGp dst, Fp a, Fp b);

  /** Whether add, sub, mul, div and sqrt of canonical NaNs and numbers give no NaN but the canonical 0x7FF8000000000000. */
  boolean arithmeticNaNIsCanonical();

  // Conversions

  void int32ToFp(MutFp dst, Gp src);

  void uint32ToFp(MutFp dst, Gp src);

  /** Branches when the double is no int32: a fraction, out of range, NaN, or -0. */
  void fpToInt32Exact(MutGp dst, Fp src, Label inexact);

  /** ECMAScript ToInt32. Branches only when |src| is 2^63 or more, or src is not finite, and not even then on a backend that can do it inline. */
  void fpToInt32Modular(MutGp dst, Fp src, Label tooLarge);

  // Calls and frames. The machine stack pointer is aligned as the ABI says at every call.

  /** Prologue of code called by {@link #call}: saves the return address and makes room for spills. */
  void enterFrame(int spillBytes);

  /** Undoes {@link #enterFrame} (the same spillBytes) and returns. */
  void leaveFrameAndReturn(int spillBytes);

  /** Undoes {@link #enterFrame} and jumps to the address in the register. */
  void leaveFrameAndJump(int spillBytes, Gp target);

  /** A spill cell of the frame: byte offset, multiple of 8, below spillBytes. */
  Mem.Displaced spill(int offset);

  void call(Gp target);

  void callLabel(Label target);

  void jumpTo(Gp target);

  /** Prologue of a function called by the host's C ABI: saves all that the ABI says is the caller's. Arguments stay in {@link CallRegisters#hostArgument}. */
  void enterHostFrame();

  /** Undoes {@link #enterHostFrame} and returns; the result is in {@link CallRegisters#hostResult}. */
  void leaveHostFrameAndReturn();

  /** Calls a C function at the address in the register; arguments in {@link CallRegisters#hostArgument}. Clobbers all temps, keeps the callee-saved. */
  void callHost(Gp target);

  /** dst = the machine stack pointer. */
  void stackPointer(MutGp dst);

  /**
   * Goes on with another machine stack. What was saved on this one is undone on the other, so frames must match.
   *
   * @param src what {@link #stackPointer} gave between enterHostFrame and leaveHostFrameAndReturn, or the end of unused
   *     memory, a multiple of 16
   */
  void setStackPointer(Gp src);

  /** Stops the program with a fault that shows the number (0 to 65535); for what cannot happen. */
  void trap(int number);

  /** Pools and veneers are emitted here, if there are any; must be called once at the end. Nothing may fall through to here. */
  void finish();
}
