package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How runs begin and end, what is counted, and what is a fault. */
class SimulatorTest {
  private static final int RET = Machine.RET;
  private static final int NOP = 0xd503201f;

  private Machine machine = new Machine();

  @AfterEach
  void close() {
    machine.close();
  }

  private SimulatorFault faultOf(int... words) {
    return assertThrows(SimulatorFault.class, () -> machine.run(words));
  }

  @Test
  void argumentsGoInRegistersAndTheResultComesBack() {
    long entry = machine.code(0x8b010000, 0x8b020c00, RET); // add x0,x0,x1; add x0,x0,x2,lsl #3; ret
    assertEquals(5 + 7 + 80, machine.simulator.run(entry, 5, 7, 10));
  }

  @Test
  void executedInstructionsAreCountedExactly() {
    // mov w1,#10; 1: add w0,w0,#1; subs w1,w1,#1; b.ne 1b; ret
    long entry = machine.code(0x52800141, 0x11000400, 0x71000421, 0x54ffffc1, RET);
    machine.simulator.run(entry, 0);
    assertEquals(1 + 10 * 3 + 1, machine.simulator.executed());
    machine.simulator.run(entry, 0);
    assertEquals(2 * 32, machine.simulator.executed());
  }

  @Test
  void codeMayGoOnIntoTheNextPage() {
    int[] words = new int[CodePage.INSTRUCTIONS + 8];
    java.util.Arrays.fill(words, NOP);
    words[words.length - 1] = RET;
    assertEquals(3, machine.simulator.run(machine.code(words), 3));
    assertEquals(words.length, machine.simulator.executed());
  }

  @Test
  void branchesReachOtherPagesInBothDirections() {
    int distance = CodePage.INSTRUCTIONS + 100;
    int[] words = new int[distance + 2];
    java.util.Arrays.fill(words, 0);
    words[0] = 0x14000000 | distance; // b far
    words[1] = RET;
    words[distance] = 0x91000400; // add x0,x0,#1
    words[distance + 1] = 0x14000000 | -distance & 0x3ffffff; // b back
    assertEquals(8, machine.simulator.run(machine.code(words), 7));
    assertEquals(4, machine.simulator.executed());
  }

  @Test
  void aCallOfATrapAddressReachesJava() {
    machine.close();
    machine = new Machine((trap, cpu) -> 100 * trap + cpu.x(0) + (long) cpu.d(0), false);
    // stp x29,x30,[sp,#-16]!; scvtf d0,x1; blr x2; ldp x29,x30,[sp],#16; ret
    long entry = machine.code(0xa9bf7bfd, 0x9e620020, 0xd63f0040, 0xa8c17bfd, RET);
    assertEquals(100 * 9 + 3 + 4, machine.simulator.run(entry, 3, 4, Simulator.trapAddress(9)));
    assertEquals(List.of(9), machine.traps);
    assertEquals(5, machine.simulator.executed(), "the trap itself is no instruction");
  }

  @Test
  void aTrapLeavesNonsenseInRegistersThatACalleeMayChange() {
    // stp x29,x30,[sp,#-16]!; mov x9,#5; blr x0; mov x0,x9; ldp x29,x30,[sp],#16; ret
    long entry = machine.code(0xa9bf7bfd, 0xd28000a9, 0xd63f0000, 0xaa0903e0, 0xa8c17bfd, RET);
    assertEquals(0xbad0_bad0_bad0_0009L, machine.simulator.run(entry, Simulator.trapAddress(0)));
  }

  @Test
  void aTrapHandlerMayRunTheSimulatorBelowTheCurrentFrame() {
    machine.close();
    List<Long> stackPointers = new ArrayList<>();
    long[] entry = new long[1];
    machine =
        new Machine(
            (trap, cpu) -> {
              stackPointers.add(cpu.sp());
              return cpu.x(0) == 0 ? 0 : 1 + machine.simulator.run(entry[0], cpu.x(0) - 1, cpu.x(1));
            },
            false);
    // stp x29,x30,[sp,#-16]!; blr x1; add x0,x0,#1; ldp x29,x30,[sp],#16; ret
    entry[0] = machine.code(0xa9bf7bfd, 0xd63f0020, 0x91000400, 0xa8c17bfd, RET);
    assertEquals(4 + 3, machine.simulator.run(entry[0], 3, Simulator.trapAddress(0)));
    assertEquals(4 * 5, machine.simulator.executed());
    for (int i = 1; i < stackPointers.size(); i++) {
      assertEquals(stackPointers.get(i - 1) - 16, stackPointers.get(i));
    }
  }

