package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlFlowTest {
  /** for (i = 0; i < r1; i++) for (j = 0; j < r1; j++); */
  private static final TextUnit NESTED_LOOPS = TextUnit.of(4, ".sites 5",
      "  LoadInt8 r2, 0",
      "L3:",
      "  JumpIfNotLess r2, r1, L40, s0",
      "  LoadInt8 r3, 0",
      "L15:",
      "  JumpIfNotLess r3, r1, L29, s1",
      "  JumpLoop L15, s2",
      "L29:",
      "  JumpLoop L3, s4",
      "L40:",
      "  Return r2");

  private static ControlFlow flow(TextUnit unit) {
    return ControlFlow.of(unit.decode());
  }

  @Test
  void blocksBeginAtTargetsAndAfterJumps() {
    ControlFlow flow = flow(NESTED_LOOPS);
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), IntStream.range(0, flow.blockCount()).map(flow::first).boxed().toList());
    assertEquals(1, flow.blockOf(1));
  }

  @Test
  void aConditionalJumpFallsThroughFirst() {
    assertEquals(List.of(2, 6), flow(NESTED_LOOPS).successors(1));
  }

  @Test
  void loopsNest() {
    ControlFlow flow = flow(NESTED_LOOPS);
    assertTrue(flow.isLoopHead(1));
    assertTrue(flow.isLoopHead(3));
    assertFalse(flow.isLoopHead(2));
    assertEquals(List.of(0, 1, 1, 2, 2, 1, 0), IntStream.range(0, 7).map(flow::loopDepth).boxed().toList());
  }

  @Test
  void theInnermostHandlerTakesAnInstruction() {
    ControlFlow flow = flow(TextUnit.of(4, ".sites 0",
        "L0:",
        "  Throw r1",
        "L2:",
        "  LoadException r2",
        "  Throw r2",
        "L6:",
        "  LoadException r3",
        "  Return r3",
        ".handler L0 L2 L2",
        ".handler L0 L6 L6"));
    assertEquals(1, flow.handlerOf(0));
    assertEquals(2, flow.handlerOf(2));
    assertEquals(-1, flow.handlerOf(4));
    assertTrue(flow.isHandler(1));
    assertFalse(flow.isHandler(0));
  }
}
