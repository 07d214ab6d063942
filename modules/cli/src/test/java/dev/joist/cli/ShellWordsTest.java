package dev.joist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
  @Test
  void spacesSeparateAndQuotesHoldTogether() {
    assertEquals(List.of("node", "--jitless", "a b.js", ""), ShellWords.split("  node --jitless 'a b.js'  \"\""));
    assertEquals(List.of("it's", "ab"), ShellWords.split("\"it's\" a'b'"));
  }

  @Test
  void whatIsNoCommandIsRefused() {
    assertThrows(UsageException.class, () -> ShellWords.split("node 'a"));
    assertThrows(UsageException.class, () -> ShellWords.split("  "));
  }
}
