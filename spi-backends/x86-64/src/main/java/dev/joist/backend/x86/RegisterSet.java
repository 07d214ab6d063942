package dev.joist.backend.x86;

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
final class RegisterSet implements CallRegisters {
  static final RegisterSet INSTANCE = new RegisterSet();
  static final RegisterFile FILE = new RegisterFile(INSTANCE, gp(Reg.RBX, Reg.R13),
      gp(Reg.RAX, Reg.RDX, Reg.RSI, Reg.RDI, Reg.R8, Reg.R9, Reg.R10), List.of(),
      IntStream.rangeClosed(0, 13).mapToObj(MutFp::new).toList());

  private final MutGp base = gp(Reg.RBP);
  private final MutGp context = gp(Reg.R12);
  private final MutGp allocation = gp(Reg.R14);
  private final MutGp sites = gp(Reg.R15);
  private final MutGp argumentCount = gp(Reg.R10);
  private final MutGp result = gp(Reg.RAX);
  private final List<MutGp> hostArgument = gp(Reg.RDI, Reg.RSI, Reg.RDX, Reg.R8);

  private RegisterSet() {}

  private static MutGp gp(Reg register) {
    return new MutGp(register.code());
  }

  private static List<MutGp> gp(Reg... registers) {
    return Stream.of(registers).map(RegisterSet::gp).toList();
  }

  @Override
  public MutGp base() {
    return base;
  }

  @Override
  public MutGp context() {
    return context;
  }

  @Override
  public MutGp allocation() {
    return allocation;
  }

  @Override
  public MutGp sites() {
    return sites;
  }

  @Override
  public MutGp argumentCount() {
    return argumentCount;
  }

  @Override
  public MutGp result() {
    return result;
  }

  @Override
  public List<MutGp> hostArgument() {
    return hostArgument;
  }

  @Override
  public MutGp hostResult() {
    return result;
  }
}