  @Test
  void aFaultInANestedRunEndsTheOuterOneEvenIfTheHandlerCatchesIt() {
    machine.close();
    long[] bad = new long[1];
    machine =
        new Machine(
            (trap, cpu) -> {
              assertThrows(SimulatorFault.class, () -> machine.simulator.run(bad[0]));
              return 1;
            },
            false);
    bad[0] = machine.code(0xd4200020); // brk #1
    long outer = machine.code(0xa9bf7bfd, 0xd63f0000, 0xa8c17bfd, RET); // stp; blr x0; ldp; ret
    SimulatorFault fault =
        assertThrows(SimulatorFault.class, () -> machine.simulator.run(outer, Simulator.trapAddress(0)));
    assertEquals(FaultKind.BREAKPOINT, fault.kind());
    assertEquals(bad[0], fault.pc());
    assertEquals(machine.stack.address() + machine.stack.byteSize(), machine.simulator.cpu().sp());
  }

  @Test
  void whatAHandlerThrowsComesOutOfTheRun() {
    machine.close();
    machine =
        new Machine(
            (trap, cpu) -> {
              throw new IllegalArgumentException("from the handler");
            },
            false);
    long entry = machine.code(0xa9bf7bfd, 0xd63f0000, 0xa8c17bfd, RET); // stp; blr x0; ldp; ret
    assertThrows(IllegalArgumentException.class, () -> machine.simulator.run(entry, Simulator.trapAddress(0)));
    assertEquals(machine.stack.address() + machine.stack.byteSize(), machine.simulator.cpu().sp());
  }

  @Test
  void anUnknownWordIsAFaultWithRegistersAndListing() {
    SimulatorFault fault = faultOf(0xd2800540, 0x00a00000, RET); // mov x0,#42; nothing
    assertEquals(FaultKind.UNKNOWN_INSTRUCTION, fault.kind());
    assertEquals(1, machine.simulator.executed(), "what faults is not counted");
    assertTrue(fault.report().contains("x0 000000000000002a"), fault.report());
    assertTrue(fault.report().contains("=> %016x  00a00000".formatted(fault.pc())), fault.report());
  }

  @Test
  void loadsAndStoresOutsideOwnedMemoryAreFaults() {
    for (int word : new int[] {0xf9400001, 0xf9000001, 0xa9400801, 0xfd400001, 0x3dc00001, 0x38401401}) {
      for (long address :
          new long[] {
            0, 8, -8, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 60, machine.data.address() - 1,
            machine.data.address() + machine.data.byteSize(), machine.data.address() + machine.data.byteSize() - 0
          }) {
        long entry = machine.code(word, RET);
        SimulatorFault fault = assertThrows(SimulatorFault.class, () -> machine.simulator.run(entry, address));
        assertEquals(FaultKind.ACCESS_OUTSIDE, fault.kind());
        assertEquals(entry, fault.pc());
        assertEquals(address, machine.simulator.cpu().x(0), "no write-back");
      }
    }
  }

  @Test
  void anAccessAcrossTheEndOfOwnedMemoryIsAFault() {
    long entry = machine.code(0xf9400001, RET); // ldr x1,[x0]
    long end = machine.data.address() + machine.data.byteSize();
    machine.simulator.run(entry, end - 8);
    for (int over = 1; over < 8; over++) {
      long address = end - 8 + over;
      assertThrows(SimulatorFault.class, () -> machine.simulator.run(entry, address));
    }
  }

