package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.util.Arrays;
import java.util.List;

/** Frames on the machine stack, of every size class. */
final class FrameRules {
  private static final int[] FRAMES = {0, 8, 16, 24, 120, 128, 136, 216, 224, 232, 240, 248, 496, 504, 4080, 4096, 32_760, 40_000, 1 << 20};
  private static final int STACK_ALIGNMENT = 16;
  private static final int RESULT = 4711;

  private FrameRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.required("frame.spills", "Spill cells keep their values while functions with other frames run.",
            trial -> framesKeepTheirSpillsAcrossCalls(trial, target)),
        Rule.required("frame.tail-call", "A tail call leaves its frame first, whatever the frame's size.",
            trial -> aTailCallLeavesItsFrameFirst(trial, target)),
        Rule.required("frame.alignment", "The stack pointer is a multiple of 16 in every frame, also below frames of any size.",
            trial -> theStackIsAligned(trial, target)),
        Rule.required("frame.recursion", "A function calls itself many times, and every frame returns to its caller.",
            trial -> recursion(trial, target)));
  }

  private static int[] spillOffsets(int bytes) {
    return bytes < 8 ? new int[0] : new int[] {0, bytes / 16 * 8, bytes - 8};
  }

  /** Each function checks its spill cells after calling the next, whose frame is larger. */
  private static void framesKeepTheirSpillsAcrossCalls(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      long result = session.run(masm -> chain(session, masm));
      trial.executed(FRAMES.length);
      trial.equal(0, session.takeReport(), () -> "the frame that lost a spill cell (its bytes and 1)");
      trial.equal(RESULT, result, () -> "the result of the innermost function");
    }
  }

  private static void chain(Session session, MacroAssembler masm) {
    MutGp value = session.saved(0);
    Label[] functions = new Label[FRAMES.length + 1];
    Arrays.setAll(functions, _ -> masm.newLabel());
    masm.callLabel(functions[0]);
    masm.move(session.calls().hostResult(), session.calls().result());
    masm.leaveHostFrameAndReturn();
    for (int i = 0; i < FRAMES.length; i++) {
      int bytes = FRAMES[i];
      masm.bindIndirect(functions[i]);
      masm.enterFrame(bytes);
      for (int offset : spillOffsets(bytes)) {
        masm.moveImm(value, 1000 * i + offset);
        masm.store(Width.BITS64, value, masm.spill(offset));
      }
      if (i % 2 == 0) {
        masm.callLabel(functions[i + 1]);
      } else {
        masm.moveLabel(value, functions[i + 1]);
        masm.call(value);
      }
      for (int offset : spillOffsets(bytes)) {
        Label kept = masm.newLabel();
        masm.load(Width.BITS64, value, masm.spill(offset));
        masm.branchImm(Width.BITS64, Cond.EQUAL, value, 1000 * i + offset, kept);
        session.report(masm, bytes + 1);
        masm.bind(kept);
      }
      masm.leaveFrameAndReturn(bytes);
    }
    masm.bindIndirect(functions[FRAMES.length]);
    masm.moveImm(session.calls().result(), RESULT);
    masm.enterFrame(0);
    masm.leaveFrameAndReturn(0);
  }

  private static void aTailCallLeavesItsFrameFirst(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int bytes : FRAMES) {
        long result = session.run(masm -> {
          Label first = masm.newLabel();
          Label second = masm.newLabel();
          masm.callLabel(first);
          masm.move(session.calls().hostResult(), session.calls().result());
          masm.leaveHostFrameAndReturn();
          masm.bind(first);
          masm.enterFrame(bytes);
          masm.moveLabel(session.temp(), second);
          masm.leaveFrameAndJump(bytes, session.temp());
          masm.bindIndirect(second);
          masm.enterFrame(8);
          masm.moveImm(session.calls().result(), bytes + 1);
          masm.leaveFrameAndReturn(8);
        });
        trial.executed();
        trial.equal(bytes + 1, result, () -> "a tail call out of a frame of " + bytes + " bytes");
      }
    }
  }

  /** A spill cell's operand tells the stack pointer: its address less its displacement. */
  private static void theStackIsAligned(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int outer : FRAMES) {
        for (int inner : new int[] {8, 16, 24}) {
          session.run(masm -> {
            Label first = masm.newLabel();
            Label second = masm.newLabel();
            masm.callLabel(first);
            session.returns(masm, 0);
            masm.bind(first);
            masm.enterFrame(outer);
            if (outer > 0) {
              noteStackPointer(session, masm, 1);
            }
            masm.callLabel(second);
            masm.leaveFrameAndReturn(outer);
            masm.bind(second);
            masm.enterFrame(inner);
            noteStackPointer(session, masm, 2);
            masm.leaveFrameAndReturn(inner);
          });
          trial.executed();
          for (int cell = 1; cell <= 2; cell++) {
            trial.equal(0, session.cell(cell) % STACK_ALIGNMENT,
                () -> "the stack pointer modulo 16 in frames of " + outer + " and " + inner + " bytes");
          }
        }
      }
    }
  }

  private static void noteStackPointer(Session session, MacroAssembler masm, int cell) {
    Mem.Displaced spill = masm.spill(0);
    masm.address(session.saved(0), spill);
    masm.addImm(Width.BITS64, session.saved(0), session.saved(0), -(long) spill.displacement());
    masm.moveImm(session.temp(), session.cellAddress(cell));
    masm.store(Width.BITS64, session.saved(0), Mem.at(session.temp(), 0));
  }

  private static void recursion(Trial trial, Target target) throws InstallException {
    int depth = 10_000;
    try (Session session = new Session(target)) {
      long result = session.run(masm -> {
        MutGp left = session.saved(0);
        MutGp sum = session.saved(1);
        Label function = masm.newLabel();
        Label end = masm.newLabel();
        masm.move(left, session.calls().hostArgument().get(0));
        masm.moveImm(sum, 0);
        masm.callLabel(function);
        masm.move(session.calls().hostResult(), sum);
        masm.leaveHostFrameAndReturn();
        masm.bindIndirect(function);
        masm.enterFrame(16);
        masm.store(Width.BITS64, left, masm.spill(0));
        masm.branchImm(Width.BITS64, Cond.EQUAL, left, 0, end);
        masm.addImm(Width.BITS64, left, left, -1);
        masm.callLabel(function);
        masm.load(Width.BITS64, left, masm.spill(0));
        masm.add(Width.BITS64, sum, sum, left);
        masm.bind(end);
        masm.leaveFrameAndReturn(16);
      }, depth);
      trial.executed(depth);
      trial.equal(depth * (depth + 1L) / 2, result, () -> "the sum of what the frames held");
    }
  }
}
