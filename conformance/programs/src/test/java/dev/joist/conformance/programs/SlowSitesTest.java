package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.EngineStatistics.SlowSite;
import dev.joist.embedding.JitMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics tell which instructions of compiled code call Java. */
class SlowSitesTest {
  private static List<SlowSite> sites(String program) {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withJit(JitMode.EAGER))) {
      engine.eval("slow.js", program);
      return engine.statistics().slowSites();
    }
  }

  @Test
  void theInstructionThatCallsJavaMostOftenComesFirst() {
    List<SlowSite> sites = sites("""
        function rarely(x) { return x ** 2; }
        function often(o) {
          let keys = 0;
          for (let i = 0; i < 500; i++) {
            if (delete o.x) keys++;
          }
          return keys;
        }
        for (let i = 0; i < 7; i++) rarely(i);
        often({});
        """);
    SlowSite first = sites.getFirst();
    assertTrue(first.function().startsWith("often#"), sites::toString);
    assertEquals("DeleteProperty", first.opcode());
    assertEquals(5, first.line());
    assertEquals(500, first.calls());
    assertTrue(sites.stream().anyMatch(site -> site.function().startsWith("rarely#") && site.opcode().equals("Exp") && site.calls() == 7), sites::toString);
  }

  @Test
  void aCallOfAFunctionInJavaIsTheCallersAndNamesWhatItCalls() {
    List<SlowSite> sites = sites("""
        function twice(list) {
          list.includes(1);
          list.includes(2);
        }
        for (let i = 0; i < 50; i++) twice([3]);
        """);
    assertEquals(2, sites.stream().filter(site -> site.opcode().equals("CallMethod") && site.text().equals("list.includes") && site.calls() > 40)
        .map(SlowSite::line).distinct().count(), sites::toString);
  }
}
