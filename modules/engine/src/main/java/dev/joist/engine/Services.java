package dev.joist.engine;

import java.util.ServiceLoader;

/** Providers of what Joist was started with, on the module path and on the class path, wherever Joist itself is. */
final class Services {
  private Services() {}

  static <S> ServiceLoader<S> of(Class<S> service) {
    return ServiceLoader.load(service, Services.class.getClassLoader());
  }
}
