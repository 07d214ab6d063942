package dev.joist.engine;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.joist.embedding.Strategies;
import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.ArrayList;
import java.util.List;

/** What can be chosen. */
public final class Catalogue {
  private Catalogue() {}

  /**
   * A kind of strategy.
   *
   * @param option what the command calls it
   * @param names of the implementations found
   * @param standard the one that is used unless another is chosen
   * @param automatic what {@link Strategies#AUTOMATIC} stands for on this machine; empty for kinds without it
   */
  public record Kind(String option, List<String> names, String standard, String automatic) {
    public Kind {
      names = List.copyOf(names);
    }
  }

  /** All kinds, each with what is on the module path. */
  public static List<Kind> kinds() {
    Injector installation = Installation.injector();
    Strategies standard = Strategies.DEFAULTS;
    Choice<CodegenBackend> backends = installation.getInstance(Key.get(new TypeLiteral<Choice<CodegenBackend>>() {}));
    Choice<MachineHostProvider> hosts = installation.getInstance(Key.get(new TypeLiteral<Choice<MachineHostProvider>>() {}));
    TargetMachine target = TargetMachine.select(backends, Strategies.AUTOMATIC, hosts, Strategies.AUTOMATIC);
    return List.of(
        new Kind("values", ValueChoice.names(), standard.values(), ""),
        new Kind("backend", withAutomatic(backends.names()), standard.backend(), target.backend().name()),
        new Kind("host", withAutomatic(hosts.names()), standard.host(), target.host().name()),
        new Kind("allocator", names(installation, new TypeLiteral<Choice<RegisterAllocator>>() {}), standard.allocator(), ""),
        new Kind("ic", names(installation, new TypeLiteral<Choice<InlineCacheStrategy>>() {}), standard.ic(), ""),
        new Kind("abi", names(installation, new TypeLiteral<Choice<SlowPathAbi>>() {}), standard.abi(), ""));
  }

  private static List<String> withAutomatic(List<String> names) {
    List<String> all = new ArrayList<>(names);
    all.addFirst(Strategies.AUTOMATIC);
    return all;
  }

  private static <S> List<String> names(Injector installation, TypeLiteral<Choice<S>> kind) {
    return installation.getInstance(Key.get(kind)).names();
  }
}
