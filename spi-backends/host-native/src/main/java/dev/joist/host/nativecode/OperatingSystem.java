package dev.joist.host.nativecode;

import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.InstallException;
import java.util.Locale;
import java.util.Optional;

/**
 * The operating systems whose calls for executable memory are known. Only Linux was ever run: the code for the others is written to
 * their documentation, and is used by who asks for the host by its name.
 */
enum OperatingSystem {
  LINUX {
    @Override
    CodeMemory codeMemory(Isa isa) throws InstallException {
      return isa.equals(AARCH64) ? MaintainedCodeMemory.Linux.open() : PosixCodeMemory.linux();
    }
  },
  MACOS {
    @Override
    CodeMemory codeMemory(Isa isa) {
      return isa.equals(AARCH64) ? new MaintainedCodeMemory.Macos() : PosixCodeMemory.macos();
    }
  },
  WINDOWS {
    @Override
    CodeMemory codeMemory(Isa isa) {
      return new WindowsCodeMemory();
    }
  };

  private static final Isa AARCH64 = new Isa("aarch64");

  /** Whether this code has ever been run there. */
  boolean wasRun() {
    return this == LINUX;
  }

  /** Whether C functions are called there as the instruction set's backend does it: on x86-64, Windows has a convention of its own. */
  boolean callsAsCompiledCodeDoes(Isa isa) {
    return this != WINDOWS || isa.equals(AARCH64);
  }

  abstract CodeMemory codeMemory(Isa isa) throws InstallException;

  static Optional<OperatingSystem> ofThisHost() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return Optional.of(LINUX);
    }
    if (name.startsWith("mac")) {
      return Optional.of(MACOS);
    }
    return name.startsWith("windows") ? Optional.of(WINDOWS) : Optional.empty();
  }
}
