package dev.joist.library.json;

import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.Traced;
import java.util.List;
import java.util.Map;

/** What a piece of a JSON text became, for the reviver: it is told of a value's text as long as nobody has changed the value. */
sealed interface ParsedJson extends Traced {
  long value();

  /** A string, a number, a boolean or null. */
  record Primitive(long value, String source) implements ParsedJson {
    @Override
    public void trace(Marker marker) {
      marker.mark(value);
    }
  }

  /** An array. */
  record Elements(long value, List<ParsedJson> elements) implements ParsedJson {
    @Override
    public void trace(Marker marker) {
      marker.mark(value);
      for (ParsedJson element : elements) {
        element.trace(marker);
      }
    }
  }

  /** An object; of members with the same name it has the last. */
  record Members(long value, Map<String, ParsedJson> members) implements ParsedJson {
    @Override
    public void trace(Marker marker) {
      marker.mark(value);
      for (ParsedJson member : members.values()) {
        member.trace(marker);
      }
    }
  }
}
