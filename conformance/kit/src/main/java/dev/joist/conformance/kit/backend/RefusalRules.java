package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import java.util.List;

/** What the contract excludes is refused with a message, when it is emitted. */
final class RefusalRules {
  private RefusalRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.required("refusal.widths", "An operation refuses widths that it has not.", trial -> widths(trial, target)),
        Rule.required("refusal.tops", "A comparison of tops refuses signed relations, and values and places out of range.",
            trial -> tops(trial, target)),
        Rule.required("refusal.frames", "Frames and spill cells of impossible sizes are refused.", trial -> frames(trial, target)),
        Rule.required("refusal.labels", "A label is bound once, and every label that is used.", trial -> labels(trial, target)),
        Rule.required("refusal.traps", "A trap's number has 16 bits.", trial -> traps(trial, target)));
  }

  private static MacroAssembler masm(Target target) {
    return target.backend().begin().masm();
  }

  private static MutGp register(Target target) {
    return target.backend().registers().savedGp().getFirst();
  }

  private static void widths(Trial trial, Target target) {
    MacroAssembler masm = masm(target);
    MutGp r = register(target);
    Label label = masm.newLabel();
    for (Width width : new Width[] {Width.BITS8, Width.BITS16}) {
      trial.refuses(IllegalArgumentException.class, "add " + width, () -> masm.add(width, r, r, r));
      trial.refuses(IllegalArgumentException.class, "subFromImm " + width, () -> masm.subFromImm(width, r, 1, r));
      trial.refuses(IllegalArgumentException.class, "shiftLeftImm " + width, () -> masm.shiftLeftImm(width, r, r, 1));
      trial.refuses(IllegalArgumentException.class, "branchImm " + width, () -> masm.branchImm(width, Cond.EQUAL, r, 1, label));
      trial.refuses(IllegalArgumentException.class, "addOverflow " + width, () -> masm.addOverflow(width, r, r, r, label));
    }
  }

  private static void tops(Trial trial, Target target) {
    MacroAssembler masm = masm(target);
    MutGp r = register(target);
    Label label = masm.newLabel();
    for (Cond cond : new Cond[] {Cond.LESS, Cond.LESS_EQUAL, Cond.GREATER, Cond.GREATER_EQUAL}) {
      trial.refuses(IllegalArgumentException.class, "branchTop " + cond, () -> masm.branchTop(cond, r, 48, 1, label));
    }
    trial.refuses(IllegalArgumentException.class, "a top of 16 bits that needs 17", () -> masm.branchTop(Cond.EQUAL, r, 48, 0x10000, label));
    trial.refuses(IllegalArgumentException.class, "a top from bit 64", () -> masm.branchTop(Cond.EQUAL, r, 64, 0, label));
    trial.refuses(IllegalArgumentException.class, "a negative top", () -> masm.branchUnlessBothTops(r, r, 48, -1, label));
  }

  private static void frames(Trial trial, Target target) {
    MacroAssembler masm = masm(target);
    trial.refuses(IllegalArgumentException.class, "a spill cell at offset 4", () -> masm.spill(4));
    trial.refuses(IllegalArgumentException.class, "a spill cell at offset -8", () -> masm.spill(-8));
    trial.refuses(IllegalArgumentException.class, "a frame of -8 bytes", () -> masm.enterFrame(-8));
  }

  private static void labels(Trial trial, Target target) {
    MacroAssembler masm = masm(target);
    Label label = masm.newLabel();
    masm.bind(label);
    trial.refuses(IllegalStateException.class, "binding a label twice", () -> masm.bind(label));
    masm.jump(masm.newLabel());
    trial.refuses(IllegalStateException.class, "ending the code before a label is bound", masm::finish);
  }

  private static void traps(Trial trial, Target target) {
    MacroAssembler masm = masm(target);
    trial.refuses(IllegalArgumentException.class, "trap 65536", () -> masm.trap(65_536));
    trial.refuses(IllegalArgumentException.class, "trap -1", () -> masm.trap(-1));
  }
}
