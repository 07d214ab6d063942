package dev.joist.engine;

import java.util.ServiceLoader;

/** Providers of what Joist was started with: on the module path, or on the class path when Joist itself is there. */
final class Services {
  private Services() {}

  /** A class loader would be asked for the class path too, and opens every jar of the module path for that. */
  static <S> ServiceLoader<S> of(Class<S> service) {
    ModuleLayer layer = Services.class.getModule().getLayer();
    return layer == null ? ServiceLoader.load(service, Services.class.getClassLoader()) : ServiceLoader.load(layer, service);
  }
}
