package dev.joist.conformance.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Branches over any distance, frames of any size, calls in both directions. */
class ControlFlowTest {
  private static final String TARGETS = "dev.joist.conformance.codegen.Target#all";

  private static final int[] FRAMES = {0, 8, 16, 24, 216, 224, 232, 240, 248, 496, 504, 4080, 4096, 32_760, 40_000, 1 << 20};

  /** A host, and functions of its ABI built from their insides. */
  private static final class Session implements AutoCloseable {
    final Target target;
    final MachineHost host;
    final RegisterFile registers;
    final CallRegisters calls;

    Session(Target target, UpcallHandler upcalls) throws InstallException {
      this.target = target;
      this.host = target.open(upcalls);
      this.registers = target.backend().registers();
      this.calls = registers.calls();
    }

    Session(Target target) throws InstallException {
      this(target, (_, _) -> 0);
    }

    @FunctionalInterface
    interface Body {
      void emit(MacroAssembler masm);
    }

    long run(Body body, long... arguments) throws InstallException {
      CodeBuilder builder = target.backend().begin();
      MacroAssembler masm = builder.masm();
      Label entry = masm.newLabel();
      masm.bindIndirect(entry);
      masm.enterHostFrame();
      body.emit(masm);
      long address = host.install(builder.build()) + builder.offsetOf(entry);
      long[] four = Arrays.copyOf(arguments, 4);
      return host.call(address, four[0], four[1], four[2], four[3]);
    }

    MutGp saved(int index) {
      return registers.savedGp().get(index);
    }

    /** A temp that has no part in calls. */
    MutGp temp() {
      return registers.tempGp().stream()
          .filter(r -> !calls.hostArgument().contains(r) && !r.equals(calls.hostResult()) && !r.equals(calls.result())
              && !r.equals(calls.argumentCount()))
          .findFirst().orElseThrow();
    }

    void returns(MacroAssembler masm, long value) {
      masm.moveImm(calls.hostResult(), value);
      masm.leaveHostFrameAndReturn();
    }

    @Override
    public void close() {
      host.close();
    }
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void argumentsAndResult(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      MutGp sum = session.saved(0);
      long result = session.run(masm -> {
        masm.moveImm(sum, 0);
        for (int i = 0; i < 4; i++) {
          masm.shiftLeftImm(Width.BITS64, sum, sum, 8);
          masm.add(Width.BITS64, sum, sum, session.calls.hostArgument().get(i));
        }
        masm.move(session.calls.hostResult(), sum);
        masm.leaveHostFrameAndReturn();
      }, 1, 2, 3, 4);
      assertEquals(0x01020304, result);
    }
  }

  /** Emits a branch to the label that is taken when the register holds 6. */
  private interface Brancher {
    void emit(MacroAssembler masm, MutGp six, Label target);
  }

