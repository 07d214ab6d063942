package dev.joist.compiler.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.Leaves;
import dev.joist.plugin.standard.StandardOpcodes;
import dev.joist.spi.opcode.Constraints;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteUsesTest {
  private static final Constraints NOTHING = Constraints.builder().build();
  private static final Constraints CALL = Constraints.builder().exits().calls().build();
  private static final Constraints READ = Constraints.builder().exits().readsSite().build();

  private static SiteUses uses(TextUnit unit, Constraints... constraints) {
    return SiteUses.of(ControlFlow.of(unit.decode()), List.of(constraints));
  }

  @Test
  void onlyTheLastCallBeforeASiteIsReadMakesItReadable() {
    TextUnit unit = TextUnit.of(8, ".sites 10", ".constant k0 string \"a\"", "  Call r2, r3, 1, s0", "  Call r2, r3, 1, s2",
        "  GetProperty r2, r2, k0, s4", "  Call r2, r3, 1, s8", "  Return r2");
    SiteUses uses = uses(unit, CALL, CALL, READ, CALL, NOTHING);
    assertFalse(uses.isBehind(0));
    assertTrue(uses.isBehind(1));
    assertFalse(uses.isBehind(3));
    assertFalse(uses.isAtHead(0), "the first call has it for its own");
  }

  @Test
  void whatALoopReadsIsReadBehindItsCalls() {
    TextUnit unit = TextUnit.of(8, ".sites 10", ".constant k0 string \"a\"", "L0:", "  GetProperty r2, r1, k0, s0",
        "  Call r2, r3, 1, s4", "  JumpLoop L0, s6");
    assertTrue(uses(unit, READ, CALL, NOTHING).isBehind(1));
    assertFalse(uses(unit, NOTHING, CALL, NOTHING).isBehind(1));
  }

  @Test
  void anInstructionThatReadsItsSiteAndThenCallsNeedsItBefore() {
    TextUnit unit = TextUnit.of(8, ".sites 10", ".constant k0 string \"a\"", "  Call r2, r3, 1, s0", "  GetProperty r2, r2, k0, s4", "  Return r2");
    SiteUses uses = uses(unit, CALL, Constraints.builder().exits().calls().readsSite().build(), NOTHING);
    assertTrue(uses.isBehind(0));
    assertFalse(uses.isBehind(1));
  }

  @Test
  void aHandlerBringsItBackItself() {
    TextUnit unit = TextUnit.of(8, ".sites 10", ".constant k0 string \"a\"", "L0:", "  Call r2, r3, 1, s0", "L6:", "  Return r2", "L8:",
        "  LoadException r1", "  GetProperty r2, r1, k0, s4", "  Return r2", ".handler L0 L6 L8");
    ControlFlow flow = ControlFlow.of(unit.decode());
    SiteUses uses = SiteUses.of(flow, List.of(CALL, NOTHING, NOTHING, READ, NOTHING));
    assertFalse(uses.isBehind(0));
    assertTrue(uses.isAtHead(flow.blockOf(2)));
  }

  @Test
  void aLeafHasNoInstructionThatCalls() {
    assertTrue(isLeaf(".sites 6", ".constant k0 string \"a\"", "  GetProperty r2, r1, k0, s0", "  Add r2, r2, r1, s4", "  Return r2"));
    assertFalse(isLeaf(".sites 2", "  Call r2, r3, 1, s0", "  Return r2"));
    assertFalse(isLeaf("  CallSpread r2, r3, r4, r5", "  Return r2"));
    assertFalse(isLeaf(".sites 2", "  Construct r2, r3, 1, s0", "  Return r2"));
  }

  private static boolean isLeaf(String... lines) {
    return Leaves.isLeaf(TextUnit.of(8, lines).template(), StandardOpcodes.table());
  }
}
