package dev.joist.backend.x86;

import dev.joist.backend.x86.asm.Assembler;
import dev.joist.backend.x86.asm.IntegerInstructions;
import dev.joist.backend.x86.asm.IntegerInstructions.Alu;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.masm.Gp;
import dev.joist.masm.Mem;

/**
 * Frames on the machine stack. A call pushes the return address, so a frame has 8 bytes more than a multiple of 16:
 * then the stack pointer is aligned again for the next call.
 */
final class FrameEmitter {
  private static final int RETURN_ADDRESS_BYTES = 8;
  private static final int ALIGNMENT = 16;

  /** What a function keeps for its caller (System V ABI), in the order of saving. */
  private static final Reg[] CALLEE_SAVED = {Reg.RBP, Reg.RBX, Reg.R12, Reg.R13, Reg.R14, Reg.R15};

  private static final Gp STACK_POINTER = Gp.readable(Reg.RSP.code());

  private final Assembler asm;
  private final IntegerInstructions integer;

  FrameEmitter(Assembler asm) {
    this.asm = asm;
    this.integer = asm.integer();
  }

  private int frameBytes(int spillBytes) {
    if (spillBytes < 0) {
      throw new IllegalArgumentException("a frame at offset " + asm.position() + " has " + spillBytes + " spill bytes");
    }
    int whole = Math.addExact(RETURN_ADDRESS_BYTES + ALIGNMENT - 1, spillBytes) & -ALIGNMENT;
    return whole - RETURN_ADDRESS_BYTES;
  }

  void enter(int spillBytes) {
    integer.alu(Alu.SUB, Size.QWORD, Reg.RSP, frameBytes(spillBytes));
  }

  void leave(int spillBytes) {
    integer.alu(Alu.ADD, Size.QWORD, Reg.RSP, frameBytes(spillBytes));
  }

  Mem.Displaced spill(int offset) {
    if (offset < 0 || (offset & 7) != 0) {
      throw new IllegalArgumentException("spill offset " + offset + " is not a multiple of 8 from 0 up");
    }
    return new Mem.Displaced(STACK_POINTER, offset);
  }

  void enterHost() {
    for (Reg saved : CALLEE_SAVED) {
      integer.push(saved);
    }
    integer.alu(Alu.SUB, Size.QWORD, Reg.RSP, RETURN_ADDRESS_BYTES);
    integer.mov(Size.QWORD, Reg.R8, Reg.RCX);
  }

  void leaveHostAndReturn() {
    integer.alu(Alu.ADD, Size.QWORD, Reg.RSP, RETURN_ADDRESS_BYTES);
    for (int i = CALLEE_SAVED.length - 1; i >= 0; i--) {
      integer.pop(CALLEE_SAVED[i]);
    }
    asm.ret();
  }

  void callHost(Reg target) {
    integer.mov(Size.QWORD, Reg.RCX, Reg.R8);
    asm.call(target);
  }
}
