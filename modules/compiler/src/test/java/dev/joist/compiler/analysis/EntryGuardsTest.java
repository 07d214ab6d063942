package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryGuardsTest {
  private static final Constraints NOTHING = Constraints.builder().build();
  private static final Constraints DOUBLE = numbers(UsePolicy.DOUBLE, Representation.DOUBLE);
  private static final Constraints INT32 = numbers(UsePolicy.INT32, Representation.INT32);
  private static final Constraints BOXED = Constraints.builder().use(1, UsePolicy.BOXED).use(2, UsePolicy.BOXED).exits().build();
  private static final Constraints CALL = Constraints.builder().exits().calls().build();

  private static Constraints numbers(UsePolicy use, Representation result) {
    return Constraints.builder().use(1, use).use(2, use).result(0, result).exits().build();
  }

  private static List<String> guards(int feedback, Constraints... constraints) {
    TextUnit unit = new TextUnit(TextUnit.of(4, ".sites 2", "  Mul r2, r1, r1, s0", "  Add r3, r2, r1, s1", "  Return r3")
        .template(), (long) feedback << 8 * Layout.SITE_FEEDBACK);
    return EntryGuards.choose(ControlFlow.of(unit.decode()), List.of(constraints)).stream().map(Object::toString).toList();
  }

  @Test
  void aParameterThatIsReadAsANumberAllTheTimeIsGuarded() {
    assertEquals(List.of("Guard r1 DOUBLE"), guards(Feedback.DOUBLE, DOUBLE, DOUBLE, NOTHING));
  }

  @Test
  void whoeverWantsAnInt32DecidesWhatItIs() {
    assertEquals(List.of("Guard r1 INT32"), guards(Feedback.INT32, DOUBLE, INT32, NOTHING));
  }

  @Test
  void noGuardIsMadeWhereItHasFailedOrNothingIsKnown() {
    assertEquals(List.of(), guards(Feedback.DOUBLE | Feedback.GENERIC, DOUBLE, DOUBLE, NOTHING));
    assertEquals(List.of(), guards(0, DOUBLE, DOUBLE, NOTHING));
  }

  @Test
  void whatIsReadAsAValueJustAsOftenStaysOne() {
    assertEquals(List.of(), guards(Feedback.DOUBLE, DOUBLE, BOXED, NOTHING));
  }

  @Test
  void aFunctionThatCallsKeepsItsParametersAsTheyAre() {
    assertEquals(List.of(), guards(Feedback.DOUBLE, DOUBLE, CALL, NOTHING));
  }
}
