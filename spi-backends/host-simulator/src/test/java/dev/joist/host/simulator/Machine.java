package dev.joist.host.simulator;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** A simulator with memory, for tests: code is given as words, which GNU as made of the assembly in the comments. */
final class Machine implements AutoCloseable {
  static final int RET = 0xd65f03c0;

  final Arena arena = Arena.ofConfined();
  final MemorySegment data = arena.allocate(4096, 64);
  final MemorySegment stack = arena.allocate(1 << 16, 16);
  final List<Integer> traps = new ArrayList<>();
  final Simulator simulator;

  Machine() {
    this((trap, cpu) -> trap, false);
  }

  Machine(TrapHandler handler, boolean guarded) {
    simulator =
        new Simulator(
            (trap, cpu) -> {
              traps.add(trap);
              return handler.call(trap, cpu);
            },
            guarded);
    simulator.own(data.address(), data.byteSize());
    simulator.ownStack(stack.address(), stack.byteSize());
  }

  /** Installs and maintains code, and returns its address, which is a multiple of 64. */
  long code(int... words) {
    long address = writtenCode(words);
    simulator.maintain(address, 4L * words.length);
    return address;
  }

  /** Installs code whose cache lines are stale. */
  long writtenCode(int... words) {
    MemorySegment segment = arena.allocate(4L * words.length, 64);
    for (int i = 0; i < words.length; i++) {
      Memory.putInt(segment.address() + 4L * i, words[i]);
    }
    simulator.install(segment.address(), segment.byteSize());
    return segment.address();
  }

  long run(int... words) {
    return simulator.run(code(words));
  }

  @Override
  public void close() {
    arena.close();
  }
}
