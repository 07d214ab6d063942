package dev.joist.runtime.vm;

import dev.joist.runtime.heap.HeapOptions;

/**
 * @param heap the heap's
 * @param stackBytes of VM stack: decides how deep calls may nest
 * @param hostEntryBytes VM stack that each entry from Java takes besides its frame, so that Java's stack never ends first
 */
public record VmOptions(HeapOptions heap, long stackBytes, int hostEntryBytes) {
  public static final int DEFAULT_HOST_ENTRY_BYTES = 128;

  public static VmOptions of(HeapOptions heap) {
    return new VmOptions(heap, VmStack.DEFAULT_BYTES, DEFAULT_HOST_ENTRY_BYTES);
  }
}
