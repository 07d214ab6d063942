package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.Sampling;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.host.UpcallHandler;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a strategy: what an engine sees of it. */
class SimulatorHostTest {
  private static final int RET = Machine.RET;
  private static final int BTI_C = 0xd503245f;
  private static final HostOptions PLAIN = new HostOptions(1 << 16, null, 0);

  private final MachineHostProvider provider = new SimulatorHostProvider();

  private MachineHost open(UpcallHandler upcalls, HostOptions options) throws InstallException {
    return provider.open(SimulatorHostProvider.AARCH64, upcalls, options);
  }

  /** Code that may be called through an address: {@code bti c} comes first. */
  private static CodeImage image(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(BTI_C).put(words);
    return new CodeImage(SimulatorHostProvider.AARCH64, bytes.array(), List.of());
  }

  @Test
  void isFoundAsAService() {
    assertTrue(
        getClass().getModule().getDescriptor().provides().stream()
            .anyMatch(
                found ->
                    found.service().equals(MachineHostProvider.class.getName())
                        && found.providers().equals(List.of(SimulatorHostProvider.class.getName()))));
    assertEquals("simulator", provider.name());
    assertTrue(provider.runs(new Isa("aarch64")));
  }

  @Test
  void runsNoOtherInstructionSet() throws InstallException {
    Isa other = new Isa("amd64");
    assertThrows(InstallException.class, () -> provider.open(other, (kind, argument) -> 0, PLAIN));
    try (MachineHost host = open((kind, argument) -> 0, PLAIN)) {
      assertThrows(InstallException.class, () -> host.install(new CodeImage(other, new byte[4], List.of())));
    }
  }

  @Test
  void installsManyImagesAndCallsThem() throws InstallException {
    try (MachineHost host = open((kind, argument) -> 0, PLAIN)) {
      long[] entries = new long[2000];
      for (int i = 0; i < entries.length; i++) {
        int[] words = new int[2 + i % 40];
        java.util.Arrays.fill(words, RET);
        words[0] = 0x91000000 | i << 10; // add x0,x0,#i
        entries[i] = host.install(image(words));
      }
      for (int i = 0; i < entries.length; i++) {
        assertEquals(5 + i, host.call(entries[i], 5, 0, 0, 0));
        assertEquals(0, entries[i] % 16);
      }
      assertEquals(3 * entries.length, host.executedInstructions());
    }
  }

  @Test
  void machineCodeReachesTheUpcallHandlerWhichMayCallBack() throws InstallException {
    long[] entry = new long[1];
    MachineHost[] self = new MachineHost[1];
    UpcallHandler handler =
        (kind, argument) ->
            argument == 0 ? kind : 1 + self[0].call(entry[0], kind, argument - 1, self[0].upcallAddress(), 0);
    try (MachineHost host = open(handler, PLAIN)) {
      self[0] = host;
      // stp x29,x30,[sp,#-16]!; blr x2; ldp x29,x30,[sp],#16; ret
      entry[0] = host.install(image(0xa9bf7bfd, 0xd63f0040, 0xa8c17bfd, RET));
      assertEquals(70 + 12, host.call(entry[0], 70, 12, host.upcallAddress(), 0));
    }
  }

  @Test
  void onlyAllowedMemoryCanBeTouched() throws InstallException {
    try (Arena arena = Arena.ofConfined();
        MachineHost host = open((kind, argument) -> 0, PLAIN)) {
      long address = arena.allocate(64, 16).address();
      long entry = host.install(image(0xf9400000, RET)); // ldr x0,[x0]
      MachineFault fault = assertThrows(MachineFault.class, () -> host.call(entry, address, 0, 0, 0));
      assertTrue(fault.getMessage().contains("ACCESS_OUTSIDE"), fault.getMessage());
      host.allow(address, 32);
      host.allow(address, 64);
      assertEquals(0, host.call(entry, address, 0, 0, 0));
    }
  }

  @Test
  void codeIsEnteredWhereALandingPadIs() throws InstallException {
    try (MachineHost host = open((kind, argument) -> 0, PLAIN)) {
      long entry = host.install(image(RET));
      host.call(entry, 0, 0, 0, 0);
      MachineFault fault = assertThrows(MachineFault.class, () -> host.call(entry + 4, 0, 0, 0, 0));
      assertTrue(fault.getMessage().contains("MISSING_LANDING_PAD"), fault.getMessage());
    }
  }

  @Test
  void theInstructionLimitIsKept() throws InstallException {
    try (MachineHost host = open((kind, argument) -> 0, new HostOptions(1 << 16, null, 500))) {
      long entry = host.install(image(0x14000000)); // b .
      assertThrows(MachineFault.class, () -> host.call(entry, 0, 0, 0, 0));
      assertEquals(500, host.executedInstructions());
    }
  }

  @Test
  void samplesAreTakenEverySoManyInstructions() throws InstallException {
    List<Long> samples = new ArrayList<>();
    try (MachineHost host = open((kind, argument) -> 0, new HostOptions(1 << 16, null, 1000, new Sampling(100, samples::add)))) {
      long entry = host.install(image(0x14000000)); // b .
      assertThrows(MachineFault.class, () -> host.call(entry, 0, 0, 0, 0));
      assertEquals(Collections.nCopies(9, entry + 4), samples, "behind the landing pad; the tenth is after the limit");
    }
  }

  @Test
  void theTraceGoesToAFile(@TempDir Path folder) throws InstallException, IOException {
    Path file = folder.resolve("trace");
    try (MachineHost host = open((kind, argument) -> 0, new HostOptions(1 << 16, file.toString(), 0))) {
      host.call(host.install(image(0xd2800540, RET)), 0, 0, 0, 0); // mov x0,#42
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).endsWith("d2800540 x0=2a"), lines.get(1));
  }

  @Test
  void aTraceThatCannotBeWrittenIsRefused(@TempDir Path folder) {
    HostOptions options = new HostOptions(1 << 16, folder.toString(), 0);
    InstallException refusal = assertThrows(InstallException.class, () -> open((kind, argument) -> 0, options));
    assertInstanceOf(IOException.class, refusal.getCause());
  }

  @Test
  void brokenImagesAreRefused() throws InstallException {
    try (MachineHost host = open((kind, argument) -> 0, PLAIN)) {
      assertThrows(
          InstallException.class,
          () -> host.install(new CodeImage(SimulatorHostProvider.AARCH64, new byte[0], List.of())));
      assertThrows(
          InstallException.class,
          () -> host.install(new CodeImage(SimulatorHostProvider.AARCH64, new byte[6], List.of())));
    }
  }
}
