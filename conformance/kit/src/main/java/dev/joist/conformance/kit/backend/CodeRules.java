package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.util.Arrays;
import java.util.List;

/** Finished code: the same every time, readable, and able to run wherever it is installed, whenever that is. */
final class CodeRules {
  private static final int FUNCTIONS = 2000;

  private CodeRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.required("code.deterministic", "The same calls of the macro assembler give the same bytes.", trial -> deterministic(trial, target)),
        Rule.required("code.anywhere", "An image runs at any address that it is installed at.", trial -> anywhere(trial, target)),
        Rule.required("code.listing", "The disassembler shows every byte once, in order, and each instruction as text.",
            trial -> listing(trial, target)),
        Rule.required("install.many", "Code installed later leaves earlier code as it was.", trial -> many(trial, target)),
        Rule.required("install.while-running", "Code installed while other code waits for Java can be run at once.",
            trial -> whileRunning(trial, target)),
        Rule.required("install.refusals", "Images for another instruction set, and empty ones, are refused.", trial -> refusals(trial, target)));
  }

  /** One of every operation. */
  private static CodeImage sample(Target target) {
    CodeBuilder builder = target.backend().begin();
    MacroAssembler masm = builder.masm();
    Label end = masm.newLabel();
    var registers = target.backend().registers();
    var gp = registers.tempGp();
    var fp = registers.tempFp();
    masm.bindIndirect(masm.newLabel());
    masm.enterHostFrame();
    for (MacroOp op : Catalog.all()) {
      op.emission().emit(masm, new MacroOp.Operands(new Gp[] {gp.get(0), gp.get(1), gp.get(2), gp.get(3)},
          new Fp[] {fp.get(0), fp.get(1)}, gp.get(4), fp.get(2), end));
    }
    masm.bind(end);
    masm.leaveHostFrameAndReturn();
    return builder.build();
  }

  private static void deterministic(Trial trial, Target target) {
    CodeImage first = sample(target);
    for (int i = 0; i < 3; i++) {
      trial.executed();
      trial.that(Arrays.equals(first.bytes(), sample(target).bytes()), () -> "another image of the same operations differs");
    }
  }

  private static void listing(Trial trial, Target target) {
    byte[] bytes = sample(target).bytes();
    List<Disassembler.Line> lines = target.backend().disassembler().disassemble(bytes);
    int last = -1;
    for (Disassembler.Line line : lines) {
      int before = last;
      trial.executed();
      trial.that(line.offset() > before && line.offset() < bytes.length, () -> "a line at " + line.offset() + " follows one at " + before);
      trial.that(!line.text().isBlank(), () -> "the line at " + line.offset() + " is empty");
      last = line.offset();
    }
    trial.that(lines.getFirst().offset() == 0, () -> "the first line is not at offset 0");
  }

  private static void constant(Session session, MacroAssembler masm, long value) {
    session.returns(masm, value);
  }

  private static void anywhere(Trial trial, Target target) throws InstallException {
    CodeBuilder builder = target.backend().begin();
    MacroAssembler masm = builder.masm();
    MutGp address = target.backend().registers().tempGp().getLast();
    Label entry = masm.newLabel();
    Label there = masm.newLabel();
    masm.bindIndirect(entry);
    masm.enterHostFrame();
    masm.moveLabel(address, there);
    masm.jumpTo(address);
    BranchRules.filler(masm, address, 100);
    masm.bindIndirect(there);
    masm.moveImm(target.backend().registers().calls().hostResult(), 0x1234_5678_9abc_def0L);
    masm.leaveHostFrameAndReturn();
    CodeImage image = builder.build();
    try (Session session = new Session(target)) {
      for (int i = 0; i < 50; i++) {
        long at = session.host().install(image);
        trial.executed();
        trial.equal(0, at % 16, () -> "the address of an image modulo 16");
        trial.equal(0x1234_5678_9abc_def0L, session.call(at + builder.offsetOf(entry)), () -> "the result at 0x" + Long.toHexString(at));
      }
    }
  }

  private static void many(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      long[] entries = new long[FUNCTIONS];
      for (int i = 0; i < FUNCTIONS; i++) {
        int value = i;
        entries[i] = session.install(masm -> constant(session, masm, value));
        trial.equal(i, session.call(entries[i]), () -> "a new function");
      }
      for (int i = 0; i < FUNCTIONS; i++) {
        int value = i;
        trial.executed();
        trial.equal(i, session.call(entries[i]), () -> "function " + value + " after all were installed");
      }
    }
  }

  private static void whileRunning(Trial trial, Target target) throws InstallException {
    Session[] self = new Session[1];
    UpcallHandler upcalls = (value, _) -> {
      try {
        return self[0].run(masm -> constant(self[0], masm, value * 3));
      } catch (InstallException e) {
        throw new IllegalStateException(e);
      }
    };
    try (Session session = new Session(target, upcalls)) {
      self[0] = session;
      MachineHost host = session.host();
      long entry = session.install(masm -> {
        masm.moveImm(session.temp(), host.upcallAddress());
        masm.callHost(session.temp());
        masm.addImm(Width.BITS64, session.calls().hostResult(), session.calls().hostResult(), 1);
        masm.leaveHostFrameAndReturn();
      });
      for (int i = 0; i < 100; i++) {
        int value = i;
        trial.executed();
        trial.equal(3 * i + 1, session.call(entry, i), () -> "code installed in call " + value);
      }
    }
  }

  private static void refusals(Trial trial, Target target) throws InstallException {
    try (Session session = new Session(target)) {
      CodeImage foreign = new CodeImage(new Isa("no such instruction set"), new byte[16], List.of());
      trial.refuses(InstallException.class, "an image for another instruction set", () -> session.host().install(foreign));
      CodeImage empty = new CodeImage(target.backend().isa(), new byte[0], List.of());
      trial.refuses(InstallException.class, "an empty image", () -> session.host().install(empty));
    }
  }
}
