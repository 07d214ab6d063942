package dev.joist.embedding;

import java.util.Iterator;
import java.util.ServiceLoader;

/** What {@link Engine#create} finds an implementation by. Applications do not need it. */
public interface EngineProvider {
  Engine create(EngineOptions options);

  /** @throws ConfigurationException when there is none */
  static EngineProvider find() {
    ModuleLayer layer = EngineProvider.class.getModule().getLayer();
    // A class loader would be asked for the class path too, and opens every jar of the module path for that.
    Iterator<EngineProvider> found = (layer == null ? ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader())
        : ServiceLoader.load(layer, EngineProvider.class)).iterator();
    if (!found.hasNext()) {
      throw new ConfigurationException("no engine on the module path: module dev.joist.engine is missing");
    }
    return found.next();
  }
}
