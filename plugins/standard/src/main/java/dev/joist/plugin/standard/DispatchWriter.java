package dev.joist.plugin.standard;

import dev.joist.interpreter.DispatchGenerator;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the class file of the standard opcodes' dispatch; run by the build. */
public final class DispatchWriter {
  static final String CLASS_NAME = "dev.joist.plugin.standard.GeneratedStandardDispatch";

  private DispatchWriter() {}

  /** @param arguments the folder that holds the module's classes */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]).resolve(CLASS_NAME.replace('.', '/') + ".class");
    Files.write(file, generate());
  }

  static byte[] generate() {
    ClassDesc source = StandardOpcodes.class.describeConstable().orElseThrow();
    MethodTypeDesc semantics = MethodTypeDesc.of(OpcodeSemantics[].class.describeConstable().orElseThrow());
    return DispatchGenerator.generate(ClassDesc.of(CLASS_NAME), StandardOpcodes.table(), code -> code.invokestatic(source, "semantics", semantics));
  }
}
