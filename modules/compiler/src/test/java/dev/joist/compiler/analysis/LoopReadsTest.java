package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.plugin.standard.StandardOpcodes;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.opcode.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopReadsTest {
  private record Named(String name) implements Place {}

  private static final Place X = new Named("x");
  private static final Place Y = new Named("y");

  private static final Constraints NOTHING = Constraints.builder().build();
  private static final Constraints SLOW = Constraints.builder().exits().build();
  private static final Constraints READ = Constraints.builder().guard(1, List.of(Fact.CELL)).reads(X).exits().build();
  private static final int READ_AT = 2;
  private static final int BEHIND = 3;

  /** A loop that reads a property of r1, and then of what it has read. */
  private static final TextUnit LOOP = TextUnit.of(5, ".sites 16", ".constant k0 string \"a\"", "  LoadInt8 r2, 0", "L3:",
      "  JumpIfNotLess r2, r1, L36, s0", "  GetProperty r3, r1, k0, s2", "  GetProperty r4, r3, k0, s6", "  Inc r2, r2, s10",
      "  JumpLoop L3, s11", "L36:", "  Return r2");

  private final ControlFlow flow = ControlFlow.of(LOOP.decode());
  private final Lowerings lowerings = new Lowerings(StandardOpcodes.linked().definitions());

  private LoopReads choose(Constraints read, Constraints behind, Constraints last) {
    List<Constraints> constraints = new ArrayList<>(List.of(NOTHING, NOTHING, read, behind, last, NOTHING, NOTHING));
    return LoopReads.choose(flow, constraints, lowerings);
  }

  private static List<String> texts(LoopReads reads) {
    return reads.guards().stream().map(Object::toString).toList();
  }

  @Test
  void whatNobodyWritesIsReadBeforeTheLoop() {
    LoopReads reads = choose(READ, SLOW, NOTHING);
    assertEquals(List.of("Read r5 as GetProperty@12"), texts(reads));
    assertEquals(5, reads.moved().get(READ_AT));
    assertEquals(6, reads.registerCount());
  }

  @Test
  void whatIsReadByWhatWasReadIsReadBeforeTheLoopToo() {
    LoopReads reads = choose(READ, READ, NOTHING);
    assertEquals(List.of("Read r5 as GetProperty@12", "Guard r5 CELL", "Read r6 as GetProperty@19"), texts(reads));
    assertEquals(6, reads.moved().get(BEHIND));
  }

  @Test
  void whoWritesAnotherPlaceDoesNotMatter() {
    assertFalse(choose(READ, SLOW, Constraints.builder().writes(Y).build()).isEmpty());
    assertTrue(choose(READ, SLOW, Constraints.builder().writes(X).build()).isEmpty());
  }

  @Test
  void whereAnythingMayHappenNothingIsReadBefore() {
    assertTrue(choose(READ, Constraints.builder().exits().calls().build(), NOTHING).isEmpty());
    assertTrue(choose(READ, Constraints.builder().reshapes().build(), NOTHING).isEmpty());
    assertTrue(choose(READ, Constraints.SLOW_PATH_ONLY, NOTHING).isEmpty());
  }

  @Test
  void theInterpreterFindsWhatItWouldRead() {
    ControlFlow changed = ControlFlow.of(flow.code().with(choose(READ, SLOW, NOTHING)));
    int head = changed.blockOf(changed.code().indexAt(3));
    assertTrue(Liveness.of(changed).liveIn(head).get(1), "the register that the property is read of");
    assertTrue(Liveness.of(changed).liveIn(head).get(5), "the register that has it");
    assertFalse(Liveness.of(changed).liveIn(changed.guardsOf(head)).get(5));
    assertTrue(changed.code().instructions().stream().anyMatch(DecodedInsn::isCopy));
  }

  @Test
  void noSlowPathThatMayWriteComesBackIntoTheLoop() {
    ControlFlow changed = ControlFlow.of(flow.code().with(choose(READ, SLOW, NOTHING)));
    List<Constraints> constraints = changed.code().instructions().stream()
        .map(insn -> insn.isCopy() ? NOTHING : insn.descriptor().name().equals("GetProperty") ? SLOW : NOTHING).toList();
    KnownFacts known = KnownFacts.of(changed, constraints);
    int behind = changed.code().indexAt(19);
    assertTrue(known.leaves(behind));
  }
}
