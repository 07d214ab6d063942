package dev.joist.backend.x86;

import dev.joist.assembler.AssignedRegisters;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the registers are used for; a register's number is the hardware's.
 *
 * <pre>
 * rbp r12 r14 r15   register file base, VM context, allocation cursors, function info
 * rbx r13           survive calls of C functions
 * rax rdx rsi rdi r8 r9 r10   temps; rax is also the result
 * rcx r11           scratch of the macro assembler: shifts by a register want their amount in cl
 * rsp               the machine stack pointer
 * xmm0-xmm13        temps; no SSE register survives a call
 * xmm14 xmm15       scratch
 * </pre>
 *
 * <p>The fourth argument of C functions is in rcx. To everybody else it is in r8: {@link FrameEmitter} moves it.
 */
final class RegisterSet {
  static final CallRegisters CALLS = new AssignedRegisters(gp(Reg.RBP), gp(Reg.R12), gp(Reg.R14), gp(Reg.R15), gp(Reg.R10), gp(Reg.RAX),
      gp(Reg.RDI, Reg.RSI, Reg.RDX, Reg.R8), gp(Reg.RAX));
  static final RegisterFile FILE = new RegisterFile(CALLS, gp(Reg.RBX, Reg.R13),
      gp(Reg.RAX, Reg.RDX, Reg.RSI, Reg.RDI, Reg.R8, Reg.R9, Reg.R10), List.of(),
      IntStream.rangeClosed(0, 13).mapToObj(MutFp::new).toList());

  private RegisterSet() {}

  private static MutGp gp(Reg register) {
    return new MutGp(register.code());
  }

  private static List<MutGp> gp(Reg... registers) {
    return Stream.of(registers).map(RegisterSet::gp).toList();
  }
}
