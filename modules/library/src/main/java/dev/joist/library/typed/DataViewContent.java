package dev.joist.library.typed;

import dev.joist.library.core.Inspectable;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import java.util.ArrayList;
import java.util.List;

/** A DataView's payload. */
record DataViewContent(long bufferObject, BufferContent buffer, long byteOffset, long byteLength) implements Traced, Inspectable {
  @Override
  public void trace(Marker marker) {
    marker.mark(bufferObject);
  }

  @Override
  public Shown show(long object) {
    List<String> texts = new ArrayList<>();
    texts.add("byteLength: " + byteLength);
    texts.add("byteOffset: " + byteOffset);
    return Shown.braces("DataView", texts, List.of(new Labelled("buffer", bufferObject)));
  }
}
