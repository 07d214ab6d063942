package dev.joist.backend.aarch64;

import dev.joist.assembler.AssignedRegisters;
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
 * x0-x15     temps; x0-x7 are also the arguments and x0 the result of C functions
 * x16, x17   scratch of the macro assembler
 * x18        the platform's, never touched
 * x19-x22    register file base, VM context, allocation cursors, function info
 * x23-x28    survive calls of C functions
 * x29, x30   frame pointer (left alone), return address
 * d0-d7, d16-d30 temps; d8-d15 survive calls of C functions; d31 scratch
 * </pre>
 */
final class RegisterSet {
  /** The number by which a memory operand names the stack pointer. */
  static final int STACK_POINTER = 31;

  static final CallRegisters CALLS = new AssignedRegisters(new MutGp(19), new MutGp(20), new MutGp(21), new MutGp(22), new MutGp(8), new MutGp(0),
      gp(0, 7), new MutGp(0));
  static final RegisterFile FILE = new RegisterFile(CALLS, gp(23, 28), gp(0, 15), fp(8, 15),
      Stream.concat(fp(0, 7).stream(), fp(16, 30).stream()).toList());

  private RegisterSet() {}

  private static List<MutGp> gp(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(MutGp::new).toList();
  }

  private static List<MutFp> fp(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(MutFp::new).toList();
  }
}
