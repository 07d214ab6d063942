package dev.joist.runtime.shape;

import dev.joist.runtime.string.PropertyKey;

/** Where a shape goes when a property is added: open addressing over (key, attributes), at most half full. */
final class Transitions {
  private long[] keys = new long[4];
  private byte[] attributes = new byte[4];
  private Shape[] targets = new Shape[4];
  private int count;

  int count() {
    return count;
  }

  Shape find(long key, int attributesWanted) {
    int mask = keys.length - 1;
    for (int at = start(key, attributesWanted) & mask; targets[at] != null; at = at + 1 & mask) {
      if (keys[at] == key && attributes[at] == attributesWanted) {
        return targets[at];
      }
    }
    return null;
  }

  private static int start(long key, int attributes) {
    return PropertyKey.hash(key) + attributes * 31;
  }

  void add(long key, int attributesAdded, Shape target) {
    if (++count > keys.length / 2) {
      long[] oldKeys = keys;
      byte[] oldAttributes = attributes;
      Shape[] oldTargets = targets;
      int capacity = oldKeys.length * 2;
      keys = new long[capacity];
      attributes = new byte[capacity];
      targets = new Shape[capacity];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldTargets[i] != null) {
          insert(oldKeys[i], oldAttributes[i], oldTargets[i]);
        }
      }
    }
    insert(key, attributesAdded, target);
  }

  private void insert(long key, int attributesAdded, Shape target) {
    int mask = keys.length - 1;
    int at = start(key, attributesAdded) & mask;
    while (targets[at] != null) {
      at = at + 1 & mask;
    }
    keys[at] = key;
    attributes[at] = (byte) attributesAdded;
    targets[at] = target;
  }
}
