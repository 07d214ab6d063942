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
   */
  public record Kind(String option, List<String> names, String standard) {
    public Kind {
      names = List.copyOf(names);
    }
  }

  /** All kinds, each with what is on the module path. */
  public static List<Kind> kinds() {
    Injector installation = Installation.injector();
    Strategies standard = Strategies.DEFAULTS;
    List<String> hosts = new ArrayList<>(names(installation, new TypeLiteral<Choice<MachineHostProvider>>() {}));
    hosts.add(0, Strategies.AUTOMATIC);
    return List.of(
        new Kind("values", ValueChoice.names(), standard.values()),
        new Kind("backend", names(installation, new TypeLiteral<Choice<CodegenBackend>>() {}), standard.backend()),
        new Kind("host", hosts, standard.host()),
        new Kind("allocator", names(installation, new TypeLiteral<Choice<RegisterAllocator>>() {}), standard.allocator()),
        new Kind("ic", names(installation, new TypeLiteral<Choice<InlineCacheStrategy>>() {}), standard.ic()),
        new Kind("abi", names(installation, new TypeLiteral<Choice<SlowPathAbi>>() {}), standard.abi()));
  }

  private static <S> List<String> names(Injector installation, TypeLiteral<Choice<S>> kind) {
    return installation.getInstance(Key.get(kind)).names();
  }
}
