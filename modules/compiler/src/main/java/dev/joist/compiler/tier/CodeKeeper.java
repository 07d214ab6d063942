package dev.joist.compiler.tier;

import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.host.InstallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The code of functions, from its installation until nothing can return into it. A dead function has no frames, so its code is freed at once.
 * Code that was given up, of a function that lives, waits for a collection that finds no frame of the function: each activation of machine code
 * has one, and which code it runs is not asked.
 */
final class CodeKeeper {
  /** So much code, at least, is installed before a collection is wanted for its sake. */
  private static final long PATIENCE_BYTES = 4 << 20;

  private record GivenUp(BytecodeFunction function, CompiledCode code) {}

  private final Vm vm;
  private final Profile profile;
  private final List<GivenUp> givenUp = new ArrayList<>();
  private long liveBytes;
  private long freedBytes;
  private long installedSinceCollection;

  CodeKeeper(Vm vm, Profile profile) {
    this.vm = vm;
    this.profile = profile;
  }

  /** Installed and not freed. */
  long liveBytes() {
    return liveBytes;
  }

  long freedBytes() {
    return freedBytes;
  }

  long install(Machine machine, BytecodeFunction function, CodeImage image) throws InstallException {
    long bytes = image.bytes().length;
    if (installedSinceCollection + bytes > Math.max(PATIENCE_BYTES, liveBytes / 2)) {
      vm.heap().requestCollection();
    }
    long address = machine.install(image);
    liveBytes += bytes;
    installedSinceCollection += bytes;
    profile.installed(function, address, bytes);
    return address;
  }

  /** No call enters this code any more. */
  void giveUp(BytecodeFunction function, CompiledCode code) {
    givenUp.add(new GivenUp(function, code));
  }

  /** A collection has found functions dead. */
  void collected(Machine machine, List<BytecodeFunction> dead) {
    installedSinceCollection = 0;
    for (BytecodeFunction function : dead) {
      if (function.compiled() != null) {
        free(machine, Tiering.codeOf(function));
      }
    }
    if (!givenUp.isEmpty()) {
      Set<BytecodeFunction> onStack = vm.functions().onStack();
      givenUp.removeIf(entry -> !onStack.contains(entry.function) && free(machine, entry.code));
    }
  }

  private boolean free(Machine machine, CompiledCode code) {
    machine.free(code.entry());
    liveBytes -= code.bytes();
    freedBytes += code.bytes();
    profile.freed(code.entry());
    return true;
  }
}
