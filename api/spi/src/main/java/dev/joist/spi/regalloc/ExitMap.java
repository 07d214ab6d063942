package dev.joist.spi.regalloc;

import java.util.List;

/**
 * What must be written into its slot before anybody else may look at the frame: live registers whose slots are stale.
 */
public record ExitMap(List<Entry> entries) {
  public static final ExitMap EMPTY = new ExitMap(List.of());

  public ExitMap {
    entries = List.copyOf(entries);
  }

  /** A register and where its value is. */
  public record Entry(int register, Location location) {}
}
