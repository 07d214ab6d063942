package dev.joist.interpreter;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;

/** Finds the interpreter for a set of opcodes. */
public final class Dispatches {
  private static final ThreadLocal<OpcodeSemantics[]> HANDED_OVER = new ThreadLocal<>();

  private Dispatches() {}

  /** An interpreter for these opcodes: one that a build has generated for exactly these, or else one that is generated now. */
  public static Interpreter load(LinkedOpcodes opcodes, Iterable<PreparedDispatch> prepared) {
    for (PreparedDispatch dispatch : prepared) {
      if (dispatch.opcodes().descriptors().equals(opcodes.table().descriptors())) {
        return dispatch.load();
      }
    }
    return generate(opcodes, outside(opcodes, prepared));
  }

  /** The opcodes that no build has prepared a dispatch for, each with the id of its plugin. */
  public static Map<String, String> outside(LinkedOpcodes opcodes, Iterable<PreparedDispatch> prepared) {
    Map<String, String> outside = new HashMap<>();
    for (OpcodeDescriptor descriptor : opcodes.table().descriptors()) {
      outside.put(descriptor.name(), opcodes.plugin(descriptor.name()).orElse("?"));
    }
    for (PreparedDispatch dispatch : prepared) {
      dispatch.opcodes().descriptors().forEach(descriptor -> outside.remove(descriptor.name()));
    }
    return outside;
  }

  /** Generates and loads an interpreter for these opcodes: some 10 ms of start-up that a class made at build time does not cost. */
  public static Interpreter generate(LinkedOpcodes opcodes) {
    return generate(opcodes, Map.of());
  }

  private static Interpreter generate(LinkedOpcodes opcodes, Map<String, String> outside) {
    ClassDesc self = ClassDesc.of(Dispatches.class.getPackageName(), "GeneratedDispatch");
    ClassDesc here = Dispatches.class.describeConstable().orElseThrow();
    byte[] file = DispatchGenerator.generate(self, opcodes.table(), code -> code.invokestatic(here, "handedOver",
        MethodTypeDesc.of(OpcodeSemantics[].class.describeConstable().orElseThrow())));
    OpcodeSemantics[] semantics = opcodes.semantics();
    for (int i = 0; i < semantics.length; i++) {
      OpcodeDescriptor descriptor = opcodes.table().descriptor(i);
      if (outside.containsKey(descriptor.name())) {
        semantics[i] = new CheckedSemantics(semantics[i], descriptor, outside.get(descriptor.name()));
      }
    }
    HANDED_OVER.set(semantics);
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(file, true);
      return (Interpreter) lookup.findConstructor(lookup.lookupClass(), MethodTypeDesc.of(ConstantDescs.CD_void).resolveConstantDesc(lookup)).invoke();
    } catch (RuntimeException | Error unexpected) {
      throw unexpected;
    } catch (Throwable impossible) {
      throw new LinkageError("the generated dispatch does not load", impossible);
    } finally {
      HANDED_OVER.remove();
    }
  }

  /** For the initialiser of the class that {@link #generate} defines on this thread. */
  static OpcodeSemantics[] handedOver() {
    return HANDED_OVER.get();
  }
}
