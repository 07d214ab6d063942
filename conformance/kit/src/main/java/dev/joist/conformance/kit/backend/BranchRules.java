package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Cond;
import dev.joist.masm.FpCond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Branches over any distance: around the limits of all short forms that instruction sets have. */
final class BranchRules {
  private static final int[] DISTANCES =
      {0, 100, 120, 124, 128, 132, 0x7fe0, 0x7ffc, 0x8000, 0x8004, 0xfffe0, 0x100000, 0x140000};
  /** How far a label may be whose address is wanted. */
  private static final int LABEL_DISTANCE = 0xfffe0;
  private static final int TAKEN = 77;
  private static final int FELL_THROUGH = 13;

  /** Emits a branch to the label that is taken when the register holds 6. */
  private interface Brancher {
    void emit(MacroAssembler masm, MutGp six, Label target);
  }

  private static final Map<String, List<Brancher>> BRANCHERS = new TreeMap<>(Map.ofEntries(
      Map.entry("jump", List.of((masm, _, target) -> masm.jump(target))),
      Map.entry("branch", List.of((masm, six, target) -> masm.branch(Width.BITS64, Cond.EQUAL, six, six, target))),
      Map.entry("branchImm", List.of(
          (masm, six, target) -> masm.branchImm(Width.BITS32, Cond.EQUAL, six, 6, target),
          (masm, six, target) -> masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, six, 0, target),
          (masm, six, target) -> masm.branchImm(Width.BITS64, Cond.GREATER_EQUAL, six, 0, target))),
      Map.entry("branchIfAnyBits", List.of((masm, six, target) -> masm.branchIfAnyBits(Width.BITS64, six, 2, target))),
      Map.entry("branchIfNoBits", List.of(
          (masm, six, target) -> masm.branchIfNoBits(Width.BITS64, six, 1, target),
          (masm, six, target) -> masm.branchIfNoBits(Width.BITS64, six, 0x700, target))),
      Map.entry("branchTop", List.of((masm, six, target) -> masm.branchTop(Cond.EQUAL, six, 1, 3, target))),
      Map.entry("branchUnlessBothTops", List.of((masm, six, target) -> masm.branchUnlessBothTops(six, six, 48, 5, target))),
      Map.entry("addImmOverflow", List.of((masm, six, target) -> masm.addImmOverflow(Width.BITS32, six, six, 0x7fff_fffe, target))),
      Map.entry("mulOverflow", List.of((masm, six, target) -> {
        masm.shiftLeftImm(Width.BITS32, six, six, 20);
        masm.mulOverflow(Width.BITS32, six, six, six, target);
      }))));

  private BranchRules() {}

  static List<Rule> of(Target target) {
    List<Rule> rules = new ArrayList<>();
    BRANCHERS.forEach((name, branchers) -> rules.add(Rule.required("distance." + name,
        "It reaches its label over any distance, forward and back.", trial -> overAnyDistance(trial, target, branchers))));
    rules.add(Rule.required("distance.branchFp", "It reaches its label over any distance, forward and back.",
        trial -> overAnyDistance(trial, target, List.of(doubleBrancher(target)))));
    rules.add(Rule.required("distance.branchMemImm", "It reaches its label over any distance, forward and back.", trial -> {
      try (Session cells = new Session(target)) {
        overAnyDistance(trial, cells, List.of((masm, _, label) -> {
          masm.moveImm(cells.temp(), cells.cellAddress(1));
          masm.branchMemImm(Width.BITS64, Cond.EQUAL, Mem.at(cells.temp(), 0), 0, label);
        }));
      }
    }));
    rules.add(Rule.required("distance.callLabel", "It reaches its label over any distance, forward and back, and returns.",
        trial -> calls(trial, target)));
    rules.add(Rule.required("distance.moveLabel", "It gives the address of its label up to 1 MiB away; a jump lands there.",
        trial -> indirectJumps(trial, target)));
    return rules;
  }

  private static Brancher doubleBrancher(Target target) {
    var first = target.backend().registers().tempFp().get(0);
    var second = target.backend().registers().tempFp().get(1);
    return (masm, six, label) -> {
      masm.int32ToFp(first, six);
      masm.moveFpImm(second, 6);
      masm.branchFp(FpCond.EQUAL, first, second, label);
    };
  }

  private static void overAnyDistance(Trial trial, Target target, List<Brancher> branchers) throws InstallException {
    try (Session session = new Session(target)) {
      overAnyDistance(trial, session, branchers);
    }
  }

  private static void overAnyDistance(Trial trial, Session session, List<Brancher> branchers) throws InstallException {
    for (int distance : DISTANCES) {
      for (Brancher brancher : branchers) {
        trial.executed(2);
        trial.equal(TAKEN, session.run(masm -> forward(session, masm, brancher, distance), 6), () -> "forward over " + distance + " bytes");
        trial.equal(TAKEN, session.call(session.build((masm, entry) -> backward(session, masm, entry, brancher, distance)), 6), () -> "back over " + distance + " bytes");
      }
    }
  }

  private static void forward(Session session, MacroAssembler masm, Brancher brancher, int distance) {
    Label label = masm.newLabel();
    MutGp six = session.saved(0);
    masm.move(six, session.calls().hostArgument().get(0));
    brancher.emit(masm, six, label);
    filler(masm, session.saved(1), distance);
    session.returns(masm, FELL_THROUGH);
    masm.bind(label);
    session.returns(masm, TAKEN);
  }

  /** The function begins behind what it branches back to, so that nothing but the branch has a distance to go. */
  private static void backward(Session session, MacroAssembler masm, Label entry, Brancher brancher, int distance) {
    Label label = masm.newLabel();
    MutGp six = session.saved(0);
    masm.bind(label);
    session.returns(masm, TAKEN);
    filler(masm, session.saved(1), distance);
    session.returns(masm, FELL_THROUGH);
    masm.bindIndirect(entry);
    masm.enterHostFrame();
    masm.move(six, session.calls().hostArgument().get(0));
    brancher.emit(masm, six, label);
    session.returns(masm, FELL_THROUGH);
  }

  /** Code of at least that many bytes. Where a branch that is too short lands in it, it goes on to what follows. */
  static void filler(MacroAssembler masm, MutGp register, int bytes) {
    for (int end = masm.offset() + bytes; masm.offset() < end; ) {
      masm.addImm(Width.BITS64, register, register, 1);
    }
  }

  private static void calls(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int distance : DISTANCES) {
        for (boolean back : new boolean[] {false, true}) {
          long result = session.run(masm -> {
            Label function = masm.newLabel();
            Label start = masm.newLabel();
            if (back) {
              masm.jump(start);
              function(session, masm, function);
              filler(masm, session.saved(1), distance);
              masm.bind(start);
            }
            masm.callLabel(function);
            masm.move(session.calls().hostResult(), session.calls().result());
            masm.leaveHostFrameAndReturn();
            if (!back) {
              filler(masm, session.saved(1), distance);
              function(session, masm, function);
            }
          });
          trial.executed();
          trial.equal(TAKEN, result, () -> "a call over " + distance + " bytes");
        }
      }
    }
  }

  private static void function(Session session, MacroAssembler masm, Label label) {
    masm.bind(label);
    masm.enterFrame(0);
    masm.moveImm(session.calls().result(), TAKEN);
    masm.leaveFrameAndReturn(0);
  }

  private static void indirectJumps(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int distance : DISTANCES) {
        if (distance >= LABEL_DISTANCE) {
          continue;
        }
        long result = session.run(masm -> {
          Label there = masm.newLabel();
          masm.moveLabel(session.temp(), there);
          masm.jumpTo(session.temp());
          filler(masm, session.saved(1), distance);
          session.returns(masm, FELL_THROUGH);
          masm.bindIndirect(there);
          session.returns(masm, TAKEN);
        });
        trial.executed();
        trial.equal(TAKEN, result, () -> "a jump over " + distance + " bytes");
      }
    }
  }
}
