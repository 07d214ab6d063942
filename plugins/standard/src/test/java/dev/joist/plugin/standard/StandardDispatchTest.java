package dev.joist.plugin.standard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardDispatchTest {
  /** HotSpot compiles no method with more bytes of bytecode. */
  private static final int HUGE_METHOD = 8000;

  @Test
  void theBuildHasGeneratedWhatTheGeneratorGenerates() throws IOException {
    String name = "/" + DispatchWriter.CLASS_NAME.replace('.', '/') + ".class";
    try (InputStream file = StandardDispatch.class.getResourceAsStream(name)) {
      assertArrayEquals(DispatchWriter.generate(), file.readAllBytes());
    }
  }

  @Test
  void hotSpotCompilesTheLoop() {
    ClassModel type = ClassFile.of().parse(DispatchWriter.generate());
    int checked = 0;
    for (MethodModel method : type.methods()) {
      int bytes = ((CodeAttribute) method.code().orElseThrow()).codeLength();
      assertTrue(bytes < HUGE_METHOD, method.methodName() + " has " + bytes + " bytes");
      checked++;
    }
    assertEquals(3, checked);
  }

  @Test
  void eachOpcodeHasAConstantOfItsOwn() throws ReflectiveOperationException {
    Class<?> dispatch = Class.forName(DispatchWriter.CLASS_NAME);
    OpcodeSemantics[] semantics = StandardOpcodes.semantics();
    Set<Object> constants = new HashSet<>();
    int number = 0;
    for (OpcodeDescriptor descriptor : StandardOpcodes.table().descriptors()) {
      Field field = dispatch.getDeclaredField(descriptor.name().replace('.', '$'));
      field.setAccessible(true);
      assertEquals(semantics[number++].getClass(), field.get(null).getClass(), descriptor.name());
      constants.add(field.get(null));
    }
    assertEquals(StandardOpcodes.table().size(), constants.size());
  }
}
