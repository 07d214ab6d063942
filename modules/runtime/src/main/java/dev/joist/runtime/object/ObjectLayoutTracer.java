package dev.joist.runtime.object;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.ObjectTracer;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.shape.Shapes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;

/** Marks what objects refer to. In-line slots that the shape does not use yet are not looked at: nobody has to initialise them. */
final class ObjectLayoutTracer implements ObjectTracer {
  private final Shapes shapes;
  private CodeTracer codes = (_, _) -> {};

  ObjectLayoutTracer(Shapes shapes) {
    this.shapes = shapes;
  }

  void setCodeTracer(CodeTracer tracer) {
    codes = tracer;
  }

  @Override
  public void beginMark() {
    shapes.beginMark();
  }

  @Override
  public void trace(long address, int kind, Marker marker) {
    Shape shape = shapes.of(address);
    shapes.mark(shape, marker);
    marker.markCell(Memory.getLong(address + Layout.OBJECT_SLOTS));
    marker.markCell(Memory.getLong(address + Layout.OBJECT_ELEMENTS));
    marker.markRange(address + shape.inlineOffset(), Math.min(shape.slotCount(), shape.inlineCapacity()));
    if (kind == CellKind.FUNCTION) {
      marker.mark(Memory.getLong(address + Layout.FUNCTION_SCOPE));
      marker.markCell(Memory.getLong(address + Layout.FUNCTION_HOME));
      marker.markCell(Memory.getLong(address + Layout.FUNCTION_FIELDS));
      marker.mark(Memory.getLong(address + Layout.FUNCTION_BOUND));
      codes.traceCode(Memory.getLong(address + Layout.FUNCTION_INFO), marker);
    }
  }
}
