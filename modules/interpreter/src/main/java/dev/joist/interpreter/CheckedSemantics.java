package dev.joist.interpreter;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.runtime.heap.HeapExhausted;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.opcode.OpcodeSemantics;

/**
 * The meaning of an opcode from outside: whatever Java exception it throws becomes a JavaScript error that says whose it is, so that the engine and the
 * program go on.
 */
final class CheckedSemantics implements OpcodeSemantics {
  private final OpcodeSemantics semantics;
  private final OpcodeDescriptor descriptor;
  private final String plugin;

  CheckedSemantics(OpcodeSemantics semantics, OpcodeDescriptor descriptor, String plugin) {
    this.semantics = semantics;
    this.descriptor = descriptor;
    this.plugin = plugin;
  }

  @Override
  public int execute(Activation activation, byte[] code, long base, int pc) {
    Vm vm = (Vm) activation;
    // Whatever effects the descriptor tells of: an error has to know where it is.
    vm.at(pc);
    int next;
    try {
      next = semantics.execute(activation, code, base, pc);
    } catch (JsThrow thrown) {
      if (!descriptor.has(Effect.THROWS) && !descriptor.has(Effect.CALLS)) {
        vm.takeException();
        throw fault(vm, pc, "threw a JavaScript exception, but its descriptor does not say that it may");
      }
      throw thrown;
    } catch (HeapExhausted exhausted) {
      throw exhausted;
    } catch (RuntimeException | LinkageError e) {
      throw fault(vm, pc, "threw " + e);
    }
    if (!descriptor.has(Effect.SWITCHES_FRAME) && (next < 0 || next >= code.length)) {
      throw fault(vm, pc, "went on at offset " + next + ", which is not in the code");
    }
    return next;
  }

  private JsThrow fault(Vm vm, int pc, String what) {
    return vm.error(ErrorType.ERROR, "plugin '" + plugin + "': the meaning of " + descriptor.name() + " at offset " + pc + " " + what);
  }
}
