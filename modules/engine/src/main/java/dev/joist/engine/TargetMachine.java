package dev.joist.engine;

import dev.joist.embedding.ConfigurationException;
import dev.joist.embedding.Strategies;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.MachineHostProvider.Choosing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What code is made for and where it runs: as asked for, and for what nobody asked the best there is.
 *
 * @param backend makes the code
 * @param host runs it on this machine
 */
record TargetMachine(CodegenBackend backend, MachineHostProvider host) {
  /**
   * Either name may be {@link Strategies#AUTOMATIC}. A backend that was not named is the one of this machine's own instruction set if the
   * host runs that.
   *
   * @throws ConfigurationException when a name is unknown, or no host (not the one asked for) runs the code on this machine
   */
  static TargetMachine select(Choice<CodegenBackend> backends, String backend, Choice<MachineHostProvider> hosts, String host) {
    boolean named = !host.equals(Strategies.AUTOMATIC);
    List<MachineHostProvider> candidates = candidates(hosts, host);
    Isa own = Isa.ofThisHost();
    List<CodegenBackend> wanted = candidates(backends, backend).stream()
        .sorted(Comparator.comparing(candidate -> !candidate.isa().equals(own)))
        .toList();
    Predicate<TargetMachine> anything = machine -> true;
    return find(wanted, candidates, named ? anything : machine -> machine.host().choosing() == Choosing.FIRST)
        .or(() -> find(wanted, candidates, machine -> machine.host().choosing() == Choosing.OTHERWISE))
        .orElseThrow(() -> new ConfigurationException(refusal(wanted, backend, candidates, host)));
  }

  private static <S> List<S> candidates(Choice<S> choice, String name) {
    return name.equals(Strategies.AUTOMATIC) ? choice.names().stream().map(choice::select).toList() : List.of(choice.select(name));
  }

  private static Optional<TargetMachine> find(List<CodegenBackend> backends, List<MachineHostProvider> hosts,
      Predicate<TargetMachine> wanted) {
    return backends.stream()
        .flatMap(backend -> hosts.stream().filter(host -> host.runs(backend.isa())).map(host -> new TargetMachine(backend, host)))
        .filter(wanted)
        .findFirst();
  }

  private static String refusal(List<CodegenBackend> backends, String backend, List<MachineHostProvider> hosts, String host) {
    String code = backend.equals(Strategies.AUTOMATIC) ? "code of any backend there is" : backends.getFirst().isa().name() + " code";
    if (!host.equals(Strategies.AUTOMATIC)) {
      return "host '" + host + "' does not run " + code + " on this machine";
    }
    Stream<String> byName = hosts.stream()
        .filter(candidate -> backends.stream().anyMatch(b -> candidate.runs(b.isa())))
        .map(candidate -> "'" + candidate.name() + "'");
    String offers = String.join(", ", byName.toList());
    return "no host on the module path runs " + code + " on this machine"
        + (offers.isEmpty() ? "; choose another backend" : " unless it is named: " + offers);
  }
}