  private static final List<Brancher> BRANCHERS = List.of(
      (masm, _, target) -> masm.jump(target),
      (masm, six, target) -> masm.branch(Width.BITS64, Cond.EQUAL, six, six, target),
      (masm, six, target) -> masm.branchImm(Width.BITS32, Cond.EQUAL, six, 6, target),
      (masm, six, target) -> masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, six, 0, target),
      (masm, six, target) -> masm.branchImm(Width.BITS64, Cond.GREATER_EQUAL, six, 0, target),
      (masm, six, target) -> masm.branchIfAnyBits(Width.BITS64, six, 2, target),
      (masm, six, target) -> masm.branchIfNoBits(Width.BITS64, six, 1, target),
      (masm, six, target) -> masm.branchIfNoBits(Width.BITS64, six, 0x700, target),
      (masm, six, target) -> masm.branchTop(Cond.EQUAL, six, 1, 3, target),
      (masm, six, target) -> masm.mulOverflow(Width.BITS32, six, shifted(masm, six), six, target));

  private static MutGp shifted(MacroAssembler masm, MutGp six) {
    masm.shiftLeftImm(Width.BITS32, six, six, 20);
    return six;
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void branchesOverAnyDistance(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int distance : new int[] {0, 100, 120, 128, 0x7fe0, 0x7ffc, 0x8000, 0xfffe0, 0x100000, 0x140000}) {
        for (int kind = 0; kind < BRANCHERS.size(); kind++) {
          Brancher brancher = BRANCHERS.get(kind);
          String what = "branch " + kind + " over " + distance;
          assertEquals(77, session.run(masm -> forward(session, masm, brancher, distance), 6), what + " forward");
          assertEquals(77, session.run(masm -> backward(session, masm, brancher, distance), 6), what + " back");
        }
      }
    }
  }

  private static void forward(Session session, MacroAssembler masm, Brancher brancher, int distance) {
    Label label = masm.newLabel();
    MutGp six = session.saved(0);
    masm.move(six, session.calls.hostArgument().get(0));
    brancher.emit(masm, six, label);
    filler(masm, session.saved(1), distance);
    masm.trap(1);
    masm.bind(label);
    session.returns(masm, 77);
  }

  private static void backward(Session session, MacroAssembler masm, Brancher brancher, int distance) {
    Label label = masm.newLabel();
    Label start = masm.newLabel();
    MutGp six = session.saved(0);
    masm.jump(start);
    masm.bind(label);
    session.returns(masm, 77);
    filler(masm, session.saved(1), distance);
    masm.trap(2);
    masm.bind(start);
    masm.move(six, session.calls.hostArgument().get(0));
    brancher.emit(masm, six, label);
    masm.trap(3);
  }

  /** Code of at least that many bytes that is never executed. */
  private static void filler(MacroAssembler masm, MutGp register, int bytes) {
    for (int end = masm.offset() + bytes; masm.offset() < end; ) {
      masm.addImm(Width.BITS64, register, register, 1);
    }
  }

  /** Each function checks its spill cells after calling the next, whose frame is larger. */
  @ParameterizedTest
  @MethodSource(TARGETS)
  void framesKeepTheirSpillsAcrossCalls(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      long result = session.run(masm -> {
        MutGp value = session.saved(0);
        Label[] functions = new Label[FRAMES.length + 1];
        Arrays.setAll(functions, _ -> masm.newLabel());
        Label wrong = masm.newLabel();
        masm.callLabel(functions[0]);
        masm.move(session.calls.hostResult(), session.calls.result());
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
            masm.load(Width.BITS64, value, masm.spill(offset));
            masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, value, 1000 * i + offset, wrong);
          }
          masm.leaveFrameAndReturn(bytes);
        }
        masm.bindIndirect(functions[FRAMES.length]);
        masm.moveImm(session.calls.result(), 4711);
        masm.enterFrame(0);
        masm.leaveFrameAndReturn(0);
        masm.bind(wrong);
        masm.trap(3);
      });
      assertEquals(4711, result);
    }
  }

  private static int[] spillOffsets(int bytes) {
    return bytes < 8 ? new int[0] : new int[] {0, bytes / 16 * 8, bytes - 8};
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void aTailCallLeavesItsFrameFirst(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int bytes : FRAMES) {
        long result = session.run(masm -> {
          Label first = masm.newLabel();
          Label second = masm.newLabel();
          masm.callLabel(first);
          masm.move(session.calls.hostResult(), session.calls.result());
          masm.leaveHostFrameAndReturn();
          masm.bind(first);
          masm.enterFrame(bytes);
          masm.moveLabel(session.temp(), second);
          masm.leaveFrameAndJump(bytes, session.temp());
          masm.bindIndirect(second);
          masm.enterFrame(8);
          masm.moveImm(session.calls.result(), bytes + 1);
          masm.leaveFrameAndReturn(8);
        });
        assertEquals(bytes + 1, result);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void jumpsThroughARegister(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      long result = session.run(masm -> {
        Label there = masm.newLabel();
        masm.moveLabel(session.temp(), there);
        masm.jumpTo(session.temp());
        masm.trap(4);
        masm.bindIndirect(there);
        session.returns(masm, 5);
      });
      assertEquals(5, result);
    }
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void theHostIsCalledWithTwoArgumentsAndKeepsWhatIsSaved(Target target) throws InstallException {
    UpcallHandler upcalls = (kind, argument) -> 10 * kind + argument;
    try (Session session = new Session(target, upcalls)) {
      int saved = session.registers.savedGp().size();
      int savedFp = session.registers.savedFp().size();
      List<MutGp> roles = List.of(
          session.calls.base(), session.calls.context(), session.calls.allocation(), session.calls.sites());
      long result = session.run(masm -> {
        Label wrong = masm.newLabel();
        for (int i = 0; i < savedFp; i++) {
          masm.moveImm(session.temp(), 0x3000 + i);
          masm.bitsToFp(session.registers.savedFp().get(i), session.temp());
        }
        for (int i = 0; i < saved; i++) {
          masm.moveImm(session.saved(i), 0x1000 + i);
        }
        for (int i = 0; i < roles.size(); i++) {
          masm.moveImm(roles.get(i), 0x2000 + i);
        }
        masm.moveImm(session.calls.hostArgument().get(0), 4);
        masm.moveImm(session.calls.hostArgument().get(1), 2);
        masm.moveImm(session.temp(), session.host.upcallAddress());
        masm.callHost(session.temp());
        for (int i = 0; i < saved; i++) {
          masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, session.saved(i), 0x1000 + i, wrong);
        }
        for (int i = 0; i < roles.size(); i++) {
          masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, roles.get(i), 0x2000 + i, wrong);
        }
        for (int i = 0; i < savedFp; i++) {
          masm.fpToBits(session.saved(0), session.registers.savedFp().get(i));
          masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, session.saved(0), 0x3000 + i, wrong);
        }
        masm.leaveHostFrameAndReturn();
        masm.bind(wrong);
        masm.trap(5);
      });
      assertEquals(42, result);
    }
  }

  /** A constant is not taken to be in a register any more when control comes from elsewhere, or after a call. */
  @ParameterizedTest
  @MethodSource(TARGETS)
  void constantsAreMadeAgainWhereTheyMayBeLost(Target target) throws InstallException {
    long odd = 0x1234_5678_9abc_def1L;
    try (Session session = new Session(target)) {
      long result = session.run(masm -> {
        MutGp sum = session.saved(0);
        Label loop = masm.newLabel();
        Label function = masm.newLabel();
        Label done = masm.newLabel();
        masm.moveImm(sum, 0);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.callLabel(function);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.moveImm(session.saved(1), 3);
        masm.bind(loop);
        masm.xorImm(Width.BITS64, sum, sum, odd);
        masm.xorImm(Width.BITS64, sum, sum, odd + 2);
        masm.addImm(Width.BITS64, session.saved(1), session.saved(1), -1);
        masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, session.saved(1), 0, loop);
        masm.jump(done);
        masm.bind(function);
        masm.enterFrame(0);
        masm.xorImm(Width.BITS64, sum, sum, odd + 4);
        masm.leaveFrameAndReturn(0);
        masm.bind(done);
        masm.move(session.calls.hostResult(), sum);
        masm.leaveHostFrameAndReturn();
      });
      assertEquals((odd + 4) ^ odd ^ (odd + 2), result);
    }
  }

  @ParameterizedTest
  @MethodSource(TARGETS)
  void whatTheContractExcludesIsRefused(Target target) throws InstallException {
    try (Session session = new Session(target)) {
      MacroAssembler masm = target.backend().begin().masm();
      MutGp r = session.saved(0);
      Label label = masm.newLabel();
      assertThrows(IllegalArgumentException.class, () -> masm.add(Width.BITS8, r, r, r));
      assertThrows(IllegalArgumentException.class, () -> masm.branchTop(Cond.LESS, r, 48, 1, label));
      assertThrows(IllegalArgumentException.class, () -> masm.branchTop(Cond.EQUAL, r, 48, 0x10000, label));
      assertThrows(IllegalArgumentException.class, () -> masm.branchTop(Cond.EQUAL, r, 64, 0, label));
      assertThrows(IllegalArgumentException.class, () -> masm.branchUnlessBothTops(r, r, 48, -1, label));
      assertThrows(IllegalArgumentException.class, () -> masm.spill(4));
      assertThrows(IllegalArgumentException.class, () -> masm.enterFrame(-8));
      assertThrows(IllegalArgumentException.class, () -> masm.trap(65_536));
      masm.bind(label);
      assertThrows(IllegalStateException.class, () -> masm.bind(label));
      masm.jump(masm.newLabel());
      assertThrows(IllegalStateException.class, masm::finish);
    }
  }
}
