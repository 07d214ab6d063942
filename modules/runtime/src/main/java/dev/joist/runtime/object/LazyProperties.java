package dev.joist.runtime.object;

/** Properties of an object that are defined when they are first asked for: of built-ins, since most programs use few. Must not run JavaScript. */
public interface LazyProperties {
  /**
   * Defines the property with a key that the object does not have, if it is one of these and was not defined before.
   *
   * @return whether it was
   */
  boolean define(long key);

  /** Defines all that are not defined yet. */
  void defineAll();
}
