package dev.joist.engine;

import dev.joist.embedding.ConfigurationException;
import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** The plugins and strategies that an engine finds: those that Joist was started with, and those in folders that its options name. */
final class PluginLayer {
  private final ModuleLayer added;

  private PluginLayer(ModuleLayer added) {
    this.added = added;
  }

  /**
   * The jars in these folders as modules of one layer of their own.
   *
   * @throws ConfigurationException when a folder has no jar, or the jars do not fit together or to Joist
   */
  static PluginLayer of(List<Path> folders) {
    if (folders.isEmpty()) {
      return new PluginLayer(null);
    }
    List<Path> jars = folders.stream().flatMap(folder -> jars(folder).stream()).toList();
    Map<String, Path> origins = new HashMap<>();
    jars.forEach(jar -> checkUnique(jar, origins));
    ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
    ModuleLayer own = PluginLayer.class.getModule().getLayer();
    ModuleLayer parent = own == null ? ModuleLayer.boot() : own;
    try {
      Set<String> names = finder.findAll().stream().map(ModuleReference::descriptor).map(descriptor -> descriptor.name()).collect(Collectors.toSet());
      return new PluginLayer(parent.defineModulesWithOneLoader(parent.configuration().resolve(finder, ModuleFinder.of(), names),
          PluginLayer.class.getClassLoader()));
    } catch (FindException | ResolutionException | LayerInstantiationException e) {
      throw new ConfigurationException("the plugins in " + folders + " cannot be loaded: " + e.getMessage());
    }
  }

  /** Of two modules of one name the JDK would silently take the first. */
  private static void checkUnique(Path jar, Map<String, Path> origins) {
    try {
      for (ModuleReference module : ModuleFinder.of(jar).findAll()) {
        Path other = origins.putIfAbsent(module.descriptor().name(), jar);
        if (other != null) {
          throw new ConfigurationException("module " + module.descriptor().name() + " is in " + other + " and in " + jar + "; take one of them away");
        }
      }
    } catch (FindException e) {
      throw new ConfigurationException("'" + jar + "' is no module: " + e.getMessage());
    }
  }

  private static List<Path> jars(Path folder) {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    } catch (IOException e) {
      throw new ConfigurationException("the plugin path '" + folder + "' is no folder that can be read");
    }
    if (jars.isEmpty()) {
      throw new ConfigurationException("there is no jar in the plugin path '" + folder + "'");
    }
    return jars;
  }

  /** All providers of a service. */
  <S> List<S> all(Class<S> service) {
    List<S> found = new ArrayList<>();
    try {
      Services.of(service).forEach(found::add);
      if (added != null) {
        ServiceLoader.load(added, service).stream().filter(provider -> provider.type().getModule().getLayer() == added)
            .map(ServiceLoader.Provider::get).forEach(found::add);
      }
    } catch (ServiceConfigurationError e) {
      throw new ConfigurationException("a plugin cannot be made: " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()));
    }
    return found;
  }
}
