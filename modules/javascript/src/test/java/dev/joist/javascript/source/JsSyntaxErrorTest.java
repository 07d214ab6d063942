package dev.joist.javascript.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JsSyntaxErrorTest {
  @Test
  void rendersLocationLineCaretAndMessage() {
    Source source = new Source("dir/app.js", "let a = 1;\nlet b = );\n");

    JsSyntaxError error = new JsSyntaxError("Unexpected token )", source, 19);

    assertEquals(
        """
        dir/app.js:2:9
        let b = );
                ^

        SyntaxError: Unexpected token )""",
        error.render());
  }

  @Test
  void theCaretStandsRightBelowTabs() {
    JsSyntaxError error = new JsSyntaxError("no", new Source("a.js", "\tx\ty"), 3);

    assertEquals("a.js:1:4\n\tx\ty\n\t \t^\n\nSyntaxError: no", error.render());
  }

  @Test
  void theEndOfTheSourceCanBeAtFault() {
    JsSyntaxError error = new JsSyntaxError("no", new Source("a.js", "f("), 2);

    assertEquals("a.js:1:3\nf(\n  ^\n\nSyntaxError: no", error.render());
  }

  @Test
  void aLongLineIsCutToItsSurroundings() {
    String text = "a".repeat(500) + "#" + "b".repeat(500);

    String[] lines = new JsSyntaxError("no", new Source("a.js", text), 500).render().split("\n");

    assertTrue(lines[1].length() < 200, () -> "width " + lines[1].length());
    assertEquals('#', lines[1].charAt(lines[2].indexOf('^')));
  }
}
