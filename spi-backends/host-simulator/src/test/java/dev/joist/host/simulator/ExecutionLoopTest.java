package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import org.junit.jupiter.api.Test;

/** HotSpot interprets methods of 8,000 bytes and more for ever. */
class ExecutionLoopTest {
  @Test
  void everyMethodCanBeCompiled() throws IOException {
    int methods = 0;
    for (Class<?> type : List.of(ExecutionLoop.class, FloatUnit.class, IntegerUnit.class, LoadStoreUnit.class)) {
      try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        for (MethodModel method : ClassFile.of().parse(in.readAllBytes()).methods()) {
          int size = method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0);
          assertTrue(size < 8000, type + " " + method.methodName() + " has " + size + " bytes");
          methods++;
        }
      }
    }
    assertTrue(methods > 10);
  }
}
