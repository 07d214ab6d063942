package dev.joist.interpreter;

import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.vm.Frames;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Registers;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.OpcodeSemantics;

/** What all dispatches share. The loop itself is generated from the opcode table: see {@link DispatchGenerator}. */
public abstract class DispatchLoop implements Interpreter {
  private final OpcodeSemantics[] semantics;

  /** @param semantics by opcode number */
  protected DispatchLoop(OpcodeSemantics[] semantics) {
    this.semantics = semantics;
  }

  /**
   * Runs the topmost frame from an offset on until an ENTRY frame returns.
   *
   * @return {@link Vm#result}
   */
  protected abstract long loop(Vm vm, long base, int pc);

  @Override
  public final long run(Vm vm, long base, int pc) {
    vm.countInterpreterRun();
    int natives = vm.nativeDepth();
    int next = pc;
    for (;;) {
      try {
        return loop(vm, vm.base(), next);
      } catch (JsThrow thrown) {
        vm.setNativeDepth(natives);
        next = Frames.unwind(vm);
      } catch (HeapExhausted exhausted) {
        vm.setNativeDepth(natives);
        vm.heapExhausted(exhausted);
        next = Frames.unwind(vm);
      }
    }
  }

  @Override
  public final int step(Vm vm, byte[] code, long base, int pc) {
    vm.at(pc);
    int next = semantics[code[pc] & 0xff].execute(vm, code, base, pc);
    if (vm.base() == base) {
      return next;
    }
    // The instruction has made a callee's frame the topmost: run that to its end.
    long frame = vm.base();
    Frames.makeEntry(frame);
    vm.pushEntry(base, pc);
    try {
      run(vm, frame, Frames.offset(next));
    } finally {
      vm.popEntry();
      vm.setFrame(base, vm.bytecodeAt(base));
      vm.at(pc);
    }
    Registers.set(code, pc + 1, base, vm.result());
    return pc + vm.instructionLength(code[pc] & 0xff);
  }

  /** What the loop throws at a byte that is no opcode: the verifier has not seen this code. */
  protected static RuntimeException unknown(byte[] code, int pc) {
    return new IllegalStateException("no opcode has the number " + (code[pc] & 0xff) + " at offset " + pc + ": the code was not verified");
  }
}
