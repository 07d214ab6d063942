package dev.joist.values.nanbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.joist.spi.value.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link NanboxKitTest} cannot know: how this representation is found, and what the facade makes of numbers. */
class NanboxValuesTest {
  @Test
  void theFacadeFindsItByName() {
    assertSame(NanboxValues.class, Values.representation().getClass());
    assertEquals("nanbox", Values.representation().name());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void theFacadeKeepsIntegralNumbersAsInt32(double number) {
    assertEquals(Values.int32((int) number), Values.number(number, null));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0, 0.5, Integer.MAX_VALUE + 1.0, Integer.MIN_VALUE - 1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
  void theFacadeKeepsAllOthersAsDoubles(double number) {
    long word = Values.number(number, null);
    assertEquals(false, Values.isInt32(word));
    assertEquals(Double.doubleToLongBits(number), Double.doubleToRawLongBits(Values.asNumber(word)));
  }
}
