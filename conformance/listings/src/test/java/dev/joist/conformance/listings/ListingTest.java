package dev.joist.conformance.listings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.text.BytecodeReader;
import dev.joist.compiler.Compilation;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.MachineListing;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.emit.GuardPolicy;
import dev.joist.compiler.emit.Strategies;
import dev.joist.plugin.call.lowering.CallLowerings;
import dev.joist.plugin.core.lowering.CoreLowerings;
import dev.joist.plugin.math.lowering.MathLowerings;
import dev.joist.plugin.property.lowering.PropertyLowerings;
import dev.joist.plugin.standard.StandardOpcodes;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each opcode's machine code, to be read in review. An input is bytecode as text; its first line names, after
 * {@code ; ic}, an inline cache, and after {@code ; sites} what all sites' first words are, each giving a listing of
 * its own. {@code -Djoist.golden.update=true} writes the listings anew.
 */
class ListingTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/joist/conformance/listings");
  private static final String BACKEND = "aarch64";
  private static final Lowerings LOWERINGS = lowerings();

  private static Lowerings lowerings() {
    Map<String, OpcodeLowering> all = allLowerings();
    List<OpcodeDefinition> definitions = new ArrayList<>();
    for (OpcodeDescriptor descriptor : StandardOpcodes.table().descriptors()) {
      OpcodeDefinition definition = OpcodeDefinition.of(descriptor, (activation, code, base, pc) -> pc);
      OpcodeLowering lowering = all.get(descriptor.name());
      definitions.add(lowering == null ? definition : definition.withLowering(lowering));
    }
    return new Lowerings(definitions);
  }

  private static Map<String, OpcodeLowering> allLowerings() {
    Map<String, OpcodeLowering> all = new HashMap<>(CoreLowerings.all());
    all.putAll(CallLowerings.all());
    all.putAll(MathLowerings.all());
    all.putAll(PropertyLowerings.all());
    return all;
  }

  static List<String> inputs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".joist")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void becomesTheListing(String input) throws IOException {
    String text = Files.readString(FOLDER.resolve(input));
    FunctionTemplate template = BytecodeReader.read(LOWERINGS.table(), input, text);
    StringBuilder listing = new StringBuilder();
    for (String cache : header(text, "; ic", "monomorphic")) {
      for (String word : header(text, "; sites", "0")) {
        listing.append("== ic ").append(cache).append(", sites ").append(word).append('\n');
        listing.append(compile(new ListedUnit(template, Long.decode(word)), cache));
      }
    }
    Path golden = FOLDER.resolve(BACKEND).resolve(input.replace(".joist", ".txt"));
    if (Boolean.getBoolean("joist.golden.update")) {
      Files.writeString(golden, listing);
    }
    assertEquals(Files.readString(golden), listing.toString());
  }

  @Test
  void everyLoweringHasAListing() throws IOException {
    List<String> inputs = inputs();
    for (String opcode : allLowerings().keySet()) {
      assertTrue(inputs.contains(opcode + ".joist"), () -> "there is no input " + opcode + ".joist");
    }
  }

  /** What follows a word at the beginning of a line, or a default. */
  private static List<String> header(String text, String word, String otherwise) {
    return List.of(text.lines().filter(line -> line.startsWith(word)).findFirst().map(line ->
        line.substring(word.length()).strip())
        .orElse(otherwise).split(" +"));
  }

  private static String compile(ListedUnit unit, String cache) {
    CodegenBackend backend = load(CodegenBackend.class, b -> b.name().equals(BACKEND));
    Strategies strategies = new Strategies(backend, Values.representation().emitter(),
        load(RegisterAllocator.class, a -> a.name().equals("fixed")),
        load(InlineCacheStrategy.class, c -> c.name().equals(cache)),
        load(SlowPathAbi.class, a -> a.name().equals("upcall")));
    Compilation compilation = new Compiler(strategies, LOWERINGS, true).compile(unit, GuardPolicy.HONEST);
    return MachineListing.of(assertInstanceOf(Compilation.Compiled.class, compilation,
        compilation::toString).code().image(),
        backend.disassembler());
  }

  private static <S> S load(Class<S> spi, Predicate<S> wanted) {
    return ServiceLoader.load(spi).stream().map(ServiceLoader.Provider::get).filter(wanted).findFirst().orElseThrow();
  }
}
