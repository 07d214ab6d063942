package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Fact;
import dev.joist.spi.value.ValueEmitter;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownFactsTest {
  private record Named(String name, boolean lasts) implements Fact {
    @Override
    public void emitCheck(MacroAssembler masm, ValueEmitter values, Gp value, MutGp temp, Label otherwise) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Fact SHAPE = new Named("shape", false);
  private static final Fact OTHER_SHAPE = new Named("other shape", false);
  private static final Fact CELL = new Named("cell", true);

  private static final Constraints NOTHING = Constraints.builder().build();
  /** A property of r1. */
  private static final Constraints READ = Constraints.builder().guard(1, List.of(CELL, SHAPE)).exits().build();
  private static final Constraints SLOW = Constraints.builder().exits().build();
  private static final Constraints CALL = Constraints.builder().exits().calls().build();

  private static final String[] TWO_READS = {".sites 12", ".constant k0 string \"a\"", "  GetProperty r2, r1, k0, s0",
      "  Add r3, r2, r2, s4", "  GetProperty r2, r1, k0, s5", "  Return r2"};

  private static KnownFacts facts(TextUnit unit, Constraints... constraints) {
    return KnownFacts.of(ControlFlow.of(unit.decode()), List.of(constraints));
  }

  private static KnownFacts twoReads(Constraints between) {
    return facts(TextUnit.of(4, TWO_READS), READ, between, READ, NOTHING);
  }

  @Test
  void whatOneInstructionFindsOutTheNextOneNeedNotCheck() {
    KnownFacts facts = twoReads(NOTHING);
    assertFalse(facts.isProven(0, 1, CELL));
    assertFalse(facts.isProven(0, 1, SHAPE));
    assertTrue(facts.isProven(2, 1, CELL));
    assertTrue(facts.isProven(2, 1, SHAPE));
    assertFalse(facts.isProven(2, 1, OTHER_SHAPE));
  }

  @Test
  void aCallEndsWhatDoesNotLast() {
    KnownFacts facts = twoReads(CALL);
    assertTrue(facts.isProven(2, 1, CELL));
    assertFalse(facts.isProven(2, 1, SHAPE));
  }

  @Test
  void aSlowPathThatMayEndWhatIsInUseDoesNotComeBack() {
    KnownFacts facts = twoReads(SLOW);
    assertTrue(facts.isProven(2, 1, SHAPE));
    assertTrue(facts.leaves(1));
    assertTrue(facts.leaves(0), "its own slow path may end what it has found out");
    assertFalse(facts.leaves(2), "nobody counts on anything behind it");
  }

  @Test
  void aSlowPathThatWasTakenOftenComesBackAndEndsFacts() {
    TextUnit generic = new TextUnit(TextUnit.of(4, TWO_READS).template(),
        (long) Feedback.GENERIC << 8 * Layout.SITE_FEEDBACK);
    KnownFacts facts = facts(generic, READ, SLOW, READ, NOTHING);
    assertFalse(facts.leaves(1));
    assertFalse(facts.isProven(2, 1, SHAPE));
    assertTrue(facts.isProven(2, 1, CELL));
  }

  @Test
  void whatReshapesAnObjectMakesItSomethingElse() {
    KnownFacts facts = twoReads(Constraints.builder().becomes(1, OTHER_SHAPE).reshapes().build());
    assertFalse(facts.isProven(2, 1, SHAPE));
    facts = facts(TextUnit.of(4, TWO_READS), READ, Constraints.builder().reshapes().build(),
        Constraints.builder().guard(1, List.of(CELL)).build(), NOTHING);
    assertTrue(facts.isProven(2, 1, CELL));
  }

  @Test
  void anotherValueIsNotKnown() {
    TextUnit unit = TextUnit.of(4, ".sites 12", ".constant k0 string \"a\"", "  GetProperty r1, r1, k0, s0",
        "  GetProperty r2, r1, k0, s5", "  Return r2");
    assertFalse(facts(unit, READ, READ, NOTHING).isProven(1, 1, CELL));
  }

  @Test
  void aCopyIsWhatItsSourceIs() {
    TextUnit unit = TextUnit.of(4, ".sites 12", ".constant k0 string \"a\"", "  GetProperty r2, r1, k0, s0",
        "  Move r3, r1", "  GetProperty r2, r3, k0, s5", "  Return r2");
    KnownFacts facts = facts(unit, READ, Constraints.builder().copyOf(1).build(), READ, NOTHING);
    assertTrue(facts.isProven(2, 3, SHAPE));
  }

  @Test
  void whatIsAskedOfACopyIsKeptOfItsSource() {
    TextUnit unit = TextUnit.of(5, ".sites 12", ".constant k0 string \"a\"", "  CreateEmptyArray r2, 0",
        "  Move r3, r2", "  GetProperty r4, r3, k0, s0", "  Move r3, r2", "  GetProperty r4, r3, k0, s5", "  Return r4");
    Constraints copy = Constraints.builder().copyOf(1).build();
    KnownFacts facts = facts(unit, Constraints.builder().exits().becomes(0, CELL).build(), copy, READ, copy, READ, NOTHING);
    assertTrue(facts.isProven(2, 3, CELL), "it was made as one");
    assertFalse(facts.isProven(2, 3, SHAPE));
    assertTrue(facts.isProven(4, 3, CELL));
    assertFalse(facts.isProven(4, 3, SHAPE), "what a copy was found to be is not known of its source");
  }

  @Test
  void whatAnInstructionReadsAndWritesIsWhatItMakesOfIt() {
    TextUnit unit = TextUnit.of(3, ".sites 4", ".constant k0 string \"a\"", "  CoerceThis r1", "  GetProperty r2, r1, k0, s0", "  Return r2");
    KnownFacts facts = facts(unit, Constraints.builder().exits().becomes(0, CELL).build(), READ, NOTHING);
    assertTrue(facts.isProven(1, 1, CELL));
    assertFalse(facts.isProven(1, 1, SHAPE));
  }

  @Test
  void whatALoopReadsAllTheTimeIsGuardedBeforeIt() {
    TextUnit unit = TextUnit.of(4, ".sites 12", ".constant k0 string \"a\"", "  LoadInt8 r2, 0", "L3:",
        "  JumpIfNotLess r2, r1, L29, s0", "  GetProperty r3, r1, k0, s2", "  Inc r2, r2, s6", "  JumpLoop L3, s7", "L29:",
        "  Return r2");
    List<Constraints> constraints = List.of(NOTHING, NOTHING, READ, NOTHING, NOTHING, NOTHING);
    ControlFlow flow = ControlFlow.of(unit.decode());
    List<LoopGuard> guards = FactGuards.choose(flow, constraints, Liveness.of(flow));
    assertEquals(List.of("Guard r1 " + CELL, "Guard r1 " + SHAPE), guards.stream().map(Object::toString).toList());
    List<Constraints> calling = List.of(NOTHING, NOTHING, READ, CALL, NOTHING, NOTHING);
    guards = FactGuards.choose(flow, calling, Liveness.of(flow));
    assertEquals(List.of("Guard r1 " + CELL), guards.stream().map(Object::toString).toList());
  }
}
