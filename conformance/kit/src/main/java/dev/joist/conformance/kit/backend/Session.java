package dev.joist.conformance.kit.backend;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A host, and functions of its C ABI built from their insides. What code finds wrong it notes in a cell of memory and goes on: a trap would
 * end the JVM where the host is the processor.
 */
final class Session implements AutoCloseable {
  private static final int CELLS = 64;

  private final Target target;
  private final MachineHost host;
  private final RegisterFile registers;
  private final CallRegisters calls;
  private final Arena arena = Arena.ofConfined();
  /** The first is for what code finds wrong, the others are free for use. */
  private final MemorySegment cells = arena.allocate(CELLS * 8L, 16);

  Session(Target target, UpcallHandler upcalls) throws InstallException {
    this.target = target;
    this.host = target.open(upcalls);
    this.registers = target.backend().registers();
    this.calls = registers.calls();
    host.allow(cells.address(), cells.byteSize());
  }

  Session(Target target) throws InstallException {
    this(target, (_, _) -> 0);
  }

  /** Emits what stands between the prologue of a function and its epilogue, or the epilogue as well. */
  @FunctionalInterface
  interface Body {
    void emit(MacroAssembler masm);
  }

  MachineHost host() {
    return host;
  }

  RegisterFile registers() {
    return registers;
  }

  CallRegisters calls() {
    return calls;
  }

  /** Emits whole code, and binds the label where its function begins. */
  @FunctionalInterface
  interface Whole {
    void emit(MacroAssembler masm, Label entry);
  }

  /** Installs a function that begins with the prologue; the body has to return. */
  long install(Body body) throws InstallException {
    return build((masm, entry) -> {
      masm.bindIndirect(entry);
      masm.enterHostFrame();
      body.emit(masm);
    });
  }

  /** Installs code, and answers the address of its entry. */
  long build(Whole code) throws InstallException {
    CodeBuilder builder = target.backend().begin();
    MacroAssembler masm = builder.masm();
    Label entry = masm.newLabel();
    code.emit(masm, entry);
    return host.install(builder.build()) + builder.offsetOf(entry);
  }

  /** Installs a function and calls it. */
  long run(Body body, long... arguments) throws InstallException {
    return call(install(body), arguments);
  }

  long call(long entry, long... arguments) {
    long[] four = Arrays.copyOf(arguments, 4);
    return host.call(entry, four[0], four[1], four[2], four[3]);
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

  long cellAddress(int cell) {
    return cells.address() + 8L * cell;
  }

  long cell(int cell) {
    return cells.get(ValueLayout.JAVA_LONG, 8L * cell);
  }

  /** Notes that something is wrong, by a number that is not 0. Uses {@link #temp()}. */
  void report(MacroAssembler masm, int number) {
    masm.moveImm(temp(), cellAddress(0));
    masm.storeImm(Width.BITS64, number, Mem.at(temp(), 0));
  }

  /** The number noted last since it was asked; 0 for none. */
  int takeReport() {
    long number = cell(0);
    cells.set(ValueLayout.JAVA_LONG, 0, 0);
    return (int) number;
  }

  @Override
  public void close() {
    host.close();
    arena.close();
  }
}
