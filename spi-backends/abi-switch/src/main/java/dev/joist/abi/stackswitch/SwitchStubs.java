package dev.joist.abi.stackswitch;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.RegisterFile;
import java.util.List;

/** The three pieces of code between the stacks. Each is a C function for whoever calls it. */
final class SwitchStubs {
  private final MacroAssembler masm;
  private final CallRegisters roles;
  private final MutGp temp;
  private final MutGp other;

  SwitchStubs(MacroAssembler masm, RegisterFile registers) {
    this.masm = masm;
    roles = registers.calls();
    other = free(registers).getFirst();
    // The second or third argument: stored or moved away by then, and the argument count is a register of its own.
    temp = roles.hostArgument().subList(1, 3).stream().filter(register -> !register.equals(roles.argumentCount())
        && !register.equals(roles.result()) && !register.equals(roles.hostResult())).findFirst().orElseThrow();
  }

  /** Temps that are no arguments of a C function, nor the argument count, nor a result. */
  static List<MutGp> free(RegisterFile registers) {
    CallRegisters roles = registers.calls();
    return registers.tempGp().stream().filter(temp -> !roles.hostArgument().contains(temp)
        && !temp.equals(roles.argumentCount()) && !temp.equals(roles.result()) && !temp.equals(roles.hostResult()))
        .toList();
  }

  private void begin() {
    masm.bindIndirect(masm.newLabel());
    masm.enterHostFrame();
  }

  private void switchStacks(Gp context, int save, int restore) {
    masm.stackPointer(temp);
    masm.store(Width.BITS64, temp, Mem.at(context, save));
    masm.load(Width.BITS64, temp, Mem.at(context, restore));
    masm.setStackPointer(temp);
  }

  /** Called by Java: (address of the code, base, info, argc) → result, with DONE as request. */
  void emitEntry(long context, long allocation) {
    begin();
    masm.move(other, roles.hostArgument().get(0));
    masm.move(roles.base(), roles.hostArgument().get(1));
    masm.move(roles.sites(), roles.hostArgument().get(2));
    masm.move(roles.argumentCount(), roles.hostArgument().get(3));
    masm.moveImm(roles.context(), context);
    masm.moveImm(roles.allocation(), allocation);
    switchStacks(roles.context(), SwitchWords.JAVA_STACK, SwitchWords.MACHINE_STACK);
    masm.call(other);
    masm.storeImm(Width.BITS64, SwitchWords.DONE, Mem.at(roles.context(), SwitchWords.REQUEST));
    masm.load(Width.BITS64, temp, Mem.at(roles.context(), SwitchWords.JAVA_STACK));
    masm.setStackPointer(temp);
    masm.move(roles.hostResult(), roles.result());
    masm.leaveHostFrameAndReturn();
  }

  /** Called by machine code: (request, argument) → answer. Returns to Java; comes back by {@link #emitResume}. */
  void emitLeave() {
    begin();
    masm.store(Width.BITS64, roles.hostArgument().get(0), Mem.at(roles.context(), SwitchWords.REQUEST));
    masm.store(Width.BITS64, roles.hostArgument().get(1), Mem.at(roles.context(), SwitchWords.ARGUMENT));
    switchStacks(roles.context(), SwitchWords.MACHINE_STACK, SwitchWords.JAVA_STACK);
    masm.leaveHostFrameAndReturn();
  }

  /** Called by Java: (answer) → as {@link #emitEntry}. */
  void emitResume(long context) {
    begin();
    masm.moveImm(other, context);
    switchStacks(other, SwitchWords.JAVA_STACK, SwitchWords.MACHINE_STACK);
    masm.move(roles.hostResult(), roles.hostArgument().get(0));
    masm.leaveHostFrameAndReturn();
  }
}
