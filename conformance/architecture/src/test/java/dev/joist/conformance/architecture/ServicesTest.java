package dev.joist.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Applications on the class path find by {@code META-INF/services} what those on the module path find by descriptors. */
class ServicesTest {
  private static final String FOLDER = "META-INF/services/";

  @TestFactory
  Stream<DynamicTest> aModuleProvidesTheSameOnBothPaths() {
    return Image.modules().entrySet().stream().map(module -> DynamicTest.dynamicTest(module.getKey(),
        () -> assertEquals(declared(module.getValue()), listed(module.getValue()))));
  }

  @Test
  void strategiesAreAmongThem() {
    assertTrue(Image.modules().values().stream().mapToLong(module -> declared(module).size()).sum() > 10);
  }

  private static Map<String, List<String>> declared(ModuleReference module) {
    Map<String, List<String>> services = new TreeMap<>();
    module.descriptor().provides().forEach(provided -> services.put(provided.service(), provided.providers()));
    return services;
  }

  private static Map<String, List<String>> listed(ModuleReference module) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (ModuleReader reader = module.open(); Stream<String> entries = reader.list()) {
      for (String entry : entries.filter(name -> name.startsWith(FOLDER) && !name.endsWith("/")).toList()) {
        try (InputStream text = reader.open(entry).orElseThrow()) {
          services.put(entry.substring(FOLDER.length()), new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        }
      }
    }
    return services;
  }
}
