package dev.joist.runtime.heap;

/** Names cells that live whatever the heap says. */
@FunctionalInterface
public interface RootProvider {
  /** Marks all roots that this provider knows; called in each collection. */
  void markRoots(Marker marker);
}
