package dev.joist.conformance.programs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JitMode;
import dev.joist.embedding.Strategies;
import dev.joist.embedding.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions that define registers and jump: what they define is there at the target, too, which the front end never asks for. */
class ResultsAtTargetsTest {
  private static Strategies strategies(String allocator) {
    Strategies all = Strategies.DEFAULTS;
    return new Strategies(all.values(), all.backend(), all.host(), allocator, all.ic(), all.abi());
  }

  private static Value run(String allocator, JitMode mode, String text) {
    try (Engine engine = Engine.create(EngineOptions.DEFAULTS.withStrategies(strategies(allocator)).withJit(mode))) {
      Value result = engine.runBytecode("targets.joist", text);
      assertEquals(0, engine.statistics().declined().size(), () -> engine.statistics().declined().toString());
      return result;
    }
  }

  private static void agrees(String allocator, Value expected, String text) {
    assertEquals(expected, run(allocator, JitMode.OFF, text));
    assertEquals(expected, run(allocator, JitMode.EAGER, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "linear-scan"})
  void afterTheMeaning(String allocator) {
    agrees(allocator, Value.of("undefined 1"), function("""
          LoadNull r1
          ForInPrepare r2, r1
          LoadInt8 r3, 1
          LoadInt8 r0, 5
          ForInNext r0, r2, end
          LoadInt8 r0, 1
        end:
        """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "linear-scan"})
  void afterTheLowering(String allocator) {
    agrees(allocator, Value.of("undefined 1"), function("""
          LoadInt8 r5, 7
          CreateArray r2, r5, 1
          LoadInt8 r3, 0
          IteratorNext r0, r2, r3, end
          IteratorNext r0, r2, r3, end
          LoadInt8 r0, 1
        end:
        """));
  }

  /** Gives the type of r0 and r3. */
  private static String function(String body) {
    return """
        .function f0 "" script
        .parameters 0
        .length 0
        .registers 8
        .sites 2
        .constant k0 string " "
        """ + body + """
          TypeOf r4, r0
          LoadConst r5, k0
          Add r5, r4, r5, s0
          Add r5, r5, r3, s1
          Return r5
        .end
        """;
  }
}
