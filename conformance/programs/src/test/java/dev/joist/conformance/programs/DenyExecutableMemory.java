package dev.joist.conformance.programs;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Makes Linux refuse to the calling thread, and to the threads that it starts, what hardened systems refuse to everybody: memory that was written
 * becoming executable. A seccomp filter answers mprotect with PROT_EXEC by EACCES; see prctl(2) and seccomp(2).
 */
final class DenyExecutableMemory {
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int PR_SET_SECCOMP = 22;
  private static final int SECCOMP_MODE_FILTER = 2;
  private static final int EACCES = 13;
  private static final int PROT_EXEC = 4;
  private static final int MPROTECT_ON_X86_64 = 10;
  private static final int NUMBER_OFFSET = 0;
  private static final int PROTECTION_OFFSET = 16 + 2 * 8;

  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int JUMP_IF_SET = 0x45;
  private static final int RETURN = 0x06;
  private static final int ALLOW = 0x7fff_0000;
  private static final int ERRNO = 0x0005_0000;

  private DenyExecutableMemory() {}

  /** @return whether the kernel has accepted the filter; it stays as long as the thread lives */
  static boolean onThisThread() {
    int[][] program = {
      {LOAD_WORD, 0, 0, NUMBER_OFFSET},
      {JUMP_IF_EQUAL, 0, 3, MPROTECT_ON_X86_64},
      {LOAD_WORD, 0, 0, PROTECTION_OFFSET},
      {JUMP_IF_SET, 0, 1, PROT_EXEC},
      {RETURN, 0, 0, ERRNO | EACCES},
      {RETURN, 0, 0, ALLOW},
    };
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment code = arena.allocate(8L * program.length, 8);
      for (int i = 0; i < program.length; i++) {
        code.set(ValueLayout.JAVA_SHORT, 8L * i, (short) program[i][0]);
        code.set(ValueLayout.JAVA_BYTE, 8L * i + 2, (byte) program[i][1]);
        code.set(ValueLayout.JAVA_BYTE, 8L * i + 3, (byte) program[i][2]);
        code.set(ValueLayout.JAVA_INT, 8L * i + 4, program[i][3]);
      }
      MemorySegment filter = arena.allocate(16, 8);
      filter.set(ValueLayout.JAVA_SHORT, 0, (short) program.length);
      filter.set(ValueLayout.ADDRESS, 8, code);
      return prctl(PR_SET_NO_NEW_PRIVS, 1, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter.address()) == 0;
    }
  }

  private static int prctl(long option, long argument, long pointer) {
    Linker linker = Linker.nativeLinker();
    MethodHandle function = linker.downcallHandle(linker.defaultLookup().findOrThrow("prctl"), FunctionDescriptor.of(ValueLayout.JAVA_INT,
        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    try {
      return (int) function.invokeExact(option, argument, pointer, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException("prctl", e);
    }
  }
}
