package dev.joist.host.nativecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineFault;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code that breaks the ABI is found out, and the JVM survives it. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
@EnabledOnOs(OS.LINUX)
class CheckedStubsTest {
  private static final Isa X86_64 = new Isa("amd64");
  private final CheckedNativeHostProvider provider = new CheckedNativeHostProvider();

  private long call(String code, UpcallHandler upcalls, long a, long b) throws InstallException {
    try (MachineHost host = provider.open(X86_64, upcalls, new HostOptions(1 << 16, null, 0))) {
      long entry = host.install(new CodeImage(X86_64, HexFormat.of().parseHex(code), List.of()));
      return host.call(entry, a, b, host.upcallAddress(), 7);
    }
  }

  private String fault(String code) {
    return assertThrows(MachineFault.class, () -> call(code, (kind, argument) -> 0, 1, 2)).getMessage();
  }

  @Test
  void codeThatKeepsTheRulesIsCalledAsEver() throws InstallException {
    // lea rax, [rdi + 8*rcx]; ret
    assertEquals(1 + 8 * 7, call("488d04cfc3", (kind, argument) -> 0, 1, 2));
    // sub rsp, 8; call rdx; add rsp, 8; ret
    assertEquals(42, call("4883ec08ffd24883c408c3", (kind, argument) -> 20 * kind + argument, 2, 2));
  }

  @ParameterizedTest
  @CsvSource({"31edc3, rbp", "31dbc3, rbx", "4531e4c3, r12", "4531edc3, r13", "4531f6c3, r14", "4531ffc3, r15"})
  void aRegisterThatIsNotKeptIsNamed(String code, String register) {
    assertTrue(fault(code).endsWith("machine code did not keep " + register), fault(code));
  }

  @Test
  void aMisalignedStackIsNoticedAtTheCallOfJava() {
    // call rdx; ret
    assertTrue(fault("ffd2c3").endsWith("the stack was misaligned when machine code called Java"));
  }

  @Test
  void codeCannotLiveOffWhatACallOfJavaLeavesInItsRegisters() throws InstallException {
    // push rdi; mov rcx, rdi; call rdx; mov rax, rcx; pop rdi; ret
    assertEquals(0x7ff4_bad0_bad0_bad0L, call("574889f9ffd24889c85fc3", (kind, argument) -> 0, 5, 0));
  }

  @Test
  void aFaultIsReportedOnce() throws InstallException {
    try (MachineHost host = provider.open(X86_64, (kind, argument) -> 0, new HostOptions(1 << 16, null, 0))) {
      long wrong = host.install(new CodeImage(X86_64, HexFormat.of().parseHex("31dbc3"), List.of()));
      long right = host.install(new CodeImage(X86_64, HexFormat.of().parseHex("4889f8c3"), List.of()));
      assertThrows(MachineFault.class, () -> host.call(wrong, 0, 0, 0, 0));
      assertEquals(9, host.call(right, 9, 0, 0, 0));
    }
  }

  @Test
  void otherInstructionSetsAreRefused() {
    assertFalse(provider.runs(new Isa("aarch64")));
    assertThrows(InstallException.class, () -> provider.open(new Isa("aarch64"), (kind, argument) -> 0, new HostOptions(1 << 16, null, 0)));
  }
}
