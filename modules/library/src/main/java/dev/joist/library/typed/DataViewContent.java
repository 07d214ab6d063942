package dev.joist.library.typed;

import dev.joist.library.core.Inspectable;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import java.util.ArrayList;
import java.util.List;

/**
 * A DataView's payload.
 *
 * @param fixedLength {@link #TRACKING} when the view reaches to the end of its buffer, wherever that is
 */
record DataViewContent(long bufferObject, BufferContent buffer, long byteOffset, long fixedLength) implements Traced, Inspectable {
  static final long TRACKING = -1;

  /** Whether the buffer has become too short for the view, or is detached. */
  boolean isOutOfBounds() {
    return buffer.isDetached() || byteOffset + Math.max(0, fixedLength) > buffer.length();
  }

  long byteLength() {
    return fixedLength == TRACKING ? buffer.length() - byteOffset : fixedLength;
  }

  @Override
  public void trace(Marker marker) {
    marker.mark(bufferObject);
  }

  @Override
  public Shown show(long object) {
    List<String> texts = new ArrayList<>();
    texts.add("byteLength: " + (isOutOfBounds() ? 0 : byteLength()));
    texts.add("byteOffset: " + byteOffset);
    return Shown.braces("DataView", texts, List.of(new Labelled("buffer", bufferObject)));
  }
}
