package dev.joist.host.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.Sampling;
import dev.joist.spi.host.UpcallHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hand-assembled functions on the real processor: AArch64, or x86-64 with the System V calling convention. */
class NativeHostTest {
  private static final HostOptions PLAIN = new HostOptions(1 << 16, null, 0);
  private static final UpcallHandler NO_UPCALLS = (kind, argument) -> 0;

  private final NativeHostProvider provider = new NativeHostProvider();
  private final boolean aarch64 = Isa.ofThisHost().name().equals("aarch64");

  @BeforeEach
  void onlyWhereTheCodeBelowFits() {
    boolean x86 = Isa.ofThisHost().name().equals("amd64");
    assumeTrue(System.getProperty("os.name").equals("Linux") && (aarch64 || x86));
  }

  private MachineHost open(UpcallHandler upcalls) throws InstallException {
    return provider.open(Isa.ofThisHost(), upcalls, PLAIN);
  }

  private CodeImage image(int[] words, int[] x86Bytes) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words);
    byte[] x86 = new byte[x86Bytes.length];
    for (int i = 0; i < x86.length; i++) {
      x86[i] = (byte) x86Bytes[i];
    }
    return new CodeImage(Isa.ofThisHost(), aarch64 ? bytes.array() : x86, List.of());
  }

  /** Returns the sum of its arguments. */
  private CodeImage sum() {
    return image(
        new int[] {0x8b010000, 0x8b020000, 0x8b030000, 0xd65f03c0}, // add x0,x0,x1; x2; x3; ret
        // add rdi,rsi; add rdi,rdx; lea rax,[rdi+rcx]; ret
        new int[] {0x48, 0x01, 0xf7, 0x48, 0x01, 0xd7, 0x48, 0x8d, 0x04, 0x0f, 0xc3});
  }

  /** Returns a constant below 2^16. */
  private CodeImage constant(int value) {
    return image(
        new int[] {0xd2800000 | value << 5, 0xd65f03c0}, // mov x0,#value; ret
        new int[] {0xb8, value & 255, value >> 8, 0, 0, 0xc3}); // mov eax,value; ret
  }

  /** Calls its third argument with its first two. */
  private CodeImage callThird() {
    return image(
        new int[] {0xa9bf7bfd, 0xd63f0040, 0xa8c17bfd, 0xd65f03c0}, // stp x29,x30,[sp,#-16]!; blr x2; ldp; ret
        new int[] {0x48, 0x83, 0xec, 0x08, 0xff, 0xd2, 0x48, 0x83, 0xc4, 0x08, 0xc3}); // sub rsp,8; call rdx; add; ret
  }

  @Test
  void aFunctionIsCalledWithItsArguments() throws InstallException {
    try (MachineHost host = open(NO_UPCALLS)) {
      long entry = host.install(sum());
      assertEquals(1 + 20 + 300 - 4000, host.call(entry, 1, 20, 300, -4000));
      assertEquals(Long.MIN_VALUE, host.call(entry, Long.MAX_VALUE, 1, 0, 0));
    }
  }

  @Test
  void codeInstalledLaterLeavesEarlierCodeUsable() throws InstallException {
    try (MachineHost host = open(NO_UPCALLS)) {
      long[] entries = new long[5000];
      for (int i = 0; i < entries.length; i++) {
        entries[i] = host.install(constant(i));
        assertEquals(i, host.call(entries[i], 0, 0, 0, 0));
      }
      for (int i = 0; i < entries.length; i++) {
        assertEquals(i, host.call(entries[i], 0, 0, 0, 0));
      }
    }
  }

  @Test
  void machineCodeCallsJavaWhichMayCallMachineCodeAndInstallMore() throws InstallException {
    MachineHost[] self = new MachineHost[1];
    long[] entry = new long[1];
    UpcallHandler handler =
        (depth, sum) -> {
          if (depth == 0) {
            return sum;
          }
          long more = install(self[0], constant((int) depth));
          long here = self[0].call(more, 0, 0, 0, 0);
          return self[0].call(entry[0], depth - 1, sum + here, self[0].upcallAddress(), 0);
        };
    try (MachineHost host = open(handler)) {
      self[0] = host;
      entry[0] = host.install(callThird());
      assertEquals(50 * 51 / 2, host.call(entry[0], 50, 0, host.upcallAddress(), 0));
    }
  }

  private static long install(MachineHost host, CodeImage image) {
    try {
      return host.install(image);
    } catch (InstallException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void codeIsNeverWritableAndExecutable() throws InstallException, IOException {
    try (MachineHost host = open(NO_UPCALLS)) {
      long entry = host.install(sum());
      host.install(constant(1));
      assertEquals("r-xp", protectionOf(entry));
    }
  }

  @Test
  void closingFreesTheCode() throws InstallException, IOException {
    long entry;
    try (MachineHost host = open(NO_UPCALLS)) {
      entry = host.install(new CodeImage(Isa.ofThisHost(), new byte[1 << 22], List.of()));
      assertEquals("r-xp", protectionOf(entry));
    }
    assertFalse(protectionOf(entry).equals("r-xp"));
  }

  /** What the kernel says may be done with an address. */
  private static String protectionOf(long address) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
      String[] range = line.substring(0, line.indexOf(' ')).split("-");
      if (Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
          && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0) {
        return line.split(" ")[1];
      }
    }
    return "unmapped";
  }

  @Test
  void whatItCannotDoIsRefused() throws InstallException {
    Isa other = new Isa(aarch64 ? "amd64" : "aarch64");
    assertFalse(provider.runs(other));
    assertTrue(provider.runs(Isa.ofThisHost()));
    assertEquals("native", provider.name());
    assertThrows(InstallException.class, () -> provider.open(other, NO_UPCALLS, PLAIN));
    assertThrows(
        InstallException.class,
        () -> provider.open(Isa.ofThisHost(), NO_UPCALLS, new HostOptions(1 << 16, "trace", 0)));
    assertThrows(
        InstallException.class, () -> provider.open(Isa.ofThisHost(), NO_UPCALLS, new HostOptions(1 << 16, null, 5)));
    assertThrows(InstallException.class,
        () -> provider.open(Isa.ofThisHost(), NO_UPCALLS, new HostOptions(1 << 16, null, 0, new Sampling(1, _ -> {}))));
    try (MachineHost host = open(NO_UPCALLS)) {
      assertEquals(-1, host.executedInstructions());
      assertThrows(InstallException.class, () -> host.install(new CodeImage(other, new byte[4], List.of())));
      assertThrows(InstallException.class, () -> host.install(new CodeImage(Isa.ofThisHost(), new byte[0], List.of())));
    }
  }

  @Test
  void thePosixCallsReportWhyTheyFailed() throws InstallException {
    PosixCodeMemory memory = PosixCodeMemory.linux();
    InstallException refusal = assertThrows(InstallException.class, () -> memory.reserve(1L << 60));
    assertTrue(refusal.getMessage().contains("mmap failed with error 12"), refusal.getMessage());
  }
}
