package dev.joist.cli;

import dev.joist.engine.Listings;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code joist disasm}. */
final class DisasmCommand implements Runnable {
  private CommandSpec spec;

  private DisasmCommand() {}

  static CommandSpec create() {
    DisasmCommand command = new DisasmCommand();
    command.spec = Options.command("disasm", command, "Shows a program's bytecode; with --machine the machine code as well.",
        "Machine code is that of functions that the program, which is run for it, makes hot; --jit eager shows all that are called.");
    EngineSettings.addTo(command.spec);
    command.spec.addOption(Options.flag("--machine", "interleave the machine code"));
    command.spec.addOption(OptionSpec.builder("--function").type(String.class).paramLabel("NAME").description("only functions of this name").build());
    command.spec.addPositional(PositionalParamSpec.builder().index("0").type(String.class).paramLabel("FILE").required(true)
        .description("the program").build());
    return command.spec;
  }

  @Override
  public void run() {
    ParseResult parsed = spec.commandLine().getParseResult();
    ScriptFile file = ScriptFile.read(Options.positional(parsed, 0));
    String function = Options.value(parsed, "--function");
    boolean machine = Options.<Boolean>value(parsed, "--machine");
    if (file.isBytecode() && !machine) {
      throw new UsageException("'" + file.name() + "' is bytecode already; with --machine, its machine code is shown");
    }
    List<Listings.Listing> all = machine ? machineCode(parsed, file) : Listings.bytecode(file.name(), file.text());
    List<Listings.Listing> shown = all.stream().filter(listing -> function == null || listing.function().equals(function)).toList();
    if (shown.isEmpty()) {
      throw new UsageException(missing(function, file, all, machine));
    }
    PrintWriter out = spec.commandLine().getOut();
    // The script's listing holds all functions' bytecode.
    (function == null && !machine ? shown.subList(0, 1) : shown).forEach(listing -> out.println(listing.text()));
    out.flush();
  }

  private List<Listings.Listing> machineCode(ParseResult parsed, ScriptFile file) {
    Listings.MachineCode code = Listings.machineCode(EngineSettings.from(parsed), engine -> file.run(engine, List.of()));
    PrintWriter err = spec.commandLine().getErr();
    code.failure().ifPresent(failure -> err.println("joist: what was compiled until the program ended with " + failure.getMessage()));
    err.flush();
    return code.functions();
  }

  private static String missing(String function, ScriptFile file, List<Listings.Listing> all, boolean machine) {
    String names = String.join(", ", all.stream().map(Listings.Listing::function).filter(name -> !name.isEmpty()).distinct().toList());
    String there = names.isEmpty() ? "there is none with a name" : "there is " + names;
    if (!machine) {
      return "no function '" + function + "' in " + file.name() + "; " + there;
    }
    String what = all.isEmpty() ? "no function of " + file.name() + " was compiled"
        : "no function '" + function + "' of " + file.name() + " was compiled; " + there;
    return what + ". --jit eager compiles all that are called";
  }
}
