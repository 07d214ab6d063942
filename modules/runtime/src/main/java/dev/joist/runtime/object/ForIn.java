package dev.joist.runtime.object;

import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.spi.value.Values;

/**
 * The enumeration of a for-in loop: enumerable string keys of an object and its prototypes, each once. Keys are listed when it begins; those whose
 * property is gone by the time are left out.
 */
public final class ForIn implements Traced {
  private final KeyList keys = new KeyList();
  /** For each key, the object that had it. */
  private final KeyList holders = new KeyList();
  private int next;

  private ForIn() {}

  /** The enumeration of nothing: of undefined and null. */
  public static ForIn ofNothing() {
    return new ForIn();
  }

  /** The enumeration of an object. May call JavaScript if there is an exotic object. */
  public static ForIn of(Objects objects, long object) {
    ForIn enumeration = new ForIn();
    try (HandleScope scope = objects.heap().openScope()) {
      scope.hold(enumeration);
      KeyList chain = scope.hold(new KeyList());
      for (long holder = object; holder != Values.NULL; holder = objects.getPrototype(holder)) {
        chain.add(holder);
        KeyList own = scope.hold(objects.ownKeys(holder));
        for (int i = 0; i < own.size(); i++) {
          enumeration.addIfVisible(objects, chain, own.get(i));
        }
      }
    }
    return enumeration;
  }

  private void addIfVisible(Objects objects, KeyList chain, long key) {
    if (PropertyKey.isSymbol(key)) {
      return;
    }
    int last = chain.size() - 1;
    int attributes = objects.ownAttributes(chain.get(last), key);
    if (attributes < 0 || (attributes & Attributes.ENUMERABLE) == 0) {
      return;
    }
    for (int i = 0; i < last; i++) {
      if (objects.hasOwnProperty(chain.get(i), key)) {
        return;
      }
    }
    keys.add(key);
    holders.add(chain.get(last));
  }

  /** The next key as a string's Value, or hole at the end. */
  public long next(Objects objects) {
    while (next < keys.size()) {
      long key = keys.get(next);
      long holder = holders.get(next);
      next++;
      if (objects.hasOwnProperty(holder, key)) {
        return objects.strings().keyToString(key);
      }
    }
    return Values.HOLE;
  }

  @Override
  public void trace(Marker marker) {
    keys.trace(marker);
    holders.trace(marker);
  }
}
