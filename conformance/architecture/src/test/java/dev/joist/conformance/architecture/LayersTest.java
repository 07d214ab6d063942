package dev.joist.conformance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The layers of the house, read from the module descriptors: what a descriptor does not require, no class can use. */
class LayersTest {
  private enum Layer {
    API, MACHINERY, STRATEGY, PLUGIN, WIRING, TOOL, COMMAND
  }

  private static final Map<String, Layer> LAYERS = Map.ofEntries(
      Map.entry("dev.joist.bytecode", Layer.API),
      Map.entry("dev.joist.masm", Layer.API),
      Map.entry("dev.joist.spi", Layer.API),
      Map.entry("dev.joist.embedding", Layer.API),
      Map.entry("dev.joist.assembler", Layer.MACHINERY),
      Map.entry("dev.joist.runtime", Layer.MACHINERY),
      Map.entry("dev.joist.interpreter", Layer.MACHINERY),
      Map.entry("dev.joist.compiler", Layer.MACHINERY),
      Map.entry("dev.joist.javascript", Layer.MACHINERY),
      Map.entry("dev.joist.javascript.parser", Layer.MACHINERY),
      Map.entry("dev.joist.library", Layer.MACHINERY),
      Map.entry("dev.joist.node", Layer.MACHINERY),
      Map.entry("dev.joist.engine", Layer.WIRING),
      Map.entry("dev.joist.test262", Layer.TOOL),
      Map.entry("dev.joist.cli", Layer.COMMAND));

  /** Who may require whom. A plugin's meaning is a call into the runtime; the standard set bundles the core plugins. */
  private static final Map<Layer, Set<Layer>> MAY_REQUIRE = Map.of(
      Layer.API, EnumSet.of(Layer.API),
      Layer.MACHINERY, EnumSet.of(Layer.API, Layer.MACHINERY),
      Layer.STRATEGY, EnumSet.of(Layer.API, Layer.MACHINERY),
      Layer.PLUGIN, EnumSet.of(Layer.API, Layer.MACHINERY, Layer.PLUGIN),
      Layer.WIRING, EnumSet.of(Layer.API, Layer.MACHINERY),
      Layer.TOOL, EnumSet.of(Layer.API),
      Layer.COMMAND, EnumSet.of(Layer.API, Layer.WIRING, Layer.TOOL));

  private static Layer layerOf(String module) {
    Layer layer = LAYERS.get(module);
    if (layer != null) {
      return layer;
    }
    return module.startsWith("dev.joist.plugin.") ? Layer.PLUGIN : Layer.STRATEGY;
  }

  private static List<String> requirements(ModuleReference reference) {
    return reference.descriptor().requires().stream()
        .map(ModuleDescriptor.Requires::name)
        .filter(name -> name.startsWith("dev.joist."))
        .sorted()
        .toList();
  }

  @Test
  void modulesRequireOnlyTheLayersBelow() {
    List<String> broken = new ArrayList<>();
    int looked = 0;
    for (Map.Entry<String, ModuleReference> module : Image.modules().entrySet()) {
      Layer layer = layerOf(module.getKey());
      for (String required : requirements(module.getValue())) {
        looked++;
        if (!MAY_REQUIRE.get(layer).contains(layerOf(required))) {
          broken.add(layer + " " + module.getKey() + " requires " + layerOf(required) + " " + required);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(looked > 20, "looked at " + looked + " requirements only");
  }

  @Test
  void everyNamedLayerHasItsModule() {
    assertEquals(Set.of(), minus(LAYERS.keySet(), Image.modules().keySet()), "named in this test, missing in the image");
  }

  private static Set<String> minus(Set<String> all, Set<String> present) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(present);
    return rest;
  }

  @Test
  void strategiesExportNothingAndProvideSomething() {
    List<String> broken = new ArrayList<>();
    int looked = 0;
    for (Map.Entry<String, ModuleReference> module : Image.modules().entrySet()) {
      if (layerOf(module.getKey()) != Layer.STRATEGY) {
        continue;
      }
      looked++;
      ModuleDescriptor descriptor = module.getValue().descriptor();
      if (!descriptor.exports().isEmpty()) {
        broken.add(module.getKey() + " exports " + descriptor.exports());
      }
      if (descriptor.provides().isEmpty()) {
        broken.add(module.getKey() + " provides nothing");
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(looked >= 8, "looked at " + looked + " strategies only");
  }

  @Test
  void noModuleIsOpenOrExportsItsInside() {
    List<String> broken = new ArrayList<>();
    Image.modules().forEach((name, reference) -> {
      if (reference.descriptor().isOpen()) {
        broken.add(name + " is open");
      }
      if (reference.descriptor().isAutomatic()) {
        broken.add(name + " has no descriptor");
      }
      reference.descriptor().exports().stream()
          .filter(exported -> exported.source().contains("internal"))
          .forEach(exported -> broken.add(name + " exports " + exported.source()));
    });
    assertEquals(List.of(), broken);
    assertTrue(Image.modules().size() >= LAYERS.size());
  }
}
