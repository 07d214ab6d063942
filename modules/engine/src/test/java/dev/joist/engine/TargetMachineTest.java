package dev.joist.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joist.embedding.ConfigurationException;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.MachineHostProvider.Choosing;
import dev.joist.spi.host.UpcallHandler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is chosen when nobody says what, on a machine with an instruction set of its own. */
class TargetMachineTest {
  private static final String AUTO = "auto";
  private static final Isa OWN = Isa.ofThisHost();
  private static final Isa OTHER = new Isa("other");

  private record Backend(String name, Isa isa) implements CodegenBackend {
    @Override
    public RegisterFile registers() {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public CodeBuilder begin() {
      throw new UnsupportedOperationException(name);
    }

    @Override
    public Disassembler disassembler() {
      throw new UnsupportedOperationException(name);
    }
  }

  private record Host(String name, Isa isa, Choosing choosing) implements MachineHostProvider {
    @Override
    public boolean runs(Isa code) {
      return code.equals(isa);
    }

    @Override
    public MachineHost open(Isa code, UpcallHandler upcalls, HostOptions options) throws InstallException {
      throw new InstallException(name);
    }
  }

  private static final Choice<CodegenBackend> BACKENDS =
      new Choice<>("backend", List.of(new Backend("b-own", OWN), new Backend("a-other", OTHER)), CodegenBackend::name);

  private static String select(String backend, String host, MachineHostProvider... hosts) {
    TargetMachine target = TargetMachine.select(BACKENDS, backend, new Choice<>("host", List.of(hosts), MachineHostProvider::name), host);
    return target.backend().name() + " on " + target.host().name();
  }

  private static final Host PROCESSOR = new Host("processor", OWN, Choosing.FIRST);
  private static final Host UNTRIED = new Host("processor", OWN, Choosing.BY_NAME);
  private static final Host SIMULATOR = new Host("a-simulator", OTHER, Choosing.OTHERWISE);

  @Test
  void theMachinesOwnCodeRunsOnItsProcessor() {
    assertEquals("b-own on processor", select(AUTO, AUTO, SIMULATOR, PROCESSOR));
  }

  @Test
  void theProcessorComesBeforeASimulatorOfItsInstructionSet() {
    assertEquals("b-own on processor", select(AUTO, AUTO, new Host("a-simulator", OWN, Choosing.OTHERWISE), PROCESSOR));
  }

  @Test
  void whatWasNeverTriedIsNotChosenUnasked() {
    assertEquals("a-other on a-simulator", select(AUTO, AUTO, SIMULATOR, UNTRIED));
    assertEquals("b-own on processor", select(AUTO, "processor", SIMULATOR, UNTRIED));
  }

  @Test
  void aBackendFindsAHostThatRunsItsCode() {
    assertEquals("a-other on a-simulator", select("a-other", AUTO, SIMULATOR, PROCESSOR));
  }

  @Test
  void aHostFindsABackendThatItRuns() {
    assertEquals("a-other on a-simulator", select(AUTO, "a-simulator", SIMULATOR, PROCESSOR));
  }

  private static String refusal(String backend, String host, MachineHostProvider... hosts) {
    return assertThrows(ConfigurationException.class, () -> select(backend, host, hosts)).getMessage();
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertEquals("host 'processor' does not run other code on this machine", refusal("a-other", "processor", PROCESSOR));
    assertEquals("no host on the module path runs other code on this machine; choose another backend", refusal("a-other", AUTO, PROCESSOR));
    assertEquals("no host on the module path runs " + OWN.name() + " code on this machine unless it is named: 'processor'",
        refusal("b-own", AUTO, UNTRIED));
    assertEquals("unknown host 'procesor'; there is processor. Did you mean 'processor'?", refusal(AUTO, "procesor", PROCESSOR));
  }
}
