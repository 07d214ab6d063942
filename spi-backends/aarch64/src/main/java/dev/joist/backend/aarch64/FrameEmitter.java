package dev.joist.backend.aarch64;

import dev.joist.backend.aarch64.asm.Address;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Branches;
import dev.joist.backend.aarch64.asm.FpSize;
import dev.joist.backend.aarch64.asm.LoadStore;
import dev.joist.backend.aarch64.asm.Moves;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;
import dev.joist.masm.Gp;
import dev.joist.masm.Mem;

/**
 * Frames on the machine stack.
 *
 * <p>Of compiled code: the return address at sp, above it the spill cells, a multiple of 16 bytes. Of a function that
 * the host calls: x29 and x30, then x19 to x28, then d8 to d15, as the AAPCS64 wants them kept.
 */
final class FrameEmitter {
  private static final int RETURN_ADDRESS_BYTES = 8;
  private static final int HOST_FRAME_BYTES = 160;
  private static final int HOST_GENERAL_OFFSET = 16;
  private static final int HOST_FP_OFFSET = 96;

  /** Up to this size one instruction makes the frame and saves the return address, and one undoes it. */
  private static final int SMALL_FRAME = 240;

  private static final Gp STACK_POINTER = Gp.readable(RegisterSet.STACK_POINTER);

  private final Assembler asm;
  private final IntegerEmitter integers;

  FrameEmitter(Assembler asm, IntegerEmitter integers) {
    this.asm = asm;
    this.integers = integers;
  }

  private int frameBytes(int spillBytes) {
    if (spillBytes < 0) {
      throw new IllegalArgumentException("a frame at offset " + asm.position() + " has " + spillBytes + " spill bytes");
    }
    return Math.addExact(RETURN_ADDRESS_BYTES + 15, spillBytes) & ~15;
  }

  void enter(int spillBytes) {
    int bytes = frameBytes(spillBytes);
    if (bytes <= SMALL_FRAME) {
      asm.emit(LoadStore.str(Size.X, Reg.LR, Address.preIndex(Reg.SP, -bytes)));
    } else {
      integers.addImm(Size.X, Reg.SP, Reg.SP, -bytes);
      asm.emit(LoadStore.str(Size.X, Reg.LR, Address.at(Reg.SP)));
    }
  }

  void leave(int spillBytes) {
    int bytes = frameBytes(spillBytes);
    if (bytes <= SMALL_FRAME) {
      asm.emit(LoadStore.ldr(Size.X, Reg.LR, Address.postIndex(Reg.SP, bytes)));
    } else {
      asm.emit(LoadStore.ldr(Size.X, Reg.LR, Address.at(Reg.SP)));
      integers.addImm(Size.X, Reg.SP, Reg.SP, bytes);
    }
  }

  Mem.Displaced spill(int offset) {
    if (offset < 0 || (offset & 7) != 0) {
      throw new IllegalArgumentException("spill offset " + offset + " is not a multiple of 8 from 0 up");
    }
    return new Mem.Displaced(STACK_POINTER, RETURN_ADDRESS_BYTES + offset);
  }

  void enterHost() {
    asm.emit(LoadStore.stp(Size.X, Reg.FP, Reg.LR, Address.preIndex(Reg.SP, -HOST_FRAME_BYTES)));
    asm.emit(Moves.mov(Size.X, Reg.FP, Reg.SP));
    for (int i = 0; i < 10; i += 2) {
      asm.emit(LoadStore.stp(Size.X, Reg.of(19 + i), Reg.of(20 + i), Address.at(Reg.SP, HOST_GENERAL_OFFSET + 8 * i)));
    }
    for (int i = 0; i < 8; i += 2) {
      asm.emit(LoadStore.stp(FpSize.D, VReg.of(8 + i), VReg.of(9 + i), Address.at(Reg.SP, HOST_FP_OFFSET + 8 * i)));
    }
  }

  void leaveHostAndReturn() {
    for (int i = 0; i < 8; i += 2) {
      asm.emit(LoadStore.ldp(FpSize.D, VReg.of(8 + i), VReg.of(9 + i), Address.at(Reg.SP, HOST_FP_OFFSET + 8 * i)));
    }
    for (int i = 0; i < 10; i += 2) {
      asm.emit(LoadStore.ldp(Size.X, Reg.of(19 + i), Reg.of(20 + i), Address.at(Reg.SP, HOST_GENERAL_OFFSET + 8 * i)));
    }
    asm.emit(LoadStore.ldp(Size.X, Reg.FP, Reg.LR, Address.postIndex(Reg.SP, HOST_FRAME_BYTES)));
    asm.emit(Branches.ret());
  }
}
