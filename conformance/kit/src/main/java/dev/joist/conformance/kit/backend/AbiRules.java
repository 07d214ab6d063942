package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.RuleViolation;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls between Java and machine code, in both directions. */
final class AbiRules {
  private static final int ARGUMENTS = 4;
  private static final int PATTERN = 0x1000;
  private static final int DEPTH = 200;

  private AbiRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.required("abi.register-roles", "The register file is consistent: no register has two parts, and there are enough.",
            trial -> registerRoles(trial, target.backend().registers())),
        Rule.required("abi.arguments", "The four arguments of a call from Java arrive in order; the result comes back.",
            trial -> argumentsAndResult(trial, target)),
        Rule.required("abi.upcall", "Java is called with two arguments, and its result comes back.", trial -> upcall(trial, target)),
        Rule.required("abi.upcall-keeps", "A call of Java keeps the registers that are said to survive it.",
            trial -> upcallsKeepWhatIsSaved(trial, target)),
        Rule.required("abi.callee-saved", "A function called by the C ABI gives its caller every callee-saved register back.",
            trial -> calleeSaved(trial, target)),
        Rule.required("abi.double-result", "Doubles computed in machine code come back to Java bit for bit.",
            trial -> doubleResult(trial, target)),
        Rule.required("abi.nesting", "Java and machine code call each other deeply, and each call returns to its caller.",
            trial -> nesting(trial, target)));
  }

  private static List<MutGp> roles(CallRegisters calls) {
    return List.of(calls.base(), calls.context(), calls.allocation(), calls.sites());
  }

  private static void registerRoles(Trial trial, RegisterFile file) {
    List<MutGp> owned = new ArrayList<>(roles(file.calls()));
    owned.addAll(file.savedGp());
    owned.addAll(file.tempGp());
    distinct(trial, "roles, saved and temporary registers", owned);
    List<MutFp> doubles = new ArrayList<>(file.savedFp());
    doubles.addAll(file.tempFp());
    distinct(trial, "floating-point registers", doubles);
    distinct(trial, "argument registers", file.calls().hostArgument());
    for (MutGp argument : file.calls().hostArgument()) {
      trial.executed();
      trial.that(!roles(file.calls()).contains(argument) && !file.savedGp().contains(argument), () -> argument + " is argument and kept");
    }
    atLeast(trial, "argument registers", ARGUMENTS, file.calls().hostArgument());
    atLeast(trial, "saved registers", 2, file.savedGp());
    atLeast(trial, "temporary registers", 6, file.tempGp());
    atLeast(trial, "temporary floating-point registers", 4, file.tempFp());
  }

  private static void distinct(Trial trial, String what, List<?> registers) {
    Set<Object> seen = new HashSet<>();
    for (Object register : registers) {
      trial.executed();
      trial.that(seen.add(register), () -> register + " is twice among " + what);
    }
  }

  private static void atLeast(Trial trial, String what, int count, List<?> registers) {
    trial.executed();
    trial.that(registers.size() >= count, () -> "there are " + registers.size() + " " + what + ", and code needs " + count);
  }

  private static void argumentsAndResult(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      for (int i = 0; i < ARGUMENTS; i++) {
        int argument = i;
        long entry = session.install(masm -> {
          if (!session.calls().hostArgument().get(argument).equals(session.calls().hostResult())) {
            masm.move(session.calls().hostResult(), session.calls().hostArgument().get(argument));
          }
          masm.leaveHostFrameAndReturn();
        });
        for (long value : OperationRules.INTEGERS) {
          long[] arguments = {11, 22, 33, 44};
          arguments[i] = value;
          trial.executed();
          trial.equal(value, session.call(entry, arguments), () -> "argument " + argument);
        }
      }
    }
  }

  private static void upcall(Trial trial, Target target) throws InstallException {
    long[] got = new long[2];
    UpcallHandler upcalls = (kind, argument) -> {
      got[0] = kind;
      got[1] = argument;
      return kind ^ argument;
    };
    try (Session session = new Session(target, upcalls)) {
      long entry = session.install(masm -> {
        masm.moveImm(session.temp(), session.host().upcallAddress());
        masm.callHost(session.temp());
        masm.leaveHostFrameAndReturn();
      });
      for (long kind : OperationRules.INTEGERS) {
        for (long argument : OperationRules.INTEGERS) {
          trial.executed();
          long result = session.call(entry, kind, argument);
          trial.equal(kind, got[0], () -> "the first argument");
          trial.equal(argument, got[1], () -> "the second argument");
          trial.equal(kind ^ argument, result, () -> "the result");
        }
      }
    }
  }

  /** Emits a check that all kept registers hold their pattern; a report's number is 1 and the register's place. */
  private static void checkKept(Session session, MacroAssembler masm, List<MutGp> kept) {
    for (int i = 0; i < kept.size(); i++) {
      Label same = masm.newLabel();
      masm.branchImm(Width.BITS64, Cond.EQUAL, kept.get(i), PATTERN + i, same);
      session.report(masm, 1 + i);
      masm.bind(same);
    }
  }

  private static void fill(MacroAssembler masm, List<MutGp> registers, int pattern) {
    for (int i = 0; i < registers.size(); i++) {
      masm.moveImm(registers.get(i), pattern + i);
    }
  }

  private static void fillDoubles(Session session, MacroAssembler masm, int pattern) {
    List<MutFp> saved = session.registers().savedFp();
    for (int i = 0; i < saved.size(); i++) {
      masm.moveImm(session.temp(), pattern + i);
      masm.bitsToFp(saved.get(i), session.temp());
    }
  }

  /** Numbers go on after those of the general-purpose registers. */
  private static void checkDoubles(Session session, MacroAssembler masm, int first) {
    List<MutFp> saved = session.registers().savedFp();
    for (int i = 0; i < saved.size(); i++) {
      Label same = masm.newLabel();
      masm.fpToBits(session.saved(0), saved.get(i));
      masm.branchImm(Width.BITS64, Cond.EQUAL, session.saved(0), PATTERN + i, same);
      session.report(masm, first + i);
      masm.bind(same);
    }
  }

  private static List<MutGp> keptRegisters(Session session) {
    List<MutGp> kept = new ArrayList<>(session.registers().savedGp());
    kept.addAll(roles(session.calls()));
    return kept;
  }

  private static void throwIfLost(Trial trial, Session session) {
    int lost = session.takeReport();
    trial.executed();
    List<Object> kept = new ArrayList<>(keptRegisters(session));
    kept.addAll(session.registers().savedFp());
    if (lost != 0) {
      throw new RuleViolation(kept.get(lost - 1) + " did not survive");
    }
  }

  private static void upcallsKeepWhatIsSaved(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target, (kind, argument) -> busy(kind, argument))) {
      List<MutGp> kept = keptRegisters(session);
      long entry = session.install(masm -> {
        fillDoubles(session, masm, PATTERN);
        fill(masm, kept, PATTERN);
        masm.moveImm(session.temp(), session.host().upcallAddress());
        masm.callHost(session.temp());
        checkKept(session, masm, kept);
        checkDoubles(session, masm, 1 + kept.size());
        session.returns(masm, 0);
      });
      for (int i = 0; i < 1000; i++) {
        session.call(entry, i, 3);
        throwIfLost(trial, session);
      }
    }
  }

  /** Work that keeps many registers busy once it is compiled. */
  private static long busy(long a, long b) {
    double x = a;
    double y = b;
    long sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += a * i ^ b + sum >>> 3;
      x = x * 1.5 + y;
      y = y / 3 - x;
    }
    return sum + (long) x + (long) y;
  }

  /**
   * Machine code calls machine code by the C ABI. The caller keeps what it got from Java in memory by itself, so that a backend that forgets
   * a register breaks the rule and not the JVM.
   */
  private static void calleeSaved(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      List<MutGp> kept = keptRegisters(session);
      long greedy = session.install(masm -> {
        fillDoubles(session, masm, 0x7000);
        fill(masm, kept, 0x7000);
        session.returns(masm, 0);
      });
      long caller = session.install(masm -> {
        MutGp address = session.temp();
        keep(session, masm, address, kept, true);
        fillDoubles(session, masm, PATTERN);
        fill(masm, kept, PATTERN);
        masm.moveImm(address, greedy);
        masm.callHost(address);
        checkKept(session, masm, kept);
        checkDoubles(session, masm, 1 + kept.size());
        keep(session, masm, address, kept, false);
        session.returns(masm, 0);
      });
      session.call(caller);
      throwIfLost(trial, session);
    }
  }

  private static void keep(Session session, MacroAssembler masm, MutGp address, List<MutGp> kept, boolean store) {
    masm.moveImm(address, session.cellAddress(1));
    for (int i = 0; i < kept.size(); i++) {
      Mem cell = Mem.at(address, 8 * i);
      if (store) {
        masm.store(Width.BITS64, kept.get(i), cell);
      } else {
        masm.load(Width.BITS64, kept.get(i), cell);
      }
    }
    List<MutFp> doubles = session.registers().savedFp();
    for (int i = 0; i < doubles.size(); i++) {
      Mem cell = Mem.at(address, 8 * (kept.size() + i));
      if (store) {
        masm.storeFp(doubles.get(i), cell);
      } else {
        masm.loadFp(doubles.get(i), cell);
      }
    }
  }

  private static void doubleResult(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      MutFp a = session.registers().tempFp().get(0);
      MutFp b = session.registers().tempFp().get(1);
      long entry = session.install(masm -> {
        masm.bitsToFp(a, session.calls().hostArgument().get(0));
        masm.bitsToFp(b, session.calls().hostArgument().get(1));
        masm.divFp(a, a, b);
        masm.fpToBits(session.calls().hostResult(), a);
        masm.leaveHostFrameAndReturn();
      });
      for (double x : OperationRules.DOUBLES) {
        for (double y : OperationRules.DOUBLES) {
          double result = Double.longBitsToDouble(session.call(entry, Double.doubleToRawLongBits(x), Double.doubleToRawLongBits(y)));
          trial.executed();
          trial.equal(Double.doubleToLongBits(x / y), Double.doubleToLongBits(result), () -> x + " / " + y);
        }
      }
    }
  }

  private static void nesting(Trial trial, Target target) throws InstallException {
    MachineHost[] host = new MachineHost[1];
    long[] entry = new long[1];
    UpcallHandler upcalls = (depth, sum) -> depth == 0 ? sum : depth + host[0].call(entry[0], depth - 1, sum, 0, 0);
    try (Session session = new Session(target, upcalls)) {
      host[0] = session.host();
      entry[0] = session.install(masm -> {
        masm.moveImm(session.temp(), session.host().upcallAddress());
        masm.callHost(session.temp());
        masm.addImm(Width.BITS64, session.calls().hostResult(), session.calls().hostResult(), 1);
        masm.leaveHostFrameAndReturn();
      });
      trial.executed(DEPTH);
      long expected = 5 + DEPTH * (DEPTH + 1L) / 2 + DEPTH + 1;
      trial.equal(expected, session.call(entry[0], DEPTH, 5), () -> "what all levels added");
    }
  }
}
