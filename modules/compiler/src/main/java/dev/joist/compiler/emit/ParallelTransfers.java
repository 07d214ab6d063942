package dev.joist.compiler.emit;

import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Transfer;
import java.util.ArrayList;
import java.util.List;

/** Puts transfers that happen at once into an order in which no source is overwritten before it is read. */
final class ParallelTransfers {
  /** A cycle of registers: the transfers that break it, one location saved elsewhere first. */
  interface Sink {
    void emit(Transfer transfer);

    /** Saves a location that is about to be overwritten; answers where it is now. */
    Location save(Location location);
  }

  private ParallelTransfers() {}

  static void emit(List<Transfer> transfers, Sink sink) {
    List<Transfer> pending = new ArrayList<>(transfers);
    pending.removeIf(transfer -> transfer.from().equals(transfer.to()));
    while (!pending.isEmpty()) {
      boolean progress = false;
      for (int i = 0; i < pending.size(); i++) {
        Transfer candidate = pending.get(i);
        if (pending.stream().noneMatch(other -> other != candidate && overlaps(candidate, other))) {
          sink.emit(candidate);
          pending.remove(i--);
          progress = true;
        }
      }
      if (!progress) {
        Location blocked = pending.getFirst().from();
        Location saved = sink.save(blocked);
        pending.replaceAll(t -> t.from().equals(blocked) ? new Transfer(t.register(), saved, t.to()) : t);
      }
    }
  }

  /** Whether the first overwrites what the second reads. Slots differ from each other by their register. */
  private static boolean overlaps(Transfer first, Transfer second) {
    return switch (first.to()) {
      case Location.Slot slot -> second.from() instanceof Location.Slot && first.register() == second.register();
      case Location.InGp to -> second.from() instanceof Location.InGp from && from.register().equals(to.register());
      case Location.InFp to -> second.from() instanceof Location.InFp from && from.register().equals(to.register());
      case Location.Spilled to -> second.from() instanceof Location.Spilled from && from.offset() == to.offset();
      case Location.Known known -> false;
    };
  }
}
