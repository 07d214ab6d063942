package dev.joist.embedding;

import java.util.Iterator;
import java.util.ServiceLoader;

/** What {@link Engine#create} finds an implementation by. Applications do not need it. */
public interface EngineProvider {
  Engine create(EngineOptions options);

  /** @throws ConfigurationException when there is none */
  static EngineProvider find() {
    Iterator<EngineProvider> found = ServiceLoader.load(EngineProvider.class, EngineProvider.class.getClassLoader()).iterator();
    if (!found.hasNext()) {
      throw new ConfigurationException("no engine on the module path: module dev.joist.engine is missing");
    }
    return found.next();
  }
}
