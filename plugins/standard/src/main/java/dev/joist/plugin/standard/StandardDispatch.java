package dev.joist.plugin.standard;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.interpreter.PreparedDispatch;
import dev.joist.runtime.vm.Interpreter;

/** The dispatch of the standard opcodes, which {@link DispatchWriter} generates while Joist is built. */
public final class StandardDispatch implements PreparedDispatch {
  /** For ServiceLoader. */
  public StandardDispatch() {}

  @Override
  public OpcodeTable opcodes() {
    return StandardOpcodes.table();
  }

  @Override
  public Interpreter load() {
    try {
      return (Interpreter) Class.forName(DispatchWriter.CLASS_NAME).getConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new LinkageError("the build has not generated " + DispatchWriter.CLASS_NAME, missing);
    }
  }
}
