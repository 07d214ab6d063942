package dev.joist.plugin.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.Verifier;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.interpreter.Dispatches;
import dev.joist.library.Library;
import dev.joist.library.host.Output;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.StandardOperations;
import dev.joist.runtime.vm.Interpreter;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.runtime.vm.VmOptions;
import dev.joist.spi.LinkedOpcodes;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each opcode means, by small programs: they stand in core.txt, property.txt, call.txt and math.txt, each with its result. */
class SemanticsTest {
  private static final LinkedOpcodes OPCODES = StandardOpcodes.linked();
  private static final VmOptions PLAIN = VmOptions.of(HeapOptions.withLimit(64 << 20));
  /** With a small stack, of which each collection clears the rest. */
  private static final VmOptions COLLECTING =
      new VmOptions(new HeapOptions(64 << 20, true, true), 32 << 10, VmOptions.DEFAULT_HOST_ENTRY_BYTES);

  private record Program(String name, String text, String expected) {}

  private static List<Program> programs() throws IOException {
    List<Program> programs = new ArrayList<>();
    for (String file : List.of("core.txt", "property.txt", "call.txt", "math.txt")) {
      for (String part : read(file).split("(?m)^=== ")) {
        if (!part.isEmpty()) {
          int name = part.indexOf('\n');
          int result = part.indexOf("\n--- ");
          programs.add(new Program(part.substring(0, name), part.substring(name + 1, result + 1), part.substring(result + 5).strip()));
        }
      }
    }
    return programs;
  }

  private static String read(String file) throws IOException {
    try (InputStream stream = SemanticsTest.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Stream<DynamicTest> tests(Interpreter interpreter, VmOptions options) throws IOException {
    return programs().stream().map(program -> dynamicTest(program.name, () -> assertEquals(program.expected, run(program, interpreter, options))));
  }

  @TestFactory
  Stream<DynamicTest> preparedDispatch() throws IOException {
    return tests(new StandardDispatch().load(), PLAIN);
  }

  @TestFactory
  Stream<DynamicTest> generatedDispatch() throws IOException {
    return tests(Dispatches.generate(OPCODES), PLAIN);
  }

  @TestFactory
  Stream<DynamicTest> whileCollectingAtEverySafepoint() throws IOException {
    return tests(new StandardDispatch().load(), COLLECTING);
  }

  @Test
  void everyOpcodeIsInOneOfThePrograms() throws IOException {
    Set<String> missing = new HashSet<>();
    OPCODES.table().descriptors().stream().map(OpcodeDescriptor::name).forEach(missing::add);
    for (Program program : programs()) {
      program.text.lines().map(line -> line.replaceFirst("^\\w+:", "").strip().split(" ")[0]).forEach(missing::remove);
    }
    assertEquals(Set.of(), missing);
  }

  private static String run(Program program, Interpreter interpreter, VmOptions options) {
    FunctionTemplate template = BytecodeReader.read(OPCODES.table(), program.name, program.text);
    Verifier.verify(OPCODES.table(), template);
    try (Vm vm = new Vm(options, OPCODES.table(), interpreter, new StandardOperations(), (_, _) -> { })) {
      Library library = Library.install(vm, new Output() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
      });
      try {
        return result(vm, library, vm.call(vm.load(template), Values.UNDEFINED));
      } catch (JsThrow thrown) {
        long exception = vm.takeException();
        return "throws " + (Objects.isObject(exception) ? Conversions.toJavaString(vm, exception) : show(vm, exception));
      }
    }
  }

  /** What a program has made of its result when all that it has promised is done. */
  private static String result(Vm vm, Library library, long value) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle result = scope.hold(value);
      library.jobs().run();
      return show(vm, result.get());
    }
  }

  private static String show(Vm vm, long value) {
    if (!Objects.isArray(value)) {
      return vm.errors().describe(value);
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Objects.arrayLength(value); i++) {
      text.append(i == 0 ? "" : ",").append(show(vm, vm.objects().getIndex(value, i)));
    }
    return text.append("]").toString();
  }
}
