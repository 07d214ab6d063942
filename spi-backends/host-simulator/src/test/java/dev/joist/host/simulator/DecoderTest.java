package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is refused, and that nothing else can happen than what the faults say. */
class DecoderTest {
  private final Decoder decoder = new Decoder();

  private int opOf(int word) {
    return decoder.decode(word, 0x10000, 0) >>> Op.SHIFT;
  }

  @Test
  void transfersOfTheRegisterThatIsWrittenBackAreRefused() {
    for (int word :
        new int[] {
          0xf8408421, // ldr x1,[x1],#8
          0xf8008c21, // str x1,[x1,#8]!
          0xa8c10821, // ldp x1,x2,[x1],#16
          0xa8c10441, // ldp x1,x1,[x2],#16
          0xa9400441, // ldp x1,x1,[x2]
          0xa9bf0841, // stp x1,x2,[x2,#-16]!
        }) {
      assertEquals(Op.UNKNOWN, opOf(word), Integer.toHexString(word));
    }
    assertNotEquals(Op.UNKNOWN, opOf(0xfc408421), "ldr d1,[x1],#8");
    assertNotEquals(Op.UNKNOWN, opOf(0xf84087ff), "ldr xzr,[sp],#8");
  }

  @Test
  void reservedEncodingsAreRefused() {
    for (int word :
        new int[] {
          0x12400000, // and w0,w0 with a 64-bit mask
          0x9240fc00, // and x0,x0 with a mask of all ones
          0x52c00000, // movz w0,#0,lsl #32
          0x0b008000, // add w0,w0,w0,lsl #32
          0x0bc00000, // add w0,w0,w0,ror #0
          0x8b201400, // add x0,x0,w0,uxtb #5
          0x13c08000, // extr w0,w0,w0,#32
          0x1ea00800, // fmul with the reserved type 2
          0x9e600800, // fmul with bit 31
        }) {
      assertEquals(Op.UNKNOWN, opOf(word), Integer.toHexString(word));
    }
  }

  @Test
  void systemRegistersThatAreNotModelledAreRefused() {
    assertEquals(Op.UNKNOWN, opOf(0xd53b4420)); // mrs x0,fpsr
    assertEquals(Op.UNKNOWN, opOf(0xd53bd040)); // mrs x0,tpidr_el0
    assertEquals(Op.UNKNOWN, opOf(0xd5380000)); // mrs x0,midr_el1
    assertEquals(Op.UNKNOWN, opOf(0xd4000001)); // svc #0
  }

  @Test
  void randomWordsEndInAFaultOrReturn() {
    Random random = new Random(20261122);
    int returned = 0;
    int faulted = 0;
    try (Machine machine = new Machine()) {
      long entry = machine.code(0, Machine.RET);
      for (int i = 0; i < 20_000; i++) {
        Memory.putInt(entry, random.nextInt());
        machine.simulator.written(entry, 4);
        machine.simulator.maintain(entry, 4);
        machine.simulator.limitInstructions(100);
        for (int n = 0; n < 31; n++) {
          boolean pointer = n > 17 || random.nextBoolean();
          machine.simulator.cpu().setX(n, pointer ? machine.data.address() + random.nextInt(4096) : random.nextLong());
        }
        try {
          machine.simulator.run(entry);
          returned++;
        } catch (SimulatorFault fault) {
          faulted++;
        }
      }
    }
    assertTrue(returned > 2000 && faulted > 2000, returned + " returned, " + faulted + " faulted");
  }

  @Test
  void theDefaultNanModeIsKept() {
    try (Machine machine = new Machine()) {
      CpuState cpu = machine.simulator.cpu();
      cpu.setVector(0, 0xfff8000000001234L, 0);
      cpu.setVector(1, Double.doubleToRawLongBits(1), 0);
      assertEquals(0xfff8000000001234L, machine.run(0x1e612800, 0x9e660000, Machine.RET)); // fadd d0,d0,d1; fmov x0,d0
      cpu.setX(1, 1 << 25);
      // msr fpcr,x1; fadd d0,d0,d1; msr fpcr,xzr; fmov x0,d0; ret
      assertEquals(Nan.DEFAULT_DOUBLE, machine.run(0xd51b4401, 0x1e612800, 0xd51b441f, 0x9e660000, Machine.RET));
    }
  }

  @Test
  void otherFloatingPointModesAreRefused() {
    try (Machine machine = new Machine()) {
      machine.simulator.cpu().setX(1, 1 << 22); // round towards plus infinity
      SimulatorFault fault =
          assertThrows(
              SimulatorFault.class, () -> machine.run(0xd51b4401, Machine.RET)); // msr fpcr,x1
      assertEquals(FaultKind.UNKNOWN_INSTRUCTION, fault.kind());
    }
  }
}
