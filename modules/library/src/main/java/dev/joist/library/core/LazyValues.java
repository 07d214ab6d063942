package dev.joist.library.core;

import java.util.Set;

/** Values of an object that are made when they are first asked for. */
public interface LazyValues {
  /** The names of those that were not yet asked for; whoever asks removes it. */
  Set<String> names();

  /** Makes one. */
  long value(String name);
}
