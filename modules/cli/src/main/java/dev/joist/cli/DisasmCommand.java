package dev.joist.cli;

import dev.joist.engine.Listings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code joist disasm}. */
@Command(name = "disasm", mixinStandardHelpOptions = true,
    description = {"Shows a program's bytecode; with --machine the machine code as well.",
      "Machine code is that of functions that the program, which is run for it, makes hot; --jit eager shows all that are called."})
final class DisasmCommand implements Runnable {
  @Spec
  private CommandSpec spec;

  @Mixin
  private EngineSettings settings = new EngineSettings();

  @Option(names = "--machine", description = "interleave the machine code")
  private boolean machine;

  @Option(names = "--function", paramLabel = "NAME", description = "only functions of this name")
  private String function;

  @Parameters(index = "0", paramLabel = "FILE", description = "the program")
  private String path;

  @Override
  public void run() {
    ScriptFile file = ScriptFile.read(path);
    List<Listings.Listing> all = machine
        ? Listings.machineCode(settings.toOptions(), file.name(), file.text())
        : Listings.bytecode(file.name(), file.text());
    List<Listings.Listing> shown = all.stream().filter(listing -> function == null || listing.function().equals(function)).toList();
    if (shown.isEmpty()) {
      throw new UsageException("no function '" + function + "' in " + file.name() + "; there is "
          + String.join(", ", all.stream().map(Listings.Listing::function).filter(name -> !name.isEmpty()).distinct().toList()));
    }
    shown.forEach(listing -> spec.commandLine().getOut().println(listing.text()));
    spec.commandLine().getOut().flush();
  }
}
