package dev.joist.javascript.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029"})
  void everyLineTerminatorEndsOneLine(String terminator) {
    Source source = new Source("a.js", "one" + terminator + "two" + terminator);

    assertEquals(3, source.lineCount());
    assertEquals("one", source.lineText(1));
    assertEquals("two", source.lineText(2));
    assertEquals("", source.lineText(3));
  }

  @Test
  void anOffsetBelongsToTheLineThatItsTerminatorEnds() {
    Source source = new Source("a.js", "ab\r\ncd");

    assertEquals("a.js:1:1", source.location(0));
    assertEquals("a.js:1:3", source.location(2));
    assertEquals("a.js:1:4", source.location(3));
    assertEquals("a.js:2:1", source.location(4));
    assertEquals("a.js:2:3", source.location(6));
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    Source source = new Source("a.js", "");

    assertEquals(1, source.lineCount());
    assertEquals("", source.lineText(1));
    assertEquals("a.js:1:1", source.location(0));
  }

  @Test
  void manyLinesAreFound() {
    Source source = new Source("a.js", "x\n".repeat(1_000));

    assertEquals(1_001, source.lineCount());
    assertEquals(500, source.line(998));
    assertEquals(500, source.line(999));
    assertEquals(501, source.line(1_000));
  }

  @Test
  void offsetsAndLinesOutsideAreRefused() {
    Source source = new Source("a.js", "abc");

    assertThrows(IndexOutOfBoundsException.class, () -> source.line(4));
    assertThrows(IndexOutOfBoundsException.class, () -> source.line(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> source.lineText(0));
    assertThrows(IndexOutOfBoundsException.class, () -> source.lineText(2));
  }
}
