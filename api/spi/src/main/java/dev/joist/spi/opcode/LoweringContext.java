package dev.joist.spi.opcode;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a lowering emits with. Operands are named by their index in the opcode's descriptor. Asking for what the
 * {@link Constraints} did not declare is an {@link IllegalStateException} that names opcode and offset.
 */
public interface LoweringContext extends LoweringEnvironment {
  MacroAssembler masm();

  // What is read

  /** The Value of an operand declared BOXED; of a RANGE or WINDOW its first register. */
  Gp use(int operand);

  /**
   * The Value of an operand, of which all the facts are true that the constraints name as its guards. What is not known
   * already is checked; the frame is deoptimized where it is not so.
   *
   * @param temp lost
   */
  Gp useGuarded(int operand, MutGp temp);

  /**
   * A register whose low 32 bits are the int32 of an operand declared INT32; branches when it is none. Emits no check
   * where it is known.
   */
  Gp useInt32(int operand, Label notInt32);

  /**
   * As {@link #useInt32}, but the upper half of the register is 0.
   *
   * @param temp takes the int32 where it is not known to be so already
   */
  Gp useIndex(int operand, MutGp temp, Label notInt32);

  /** Checks two operands declared INT32 at once; {@link #useInt32} then emits no check for them. */
  void expectInt32(int first, int second, Label notInt32);

  /** The number of an operand declared DOUBLE, int32 converted; branches when it is none. */
  Fp useDouble(int operand, Label notNumber);

  /**
   * The operand's Value if it is known now. It may then be used as an immediate instead of being asked for in a
   * register.
   */
  OptionalLong constant(int operand);

  /** The operand's int32 if it is known now. */
  OptionalInt int32Constant(int operand);

  // What is written

  MutGp def(int operand);

  /**
   * Where the Value of a result may be made before the last branch to an exit: the register of {@link #def} when nobody
   * needs what is in it, else a temp, to be moved there in the end.
   */
  MutGp earlyDef(int operand, MutGp temp);

  /**
   * Takes the int32 of an operand whose result was declared INT32, zero-extended (as 32-bit operations leave it). Never
   * the register of a use.
   */
  MutGp defInt32(int operand);

  /** Takes the double of an operand whose result was declared DOUBLE. Never the register of a use. */
  MutFp defDouble(int operand);

  /** Copies the operand that the constraints name as {@code copyOf} into the defined operand. */
  void copy(int def);

  /**
   * dst = the Value of a double. Cannot fail, and leaves the instruction nowhere; dst may be a use's register if nothing
   * after this goes to a slow path.
   *
   * @param temp lost; differs from dst
   */
  void boxDouble(MutGp dst, Fp src, MutGp temp);

  // Temps: a number below what was declared, the same register each time

  MutGp temp(int number);

  MutFp fpTemp(int number);

  // Ways out; all leave the instruction with every read operand still intact

  /** Goes to a jump target; what the instruction defines must be in its registers. */
  Label target(int operand);

  /** Lets the collector and interrupts in, out of line, and goes to a jump target. */
  Label poll(int target);

  /**
   * Executes the instruction by its meaning, out of line, and goes on after it (or at its target, or with the exception
   * it throws).
   */
  Label slowPath();

  /** Leaves compiled code for good: the interpreter executes the frame from this instruction on. */
  Label deoptimize(DeoptReason reason);

  /**
   * Likewise, since the result is not the cell that somebody who reads it counts on, whose site hears of it; for instructions
   * that declare {@link Constraints#cells}.
   */
  Label deoptimizeNoCell();

  /**
   * An exception is pending, thrown by code that this instruction called: goes to the handler, or returns EXCEPTION.
   */
  Label exception();

  /** Emits code after the function's body; it starts at the returned label and must end with a jump. */
  Label outOfLine(Runnable code);

  /** Leaves the function with the Value in the result register. */
  void emitReturn();

  /**
   * The link that goes into a callee's frame.
   *
   * @param words from this frame's base to the callee's
   */
  long link(int words, int argc, boolean construct);

  /**
   * Before what is no call by the meaning of the instruction, but may become one: goes to the slow path if a frame that begins so many words above this one's base
   * would end beyond the stack. The register for sites and that for the argument count are lost.
   */
  void requireRoom(int words);

  /**
   * Calls a function whose frame is ready and whose info is in the register for sites. Its result is in the result register then; what it throws goes to the
   * handler, or out of the function.
   *
   * @param entry the address to call
   * @param words from this frame's base to the callee's
   */
  void callFunction(Gp entry, int words);

  /**
   * Calls a shared stub, whose arguments are in the context already.
   *
   * @param temp lost
   */
  void callStub(SharedStub stub, MutGp temp);

  // Memory

  /** Stores a Value into a heap cell: the one place where a collector's write barrier would go. */
  void storeToCell(Gp value, Mem field);

  /**
   * Stores the Value of an operand that is declared DOUBLE and known to be one into a heap cell. Not for representations whose
   * doubles are cells themselves.
   *
   * @param temp lost, as is the other
   */
  void storeDoubleToCell(int operand, Mem field, MutGp temp, MutFp fpTemp);

  /**
   * dst = the address of a new cell with its header written; everything behind is to be written at once, before
   * anything that may leave the instruction.
   *
   * @param bytes of the cell with its header
   * @param temp differs from dst
   * @param noRoom where to go when the current free run is used up; {@link #slowPath} finds another
   * @return the cell's size, at least {@code bytes}: what lies between is to be written, too
   */
  int allocate(MutGp dst, MutGp temp, int kind, int shapeId, int bytes, Label noRoom);

  /** How many registers the active frame has. */
  int registerCount();

  /** A register's slot in the active frame. */
  Mem.Displaced slot(int register);

  /** A byte of the site that a SITE operand names; of instructions that declare to read it. */
  Mem.Displaced site(int operand, int byteOffset);
}
