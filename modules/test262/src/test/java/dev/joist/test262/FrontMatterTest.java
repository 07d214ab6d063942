package dev.joist.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.test262.FrontMatter.Negative;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontMatterTest {
  @Test
  void readsListsInBothFormsOfYaml() {
    FrontMatter read = FrontMatter.of("a.js", """
        // Copyright
        /*---
        description: >
          anything: at all
        includes: [compareArray.js, propertyHelper.js]
        flags:
          - onlyStrict
          - async
        features: [let, class]
        ---*/
        code();
        """);

    assertEquals(List.of("compareArray.js", "propertyHelper.js"), read.includes());
    assertEquals(Set.of("let", "class"), read.features());
    assertTrue(read.isAsync());
    assertEquals(List.of(Mode.STRICT), Mode.of(read.flags()));
  }

  @Test
  void readsHowATestHasToFail() {
    FrontMatter read = FrontMatter.of("a.js", "/*---\nnegative:\n  phase: parse\n  type: SyntaxError\n---*/");

    assertEquals(Optional.of(new Negative("parse", "SyntaxError")), read.negative());
  }

  @Test
  void takesLineEndsOfAllSystems() {
    assertEquals(Set.of("raw"), FrontMatter.of("a.js", "/*---\rdescription: x\rflags: [raw]\r---*/").flags());
    assertEquals(Set.of("raw"), FrontMatter.of("a.js", "/*---\r\ndescription: x\r\nflags: [raw]\r\n---*/").flags());
  }

  @Test
  void isNothingWhereThereIsNone() {
    assertEquals(FrontMatter.NONE, FrontMatter.of("a.js", "code();"));
    assertEquals(List.of(Mode.SLOPPY, Mode.STRICT), Mode.of(FrontMatter.NONE.flags()));
  }

  @Test
  void saysWhichFileIsBroken() {
    SuiteException broken = assertThrows(SuiteException.class, () -> FrontMatter.of("sub/a.js", "/*---\nflags: [raw\n---*/"));

    assertTrue(broken.getMessage().startsWith("sub/a.js"), broken.getMessage());
  }
}
