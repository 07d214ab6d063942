package dev.joist.engine;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Values that Java code outside of the engine refers to. Each stays alive until the Java object that stands for it is gone. Used on the
 * engine's thread only.
 */
final class References implements RootProvider {
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
  private final Set<Slot> slots = new HashSet<>();
  private long[] words = new long[16];
  private int[] free = new int[16];
  private int freeCount;
  private int top;

  /** Frees its slot when the object that stands for the Value is gone. */
  private static final class Slot extends PhantomReference<Object> {
    private final int index;

    Slot(Object owner, ReferenceQueue<Object> queue, int index) {
      super(owner, queue);
      this.index = index;
    }
  }

  /** Keeps a Value alive as long as an object; the answer is for {@link #get}. */
  int hold(Object owner, long word) {
    release();
    int index = freeCount > 0 ? free[--freeCount] : top++;
    if (index == words.length) {
      words = Arrays.copyOf(words, 2 * index);
    }
    words[index] = word;
    slots.add(new Slot(owner, gone, index));
    return index;
  }

  long get(int index) {
    return words[index];
  }

  private void release() {
    for (Slot slot = (Slot) gone.poll(); slot != null; slot = (Slot) gone.poll()) {
      words[slot.index] = 0;
      if (freeCount == free.length) {
        free = Arrays.copyOf(free, 2 * freeCount);
      }
      free[freeCount++] = slot.index;
      slots.remove(slot);
    }
  }

  @Override
  public void markRoots(Marker marker) {
    release();
    for (int i = 0; i < top; i++) {
      marker.mark(words[i]);
    }
  }
}
