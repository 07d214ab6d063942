package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code that was written must be cleaned, invalidated and synchronised, in this order, before it is executed. */
class CodeMaintenanceTest {
  private static final int RET = Machine.RET;
  private static final int MOV_X0_1 = 0xd2800020;
  private static final int MOV_X0_2 = 0xd2800040;
  private static final int DC_CVAU_X0 = 0xd50b7b20;
  private static final int IC_IVAU_X0 = 0xd50b7520;
  private static final int DSB_ISH = 0xd5033b9f;
  private static final int ISB = 0xd5033fdf;

  private final Machine machine = new Machine();

  @AfterEach
  void close() {
    machine.close();
  }

  private void assertStale(long entry) {
    SimulatorFault fault = assertThrows(SimulatorFault.class, () -> machine.simulator.run(entry));
    assertEquals(FaultKind.STALE_INSTRUCTION, fault.kind());
  }

  @Test
  void installedCodeIsStaleUntilItIsMaintained() {
    long entry = machine.writtenCode(MOV_X0_1, RET);
    assertStale(entry);
    machine.simulator.maintain(entry, 8);
    assertEquals(1, machine.simulator.run(entry));
  }

  @Test
  void machineCodeMayDoTheMaintenance() {
    long entry = machine.writtenCode(MOV_X0_1, RET);
    machine.simulator.run(machine.code(DC_CVAU_X0, DSB_ISH, IC_IVAU_X0, DSB_ISH, ISB, RET), entry);
    assertEquals(1, machine.simulator.run(entry));
  }

  @Test
  void eachStepOfTheMaintenanceIsNeeded() {
    int[] sequence = {DC_CVAU_X0, DSB_ISH, IC_IVAU_X0, DSB_ISH, ISB, RET};
    int nop = 0xd503201f;
    for (int missing = 0; missing < 5; missing++) {
      int[] incomplete = sequence.clone();
      incomplete[missing] = nop;
      long entry = machine.writtenCode(MOV_X0_1, RET);
      machine.simulator.run(machine.code(incomplete), entry);
      assertStale(entry);
    }
  }

  @Test
  void theUsualRoutineMaintainsManyLinesAndNoMore() {
    // void clear_cache(start, end): reads the line sizes, then dc cvau a line, dsb, ic ivau a line, dsb, isb.
    long clearCache =
        machine.code(
            0xd53b0023, 0x52800085, 0xd3504c64, 0x9ac420a4, 0xd1000486, 0x8a260006, 0xd50b7b26, 0x8b0400c6, 0xeb0100df,
            0x54ffffa3, 0xd5033b9f, 0x92400c64, 0x9ac420a4, 0xd1000486, 0x8a260006, 0xd50b7526, 0x8b0400c6, 0xeb0100df,
            0x54ffffa3, 0xd5033b9f, 0xd5033fdf, RET);
    int[] words = new int[16 * 4];
    for (int line = 0; line < 4; line++) {
      words[16 * line] = MOV_X0_1;
      words[16 * line + 1] = RET;
    }
    long entry = machine.writtenCode(words);
    machine.simulator.run(clearCache, entry + 68, entry + 3 * 64);
    assertStale(entry);
    assertEquals(1, machine.simulator.run(entry + 64));
    assertEquals(1, machine.simulator.run(entry + 128));
    assertStale(entry + 192);
  }

  @Test
  void aStoreMakesTheLineStaleEvenIfItWasExecutedBefore() {
    int[] words = new int[32];
    java.util.Arrays.fill(words, 0xd503201f);
    words[0] = MOV_X0_1;
    words[1] = RET;
    words[16] = MOV_X0_2;
    words[17] = RET;
    long entry = machine.code(words);
    assertEquals(1, machine.simulator.run(entry));
    machine.simulator.run(machine.code(0xb9000001, RET), entry, MOV_X0_2); // str w1,[x0]
    assertStale(entry);
    assertStale(entry + 4);
    assertEquals(2, machine.simulator.run(entry + 64), "the next line is as it was");
    machine.simulator.maintain(entry, 4);
    assertEquals(2, machine.simulator.run(entry));
  }

  @Test
  void codeThatJavaWroteIsStaleToo() {
    long entry = machine.code(MOV_X0_1, RET);
    assertEquals(1, machine.simulator.run(entry));
    Memory.putInt(entry, MOV_X0_2);
    machine.simulator.written(entry, 4);
    assertStale(entry);
    machine.simulator.maintain(entry, 4);
    assertEquals(2, machine.simulator.run(entry));
  }

  @Test
  void maintenanceOfMemoryThatIsNotOwnedIsAFault() {
    long entry = machine.code(DC_CVAU_X0, RET);
    SimulatorFault fault = assertThrows(SimulatorFault.class, () -> machine.simulator.run(entry, 64));
    assertEquals(FaultKind.ACCESS_OUTSIDE, fault.kind());
  }

  @Test
  void theCacheTypeRegisterTellsLinesOf64Bytes() {
    long type = machine.run(0xd53b0020, RET); // mrs x0,ctr_el0
    assertEquals(64, 4 << (type & 15));
    assertEquals(64, 4 << (type >> 16 & 15));
    assertEquals(0, type >> 28 & 3, "both kinds of maintenance are required");
  }
}
