package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In guarded code, indirect branches must land on a fitting bti. */
class LandingPadTest {
  private static final int RET = Machine.RET;
  private static final int BTI = 0xd503241f;
  private static final int BTI_C = 0xd503245f;
  private static final int BTI_J = 0xd503249f;
  private static final int BTI_JC = 0xd50324df;
  private static final int NOP = 0xd503201f;
  private static final int CALL = 0xd63f0020; // blr x1
  private static final int JUMP = 0xd61f0020; // br x1
  private static final int JUMP_X16 = 0xd61f0200; // br x16

  private final Machine machine = new Machine((trap, cpu) -> 0, true);

  @AfterEach
  void close() {
    machine.close();
  }

  private boolean lands(int branch, int pad) {
    long target = machine.code(pad, RET);
    // bti c; stp x29,x30,[sp,#-16]!; mov x16,x1; branch; ldp x29,x30,[sp],#16; ret -- jumps return for us
    long entry = branch == CALL
        ? machine.code(BTI_C, 0xa9bf7bfd, CALL, 0xa8c17bfd, RET)
        : machine.code(BTI_C, 0xaa0103f0, branch);
    try {
      machine.simulator.run(entry, 0, target);
      return true;
    } catch (SimulatorFault fault) {
      assertEquals(FaultKind.MISSING_LANDING_PAD, fault.kind());
      assertEquals(target, fault.pc());
      return false;
    }
  }

  @Test
  void callsLandOnC() {
    assertEquals("c jc", landingPads(CALL));
  }

  @Test
  void jumpsLandOnJ() {
    assertEquals("j jc", landingPads(JUMP));
  }

  @Test
  void jumpsThroughTheVeneerRegistersLandOnAny() {
    assertEquals("c j jc", landingPads(JUMP_X16));
  }

  private String landingPads(int branch) {
    StringBuilder pads = new StringBuilder();
    pads.append(lands(branch, NOP) ? "nop " : "").append(lands(branch, BTI) ? "none " : "");
    pads.append(lands(branch, BTI_C) ? "c " : "").append(lands(branch, BTI_J) ? "j " : "");
    pads.append(lands(branch, BTI_JC) ? "jc " : "");
    return pads.toString().strip();
  }

  @Test
  void entriesAreCalls() {
    assertEquals(0, machine.simulator.run(machine.code(BTI_C, RET)));
    long unguarded = machine.code(NOP, RET);
    assertThrows(SimulatorFault.class, () -> machine.simulator.run(unguarded));
  }

  @Test
  void returnsAndDirectBranchesNeedNone() {
    // bti c; stp x29,x30,[sp,#-16]!; bl .+12; ldp x29,x30,[sp],#16; ret; b .+4; ret
    long entry = machine.code(BTI_C, 0xa9bf7bfd, 0x94000003, 0xa8c17bfd, RET, 0x14000001, RET);
    assertEquals(0, machine.simulator.run(entry, 0));
  }

  @Test
  void trapsNeedNone() {
    long entry = machine.code(BTI_C, 0xa9bf7bfd, CALL, 0xa8c17bfd, RET);
    assertEquals(0, machine.simulator.run(entry, 0, Simulator.trapAddress(1)));
  }
}