  @Test
  void memoryOwnedWhileRunningCanBeUsedAtOnce() {
    machine.close();
    java.lang.foreign.MemorySegment[] more = new java.lang.foreign.MemorySegment[1];
    machine =
        new Machine(
            (trap, cpu) -> {
              more[0] = machine.arena.allocate(64, 16);
              more[0].set(java.lang.foreign.ValueLayout.JAVA_LONG, 0, 77);
              machine.simulator.own(more[0].address(), 64);
              return more[0].address();
            },
            false);
    // stp x29,x30,[sp,#-16]!; blr x0; ldr x0,[x0]; ldp x29,x30,[sp],#16; ret
    long entry = machine.code(0xa9bf7bfd, 0xd63f0000, 0xf9400000, 0xa8c17bfd, RET);
    assertEquals(77, machine.simulator.run(entry, Simulator.trapAddress(0)));
    machine.simulator.disown(more[0].address(), 64);
    long load = machine.code(0xf9400000, RET); // ldr x0,[x0]
    assertThrows(SimulatorFault.class, () -> machine.simulator.run(load, more[0].address()));
  }

  @Test
  void readOnlyMemoryCannotBeWritten() {
    long address = machine.arena.allocate(64, 16).address();
    machine.simulator.ownReadOnly(address, 64);
    assertEquals(0, machine.simulator.run(machine.code(0xf9400000, RET), address)); // ldr x0,[x0]
    long store = machine.code(0xf9000000, RET); // str x0,[x0]
    SimulatorFault fault = assertThrows(SimulatorFault.class, () -> machine.simulator.run(store, address));
    assertEquals(FaultKind.ACCESS_OUTSIDE, fault.kind());
  }

  @Test
  void aMisalignedStackPointerFaultsWhereItIsUsed() {
    // sub sp,sp,#8; str x0,[sp] -- and other accesses
    for (int access : new int[] {0xf90003e0, 0xf94003e0, 0xa9007be0, 0xa9bf7bfd, 0xb94003e0, 0xfd0003e0, 0xf84087e0}) {
      SimulatorFault fault = faultOf(0xd10023ff, access, RET);
      assertEquals(FaultKind.MISALIGNED_STACK_POINTER, fault.kind(), Integer.toHexString(access));
    }
    assertEquals(0, machine.run(0xd10023ff, 0x910023ff, 0xd2800000, RET), "moving it alone is allowed");
  }

  @Test
  void runningOutOfMachineStackIsAFaultOfItsOwn() {
    // 1: stp x29,x30,[sp,#-16]!; b 1b
    assertEquals(FaultKind.STACK_OVERFLOW, faultOf(0xa9bf7bfd, 0x17ffffff).kind());
  }

  @Test
  void aJumpOutOfInstalledCodeIsAFault() {
    assertEquals(FaultKind.JUMP_OUTSIDE, faultOf(0x14000400).kind()); // b .+4096
    assertEquals(FaultKind.JUMP_OUTSIDE, faultOf(NOP).kind()); // runs past its end
    SimulatorFault wild = faultOf(0xd2824680, 0xd61f0000); // mov x0,#0x1234; br x0
    assertEquals(FaultKind.JUMP_OUTSIDE, wild.kind());
    assertEquals(0x1234, wild.pc());
    // adr x0,.+8; add x0,x0,#1; br x0
    assertEquals(FaultKind.JUMP_OUTSIDE, faultOf(0x10000040, 0x91000400, 0xd61f0000).kind());
  }

  @Test
  void removedCodeCannotBeExecuted() {
    long entry = machine.code(RET);
    machine.simulator.run(entry);
    machine.simulator.remove(entry, 4);
    assertThrows(SimulatorFault.class, () -> machine.simulator.run(entry));
  }

  @Test
  void everyCalleeSavedRegisterIsCheckedOnReturn() {
    for (int register = 18; register < 30; register++) {
      SimulatorFault fault = faultOf(0xd2800020 | register, RET); // mov xN,#1
      assertEquals(FaultKind.CLOBBERED_REGISTER, fault.kind());
      assertTrue(fault.getMessage().contains("x" + register + " was"), fault.getMessage());
      assertEquals(0, machine.simulator.cpu().x(register), "restored for what comes next");
    }
    for (int register = 8; register < 16; register++) {
      SimulatorFault fault = faultOf(0x1e6e1000 | register, RET); // fmov dN,#1.0
      assertTrue(fault.getMessage().contains("d" + register + " was"), fault.getMessage());
    }
    assertTrue(faultOf(0xd10043ff, RET).getMessage().contains("sp was")); // sub sp,sp,#16
    machine.run(0xd2800031, 0x1e6e1007, 0x1e6e1010, RET); // x17, d7 and d16 may change
  }

