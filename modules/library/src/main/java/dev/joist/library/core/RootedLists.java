package dev.joist.library.core;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import java.util.ArrayList;
import java.util.List;

/** The open {@link RootedValues} of an engine, innermost last. */
final class RootedLists implements RootProvider {
  private final List<RootedValues> open = new ArrayList<>();

  RootedValues open(Js js) {
    RootedValues list = new RootedValues(this, js);
    open.add(list);
    return list;
  }

  void close(RootedValues list) {
    RootedValues innermost = open.removeLast();
    if (innermost != list) {
      throw new IllegalStateException("lists of rooted values are closed in the wrong order");
    }
  }

  @Override
  public void markRoots(Marker marker) {
    for (RootedValues list : open) {
      for (int i = 0; i < list.size(); i++) {
        marker.mark(list.get(i));
      }
    }
  }
}
