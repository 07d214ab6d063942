package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;

/** What a back-edge does when there is something to do. */
public final class Loops {
  private Loops() {}

  /**
   * A back-edge of the topmost frame with a safepoint wanted or its counter at the threshold.
   *
   * @param counter the address of the loop's counter
   * @return where to go on in the topmost frame, which may be another now; negative: an ENTRY frame returned
   */
  public static int backEdge(Vm vm, long base, int target, long counter) {
    if (vm.safepointWanted()) {
      vm.safepoint();
    }
    if (Memory.getInt(counter) < vm.loopThreshold()) {
      return target;
    }
    Memory.putInt(counter, 0);
    if (!vm.tiers().hotLoop(vm.function(), target)) {
      return target;
    }
    long result = vm.tiers().enterLoop(vm.function(), base, target);
    if (result == Layout.EXCEPTION) {
      throw vm.pending();
    }
    return Frames.leave(vm, base, result);
  }
}