  @Test
  void returningToTheWrongActivationIsAFault() {
    machine.close();
    long[] code = new long[2];
    machine = new Machine((trap, cpu) -> machine.simulator.run(code[1], cpu.x(0)), false);
    // outer: stp x29,x30,[sp,#-16]!; mov x9,x0; mov x0,x30; blr x9; …
    code[0] = machine.code(0xa9bf7bfd, 0xaa0003e9, 0xaa1e03e0, 0xd63f0120, 0xa8c17bfd, RET);
    code[1] = machine.code(0xd65f0000); // ret x0
    SimulatorFault fault =
        assertThrows(SimulatorFault.class, () -> machine.simulator.run(code[0], Simulator.trapAddress(0)));
    assertEquals(FaultKind.WRONG_ACTIVATION, fault.kind());
  }

  @Test
  void breakpointsAndHaltsAreFaults() {
    assertEquals(FaultKind.BREAKPOINT, faultOf(0xd4202460).kind()); // brk #0x123
    assertEquals(FaultKind.HALT, faultOf(0xd4402460).kind()); // hlt #0x123
    SimulatorFault udf = faultOf(0x00000123);
    assertEquals(FaultKind.HALT, udf.kind());
    assertTrue(udf.getMessage().contains("udf #0x123"), udf.getMessage());
  }

  @Test
  void anEndlessLoopEndsAtTheInstructionLimit() {
    machine.simulator.limitInstructions(1000);
    SimulatorFault fault = faultOf(NOP, 0x17ffffff); // 1: nop; b 1b
    assertEquals(FaultKind.INSTRUCTION_LIMIT, fault.kind());
    assertEquals(1000, machine.simulator.executed());
    machine.simulator.limitInstructions(Long.MAX_VALUE);
    assertEquals(0, machine.run(0xd2800000, RET));
  }

  @Test
  void anotherThreadMayInterrupt() throws InterruptedException {
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(20);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              machine.simulator.interrupt();
            });
    other.start();
    assertEquals(FaultKind.INTERRUPTED, faultOf(0x14000000).kind()); // b .
    other.join();
    assertEquals(0, machine.run(0xd2800000, RET), "one interrupt ends one run");
  }

  @Test
  void theTraceHasALineForEachInstructionWithWhatItChanged() {
    List<String> lines = new ArrayList<>();
    machine.simulator.trace(lines::add);
    // mov x1,#5; subs x0,x1,#5; fmov d1,#1.0; sub sp,sp,#16; add sp,sp,#16; ret
    long entry = machine.code(0xd28000a1, 0xf1001420, 0x1e6e1001, 0xd10043ff, 0x910043ff, RET);
    long sp = machine.simulator.cpu().sp();
    machine.simulator.run(entry, 9);
    assertEquals(
        List.of(
            "%x d28000a1 x1=5".formatted(entry),
            "%x f1001420 x0=0 nzcv=-ZC-".formatted(entry + 4),
            "%x 1e6e1001 d1=3ff0000000000000".formatted(entry + 8),
            "%x d10043ff sp=%x".formatted(entry + 12, sp - 16),
            "%x 910043ff sp=%x".formatted(entry + 16, sp),
            "%x d65f03c0".formatted(entry + 20)),
        lines);
    machine.simulator.trace(null);
    machine.simulator.run(entry, 9);
    assertEquals(6, lines.size());
    assertEquals(12, machine.simulator.executed());
  }

  @Test
  void tooManyArgumentsAndTrapsOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> machine.simulator.run(machine.code(RET), new long[9]));
    assertThrows(IllegalArgumentException.class, () -> Simulator.trapAddress(-1));
    assertThrows(IllegalArgumentException.class, () -> Simulator.trapAddress(Simulator.TRAPS));
    assertFalse(Simulator.trapAddress(0) == Simulator.trapAddress(1));
  }
}
