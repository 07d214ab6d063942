package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.value.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeFactsTest {
  private static final Constraints NOTHING = Constraints.builder().build();
  private static final Constraints ZERO = Constraints.constant(Values.int32(0));
  private static final Constraints GIVES_INT32 = Constraints.builder().result(0, Representation.INT32).build();
  private static final Constraints GIVES_DOUBLE = Constraints.builder().result(0, Representation.DOUBLE).build();

  private static final TextUnit COUNTING = TextUnit.of(3, ".sites 3",
      "  LoadInt8 r2, 0", "L3:", "  JumpIfNotLess r2, r1, L22, s0", "  Inc r2, r2, s1", "  JumpLoop L3, s2", "L22:",
      "  Return r2");

  private static TypeFacts facts(TextUnit unit, Constraints... constraints) {
    return TypeFacts.of(ControlFlow.of(unit.decode()), List.of(constraints));
  }

  @Test
  void aCounterThatOnlyEverIsInt32IsKnownToBe() {
    TypeFacts facts = facts(COUNTING, ZERO, NOTHING, GIVES_INT32, NOTHING, NOTHING);
    assertEquals(Representation.INT32, facts.atHead(1, 2));
    assertEquals(Representation.INT32, facts.atHead(3, 2));
    assertEquals(Representation.BOXED, facts.atHead(1, 1));
  }

  @Test
  void oneOtherDefinitionIsEnoughToKnowNothing() {
    assertEquals(Representation.BOXED, facts(COUNTING, ZERO, NOTHING, NOTHING, NOTHING, NOTHING).atHead(1, 2));
    assertEquals(Representation.BOXED, facts(COUNTING, ZERO, NOTHING, GIVES_DOUBLE, NOTHING, NOTHING).atHead(1, 2));
  }

  @Test
  void aCopyIsWhatItsSourceIs() {
    TypeFacts facts = facts(TextUnit.of(4, ".sites 0", "  LoadInt8 r2, 0", "  Move r3, r2", "  Return r3"),
        ZERO, Constraints.builder().copyOf(1).build(), NOTHING);
    TypeFacts.Walk walk = facts.walk(0);
    walk.pass(0);
    walk.pass(1);
    assertEquals(Representation.INT32, walk.of(3));
  }

  @Test
  void aHandlerKnowsNothing() {
    TextUnit unit = TextUnit.of(3, ".sites 0", "  LoadInt8 r2, 0", "L3:", "  Throw r1", "L5:", "  LoadException r1",
        "  Return r2",
        ".handler L3 L5 L5");
    assertEquals(Representation.BOXED, facts(unit, ZERO, NOTHING, NOTHING, NOTHING).atHead(1, 2));
  }
}
