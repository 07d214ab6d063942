package dev.joist.conformance.kit.command;

import dev.joist.conformance.kit.Certificate;
import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.RuleResult;
import dev.joist.conformance.kit.backend.BackendRules;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.conformance.kit.values.ValueRepresentationRules;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.value.ValueRepresentation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/** {@code joist conformance}: runs a kit, prints a summary by family of rules, and writes the certificate. */
public final class Conformance {
  private static final int NOT_CERTIFIED = 1;
  private static final int USAGE = 2;
  private static final String HELP = """
      Usage: joist conformance [--values NAME] [--backend NAME] [--host NAME] [--rules PREFIX] [--seed NUMBER] [--out FOLDER]
      Checks a value representation or, without --values, a backend by the rules of its kit, and writes a certificate.
        --values NAME    the value representation; 'joist strategies' lists them
        --backend NAME   the backend, or the one whose code tries the value representation (default then: any that runs here)
        --host NAME      what runs its code (default: the processor if it can, else the first host that can)
        --rules PREFIX   only the rules whose ids begin so: no certificate is written then
        --seed NUMBER    of all random choices (default: always the same)
        --out FOLDER     where the certificate goes (default: target/certificates)
      """;

  private Conformance() {}

  /** What the command line says that makes no sense. */
  private static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
      super(message);
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(HELP);
      return 0;
    }
    try {
      return run(options(arguments), out);
    } catch (UsageException e) {
      err.println("joist: " + e.getMessage());
      err.println("See 'joist conformance --help'.");
      return USAGE;
    }
  }

  private static Map<String, String> options(List<String> arguments) throws UsageException {
    List<String> known = List.of("--values", "--backend", "--host", "--rules", "--seed", "--out");
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!known.contains(option)) {
        throw new UsageException("unknown option '" + option + "'; there is " + String.join(", ", known));
      }
      if (i + 1 == arguments.size()) {
        throw new UsageException("option " + option + " needs a value");
      }
      options.put(option, arguments.get(i + 1));
    }
    return options;
  }

  private static int run(Map<String, String> options, PrintStream out) throws UsageException, IOException {
    try (Kit kit = kit(options)) {
      long seed = seed(options.get("--seed"));
      out.println(kit.subject() + ", seed " + seed);
      String prefix = options.get("--rules");
      if (prefix != null) {
        return runSome(kit, prefix, seed, out);
      }
      Certificate certificate = Certificate.of(kit, seed, result -> complain(result, out));
      summarise(certificate, out);
      out.println("certificate: " + certificate.writeTo(Path.of(options.getOrDefault("--out", "target/certificates"))));
      return certificate.isCertified() ? 0 : NOT_CERTIFIED;
    }
  }

  private static Kit kit(Map<String, String> options) throws UsageException {
    String values = options.get("--values");
    String backend = options.get("--backend");
    if (values != null) {
      ValueRepresentation representation = find("value representation", ServiceLoader.load(ValueRepresentation.class), ValueRepresentation::name, values);
      return new ValueRepresentationRules(representation, target(backend, options.get("--host")));
    }
    if (backend == null) {
      throw new UsageException("say what to check: --backend NAME or --values NAME");
    }
    Target target = target(backend, options.get("--host"));
    return new BackendRules(target.backend(), target.hosts());
  }

  /** The backend and host of these names, each of which may be null for the best there is here. */
  private static Target target(String backendName, String hostName) throws UsageException {
    List<CodegenBackend> backends = new ArrayList<>();
    if (backendName == null) {
      ServiceLoader.load(CodegenBackend.class).forEach(backends::add);
    } else {
      backends.add(find("backend", ServiceLoader.load(CodegenBackend.class), CodegenBackend::name, backendName));
    }
    List<MachineHostProvider> hosts = new ArrayList<>();
    if (hostName == null) {
      ServiceLoader.load(MachineHostProvider.class).forEach(hosts::add);
    } else {
      hosts.add(find("host", ServiceLoader.load(MachineHostProvider.class), MachineHostProvider::name, hostName));
    }
    return backends.stream()
        .flatMap(backend -> hosts.stream().filter(host -> host.runs(backend.isa())).map(host -> new Target(backend, host)))
        .min((a, b) -> a.hosts().choosing().compareTo(b.hosts().choosing()))
        .orElseThrow(() -> new UsageException((hostName == null ? "no host runs " : "host '" + hostName + "' does not run ")
            + (backendName == null ? "any backend's" : backendName) + " code on this machine"));
  }

  private static <S> S find(String kind, ServiceLoader<S> found, Function<S, String> name, String wanted) throws UsageException {
    List<String> names = new ArrayList<>();
    for (S candidate : found) {
      if (name.apply(candidate).equals(wanted)) {
        return candidate;
      }
      names.add(name.apply(candidate));
    }
    throw new UsageException("unknown " + kind + " '" + wanted + "'; there is " + String.join(", ", names));
  }

  private static long seed(String text) throws UsageException {
    try {
      return text == null ? Certificate.STANDARD_SEED : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("the seed '" + text + "' is no number");
    }
  }

  private static int runSome(Kit kit, String prefix, long seed, PrintStream out) throws UsageException {
    List<RuleResult> results = kit.rules().stream()
        .filter(rule -> rule.id().startsWith(prefix))
        .map(rule -> RuleResult.of(rule, seed))
        .toList();
    if (results.isEmpty()) {
      throw new UsageException("no rule's id begins with '" + prefix + "'");
    }
    for (RuleResult result : results) {
      out.printf("%-32s %-8s %9d  %s%n", result.rule().id(), result.outcome(), result.executed(), result.message());
    }
    return results.stream().allMatch(RuleResult::isAcceptable) ? 0 : NOT_CERTIFIED;
  }

  private static void complain(RuleResult result, PrintStream out) {
    if (result.outcome() != RuleResult.Outcome.PASSED) {
      out.println(result.outcome() + " " + result.rule().id() + ": " + result.message());
    }
  }

  private static void summarise(Certificate certificate, PrintStream out) {
    out.printf("%-12s %6s %6s %8s %10s %8s%n", "family", "rules", "kept", "skipped", "executed", "ms");
    certificate.families().forEach((family, results) -> out.printf("%-12s %6d %6d %8d %10d %8d%n", family, results.size(),
        count(results, RuleResult.Outcome.PASSED), count(results, RuleResult.Outcome.SKIPPED),
        results.stream().mapToLong(RuleResult::executed).sum(), results.stream().mapToLong(RuleResult::millis).sum()));
    out.println(certificate.isCertified() ? "certified" : "not certified");
  }

  private static long count(List<RuleResult> results, RuleResult.Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
