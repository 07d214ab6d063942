package dev.joist.javascript.codegen;

import java.util.ArrayList;
import java.util.List;

/**
 * The instructions that a handler covers: ranges with gaps, since code that leaves the region (closing an iterator on a
 * {@code break}, say) stands in its midst but is not to be caught by it.
 */
final class Region {
  /** Instruction indices, start inclusive, end exclusive. */
  record Range(int start, int end) {}

  private final List<Range> ranges = new ArrayList<>();
  private final Label handler = new Label();
  private int openedAt = -1;

  void open(CodeBuffer code) {
    openedAt = code.size();
  }

  void close(CodeBuffer code) {
    if (openedAt < 0) {
      throw new IllegalStateException("region is not open");
    }
    if (openedAt < code.size()) {
      ranges.add(new Range(openedAt, code.size()));
    }
    openedAt = -1;
  }

  boolean isOpen() {
    return openedAt >= 0;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  List<Range> ranges() {
    return ranges;
  }

  Label handler() {
    return handler;
  }
}
