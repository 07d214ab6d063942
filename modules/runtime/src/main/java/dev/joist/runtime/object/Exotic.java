package dev.joist.runtime.object;

/**
 * The payload of a HOST cell that decides itself what properties there are: ECMAScript's essential internal methods. Those not overridden do
 * what they do for ordinary objects, by way of the others. Objects are Values, keys are property keys.
 */
public interface Exotic {
  /** [[GetOwnProperty]]: the complete descriptor, or null when there is no such property. */
  default PropertyDescriptor getOwnProperty(Objects objects, long object, long key) {
    return objects.ordinary().getOwnProperty(object, key);
  }

  /** [[DefineOwnProperty]]. */
  default boolean defineOwnProperty(Objects objects, long object, long key, PropertyDescriptor descriptor) {
    return objects.ordinary().defineOwnProperty(object, key, descriptor);
  }

  /** [[HasProperty]]. */
  default boolean hasProperty(Objects objects, long object, long key) {
    return objects.ordinary().hasProperty(object, key);
  }

  /** [[Get]]. */
  default long get(Objects objects, long object, long key, long receiver) {
    return objects.ordinary().get(object, key, receiver);
  }

  /** [[Set]]. */
  default boolean set(Objects objects, long object, long key, long value, long receiver) {
    return objects.ordinary().set(object, key, value, receiver);
  }

  /** [[Delete]]. */
  default boolean delete(Objects objects, long object, long key) {
    return objects.ordinary().delete(object, key);
  }

  /** [[OwnPropertyKeys]]: adds them in order. */
  default void addOwnKeys(Objects objects, long object, KeyList keys) {
    objects.ordinary().addOwnKeys(object, keys);
  }

  /** Whether {@link #getPrototype} is not the ordinary one. */
  default boolean overridesGetPrototype() {
    return false;
  }

  /** [[GetPrototypeOf]]: an object or null. */
  default long getPrototype(Objects objects, long object) {
    return objects.ordinary().getPrototype(object);
  }

  /** [[SetPrototypeOf]]. */
  default boolean setPrototype(Objects objects, long object, long prototype) {
    return objects.ordinary().setPrototype(object, prototype);
  }

  /** [[IsExtensible]]. */
  default boolean isExtensible(Objects objects, long object) {
    return objects.ordinary().isExtensible(object);
  }

  /** [[PreventExtensions]]. */
  default boolean preventExtensions(Objects objects, long object) {
    return objects.ordinary().preventExtensions(object);
  }
}
