package dev.joist.conformance.kit.backend;

import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHostProvider;
import java.io.IOException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The program of a JVM that executes a trap, and how it is started. */
final class TrappingJvm {
  static final String BEFORE = "before the trap";
  static final String BEHIND = "behind the trap";

  private TrappingJvm() {}

  /** Starts it with what this JVM finds its classes in. Backend and host are found there by the service loader. */
  static Process start(String backend, String host) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(List.of("-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage", "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED"));
    String modules = System.getProperty("jdk.module.path");
    if (modules != null) {
      command.addAll(List.of("--module-path", modules, "--add-modules", "ALL-MODULE-PATH"));
    }
    String classes = System.getProperty("java.class.path", "");
    if (!classes.isEmpty()) {
      command.addAll(List.of("--class-path", classes));
    }
    Module own = TrappingJvm.class.getModule();
    if (own.isNamed()) {
      command.addAll(List.of("--module", own.getName() + "/" + TrappingJvm.class.getName()));
    } else {
      command.add(TrappingJvm.class.getName());
    }
    command.addAll(List.of(backend, host));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  public static void main(String[] arguments) throws InstallException {
    Target target = new Target(
        find(ServiceLoader.load(CodegenBackend.class), CodegenBackend::name, arguments[0]),
        find(ServiceLoader.load(MachineHostProvider.class), MachineHostProvider::name, arguments[1]));
    System.out.println(BEFORE);
    TrapRules.execute(target);
    System.out.println(BEHIND);
  }

  private static <S> S find(ServiceLoader<S> found, Function<S, String> name, String wanted) {
    for (S candidate : found) {
      if (name.apply(candidate).equals(wanted)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no service provider is called '" + wanted + "'");
  }
}
