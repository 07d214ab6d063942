package dev.joist.assembler;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where pieces of code lie in the chunks of memory that a host has for them. Pieces that are given back become free places, and neighbours one
 * place, though never across chunks. A new piece goes where the least is left over.
 */
public final class CodePlaces {
  private record Place(long start, long bytes) {
    private static final Comparator<Place> SMALLEST_FIRST = Comparator.comparingLong(Place::bytes).thenComparingLong(Place::start);

    long end() {
      return start + bytes;
    }
  }

  private final long alignment;
  private final TreeMap<Long, Place> chunks = new TreeMap<>();
  private final TreeMap<Long, Place> free = new TreeMap<>();
  private final TreeSet<Place> freeBySize = new TreeSet<>(Place.SMALLEST_FIRST);
  private final Map<Long, Long> taken = new HashMap<>();

  /** @param alignment of pieces, and of chunks: a power of two */
  public CodePlaces(long alignment) {
    this.alignment = alignment;
  }

  /** Adds memory. */
  public void addChunk(long start, long bytes) {
    if ((start & alignment - 1) != 0 || (bytes & alignment - 1) != 0) {
      throw new IllegalArgumentException("a chunk of " + bytes + " bytes at 0x" + Long.toHexString(start) + " is not aligned to " + alignment);
    }
    Place chunk = new Place(start, bytes);
    chunks.put(start, chunk);
    addFree(chunk);
  }

  /** Forgets a chunk, in which no piece may lie. */
  public void removeChunk(long start) {
    if (!isEmpty(start)) {
      throw new IllegalStateException("there is code in the chunk at 0x" + Long.toHexString(start));
    }
    removeFree(chunks.remove(start));
  }

  /** The start of the chunk that a piece lies in. */
  public long chunkOf(long address) {
    return chunks.floorKey(address);
  }

  /** Whether no piece lies in the chunk that starts there. */
  public boolean isEmpty(long chunk) {
    return chunks.get(chunk).equals(free.get(chunk));
  }

  /** A place for a piece, whose address this answers; 0 when no chunk has room. */
  public long take(long bytes) {
    long size = bytes + alignment - 1 & -alignment;
    Place place = freeBySize.ceiling(new Place(0, size));
    if (place == null) {
      return 0;
    }
    removeFree(place);
    if (place.bytes > size) {
      addFree(new Place(place.start + size, place.bytes - size));
    }
    taken.put(place.start, size);
    return place.start;
  }

  /** Gives a piece back; its place is free from now on. */
  public void giveBack(long address) {
    Long bytes = taken.remove(address);
    if (bytes == null) {
      throw new IllegalArgumentException("no code begins at 0x" + Long.toHexString(address));
    }
    Place chunk = chunks.floorEntry(address).getValue();
    long start = address;
    long end = address + bytes;
    Map.Entry<Long, Place> before = free.lowerEntry(address);
    if (before != null && before.getValue().end() == start && start != chunk.start) {
      start = before.getKey();
      removeFree(before.getValue());
    }
    Place after = end == chunk.end() ? null : free.get(end);
    if (after != null) {
      end = after.end();
      removeFree(after);
    }
    addFree(new Place(start, end - start));
  }

  private void addFree(Place place) {
    free.put(place.start, place);
    freeBySize.add(place);
  }

  private void removeFree(Place place) {
    free.remove(place.start);
    freeBySize.remove(place);
  }
}
