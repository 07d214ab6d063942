package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class LivenessTest {
  private static Liveness liveness(TextUnit unit) {
    return Liveness.of(ControlFlow.of(unit.decode()));
  }

  private static BitSet registers(int... numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }

  @Test
  void whatIsReadLaterIsLive() {
    Liveness liveness = liveness(TextUnit.of(4, ".sites 1", "  LoadInt8 r2, 1", "  Add r3, r1, r2, s0", "  Return r3"));
    assertEquals(registers(1), liveness.liveIn(0));
    assertEquals(registers(1, 2), liveness.liveAfter(0));
    assertEquals(registers(3), liveness.liveAfter(1));
    assertEquals(registers(), liveness.liveAfter(2));
  }

  @Test
  void aLoopKeepsAliveWhatItsNextRoundReads() {
    Liveness liveness = liveness(TextUnit.of(3, ".sites 2",
        "  LoadInt8 r2, 0", "L3:", "  JumpIfNotLess r2, r1, L17, s0", "  JumpLoop L3, s1", "L17:", "  Return r2"));
    assertEquals(registers(1, 2), liveness.liveIn(1));
    assertEquals(registers(1, 2), liveness.liveIn(2));
    assertEquals(registers(2), liveness.liveIn(3));
  }

  @Test
  void aCallReadsCalleeAndArgumentsAndKillsItsWindow() {
    Liveness liveness = liveness(TextUnit.of(8, ".sites 2", "  Call r2, r3, 1, s0", "  Return r2"));
    assertEquals(registers(3, 7), liveness.liveIn(0));
    assertEquals(registers(2), liveness.liveAfter(0));
  }

  @Test
  void whatAHandlerReadsIsLiveBeforeAnInstructionThatDefinesItAndMayThrow() {
    Liveness liveness = liveness(TextUnit.of(3, ".sites 1",
        "  LoadInt8 r2, 1", "L3:", "  Add r2, r1, r1, s0", "L9:", "  Return r2", "L11:", "  LoadException r1",
        "  Return r2",
        ".handler L3 L9 L11"));
    assertEquals(registers(1, 2), liveness.liveAfter(0));
    assertEquals(registers(2), liveness.liveIn(1));
  }
}
