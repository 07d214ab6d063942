package dev.joist.assembler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Labels on a toy instruction set: a 32-bit word is the distance to the label. */
class LabelLinkerTest {
  private final CodeBuffer code = new CodeBuffer();
  private final LabelLinker linker = new LabelLinker(code);

  /** A reference of limited or unlimited reach. */
  private record Toy(int forwardReach, int backwardReach, boolean acceptsVeneer) implements PcRelative {
    @Override
    public void patch(CodeBuffer code, int site, int target) {
      code.patch32(site, target - site);
    }
  }

  private static final Toy FAR = new Toy(LabelLinker.NEVER, LabelLinker.NEVER, true);
  private static final Toy NEAR = new Toy(0x8000, 0x8000, true);
  private static final Toy DATA = new Toy(0x8000, 0x8000, false);

  private int refer(CodeLabel label, PcRelative form) {
    int site = code.position();
    code.put32(0);
    linker.refer(label, form, site);
    return site;
  }

  private void advanceTo(int position) {
    while (code.position() < position) {
      code.put32(-1);
    }
  }

  @Test
  void referencesBackAndForthMeetTheLabel() {
    CodeLabel label = new CodeLabel();
    int before = refer(label, NEAR);
    int alsoBefore = refer(label, FAR);
    advanceTo(40);
    linker.bind(label);
    int after = refer(label, NEAR);
    assertEquals(40, label.position());
    assertEquals(40 - before, code.get32(before));
    assertEquals(40 - alsoBefore, code.get32(alsoBefore));
    assertEquals(0, code.get32(after));
    linker.requireNoneWaiting();
  }

  @Test
  void aLabelIsBoundOnce() {
    CodeLabel label = new CodeLabel();
    linker.bind(label);
    assertThrows(IllegalStateException.class, () -> linker.bind(label));
  }

  @Test
  void aLabelUsedAndNeverBoundIsReported() {
    CodeLabel label = new CodeLabel();
    refer(label, FAR);
    refer(label, NEAR);
    String message = assertThrows(IllegalStateException.class, linker::requireNoneWaiting).getMessage();
    assertTrue(message.startsWith("2 references"), message);
    assertThrows(IllegalStateException.class, label::position);
  }

  @Test
  void unlimitedReferencesSetNoDeadline() {
    refer(new CodeLabel(), FAR);
    assertEquals(LabelLinker.NEVER, linker.deadline());
  }

  @Test
  void theDeadlineComesBeforeTheReachEnds() {
    refer(new CodeLabel(), NEAR);
    assertTrue(linker.deadline() < NEAR.forwardReach());
    assertTrue(linker.deadline() > NEAR.forwardReach() / 2);
  }

  @Test
  void whatIsBoundInTimeNeedsNoVeneer() {
    CodeLabel label = new CodeLabel();
    refer(label, NEAR);
    advanceTo(100);
    linker.bind(label);
    advanceTo(linker.deadline());
    assertFalse(linker.relax(0));
    assertEquals(LabelLinker.NEVER, linker.deadline());
  }

  @Test
  void oneVeneerServesAllReferencesToALabelThatAreDue() {
    CodeLabel label = new CodeLabel();
    int first = refer(label, NEAR);
    int second = refer(label, NEAR);
    advanceTo(linker.deadline());
    assertTrue(linker.relax(0));
    int island = code.position();
    linker.emitVeneers(target -> refer(target, FAR));
    assertEquals(island + 4, code.position());
    assertEquals(island - first, code.get32(first));
    assertEquals(island - second, code.get32(second));
    advanceTo(0x100000);
    linker.bind(label);
    assertEquals(0x100000 - island, code.get32(island));
    linker.requireNoneWaiting();
  }

  @Test
  void referencesThatAreNotDueWaitOn() {
    CodeLabel label = new CodeLabel();
    refer(label, NEAR);
    advanceTo(20_000);
    int later = refer(label, NEAR);
    advanceTo(linker.deadline());
    linker.emitVeneers(target -> refer(target, FAR));
    assertEquals(0, code.get32(later));
    int end = code.position();
    linker.bind(label);
    assertEquals(end - later, code.get32(later));
  }

  /** As many references as there can be: each is connected in the end, whatever comes between. */
  @Test
  void aDenseRunOfReferencesKeepsItsLabels() {
    CodeLabel[] labels = new CodeLabel[40_000];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = new CodeLabel();
      if (code.position() >= linker.deadline() && linker.relax(0)) {
        linker.emitVeneers(target -> refer(target, FAR));
      }
      refer(labels[i], NEAR);
    }
    if (linker.relax(0)) {
      linker.emitVeneers(target -> refer(target, FAR));
    }
    while (linker.deadline() != LabelLinker.NEVER) {
      advanceTo(linker.deadline());
      if (linker.relax(0)) {
        linker.emitVeneers(target -> refer(target, FAR));
      }
    }
    for (CodeLabel label : labels) {
      linker.bind(label);
    }
    linker.requireNoneWaiting();
  }

  @Test
  void whatNeedsTheLabelItselfIsRefusedWhenOutOfReach() {
    CodeLabel label = new CodeLabel();
    refer(label, DATA);
    advanceTo(0x8004);
    assertThrows(EncodingException.class, () -> linker.bind(label));
  }

  @Test
  void aBoundLabelOutOfReachIsRefused() {
    CodeLabel label = new CodeLabel();
    linker.bind(label);
    advanceTo(0x8000);
    assertTrue(linker.isInReach(label, NEAR, code.position()));
    advanceTo(0x8004);
    assertFalse(linker.isInReach(label, NEAR, code.position()));
    String message = assertThrows(EncodingException.class, () -> refer(label, NEAR)).getMessage();
    assertTrue(message.contains("-32772 bytes"), message);
  }

  @Test
  void thePoolHoldsEachConstantOnceAligned() {
    ConstantPool pool = new ConstantPool(code, linker);
    code.put32(-1);
    int first = code.position();
    code.put32(0);
    CodeLabel label = pool.labelOf(0x1122334455667788L, NEAR, first);
    linker.refer(label, NEAR, first);
    assertEquals(label, pool.labelOf(0x1122334455667788L, NEAR, code.position()));
    pool.labelOf(42, NEAR, code.position());
    code.put32(-1);
    pool.flush();
    assertEquals(16, label.position());
    assertEquals(16 - first, code.get32(first));
    assertEquals(32, code.position());
    assertEquals(0x55667788, code.get32(16));
    assertEquals(42, code.get32(24));
    assertEquals(0, pool.pendingBytes());
    assertEquals(label, pool.labelOf(0x1122334455667788L, NEAR, code.position()), "still in reach");
    advanceTo(0x10000);
    assertFalse(pool.labelOf(0x1122334455667788L, NEAR, code.position()).isBound(), "out of reach: once more");
  }
}
