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
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Code that breaks the ABI is found out, and the JVM survives it. */
@EnabledOnOs(value = OS.LINUX, architectures = {"amd64", "aarch64"})
class CheckedStubsTest {
  /**
   * Code of an instruction set.
   *
   * @param sum of the first argument and 8 times the fourth
   * @param call of the third argument with the first two
   * @param misaligned the same with a stack pointer that is 8 off
   * @param scratch calls the third argument, and gives what is then in a scratch register
   * @param identity gives the first argument
   * @param clobbers by register: code that overwrites it
   */
  private record Code(String sum, String call, String misaligned, String scratch, String identity, Map<String, String> clobbers) {}

  private static final Code X86 = new Code(
      "488d04cfc3", // lea rax, [rdi + 8*rcx]; ret
      "4883ec08ffd24883c408c3", // sub rsp, 8; call rdx; add rsp, 8; ret
      "ffd2c3", // call rdx; ret
      "574889f9ffd24889c85fc3", // push rdi; mov rcx, rdi; call rdx; mov rax, rcx; pop rdi; ret
      "4889f8c3", // mov rax, rdi; ret
      Map.of("rbp", "31edc3", "rbx", "31dbc3", "r12", "4531e4c3", "r13", "4531edc3", "r14", "4531f6c3", "r15", "4531ffc3"));

  private static final Code AARCH64 = new Code(
      "000c038bc0035fd6", // add x0, x0, x3, lsl #3; ret
      "fd7bbfa9" + "40003fd6" + "fd7bc1a8c0035fd6", // stp x29, x30, [sp, #-16]!; blr x2; ldp x29, x30, [sp], #16; ret
      "fd7bbfa9" + "ff2300d1" + "40003fd6" + "ff230091" + "fd7bc1a8c0035fd6", // the same with sub sp, sp, #8 and add sp, sp, #8
      "fd7bbfa9" + "e90300aa" + "40003fd6" + "e00309aa" + "fd7bc1a8c0035fd6", // the same with mov x9, x0 and mov x0, x9
      "c0035fd6", // ret
      clobbersOfAarch64());

  private static Map<String, String> clobbersOfAarch64() {
    Map<String, String> clobbers = new HashMap<>();
    for (int i = 19; i <= 29; i++) {
      clobbers.put("x" + i, "%02x0080d2c0035fd6".formatted(i)); // mov xi, #0; ret
    }
    for (int i = 8; i <= 15; i++) {
      clobbers.put("d" + i, "%02xe4002fc0035fd6".formatted(i)); // movi di, #0; ret
    }
    return clobbers;
  }

  private final Isa isa = Isa.ofThisHost();
  private final Code code = isa.name().equals("aarch64") ? AARCH64 : X86;
  private final CheckedNativeHostProvider provider = new CheckedNativeHostProvider();

  private long call(String text, UpcallHandler upcalls, long a, long b) throws InstallException {
    try (MachineHost host = open(upcalls)) {
      return host.call(install(host, text), a, b, host.upcallAddress(), 7);
    }
  }

  private MachineHost open(UpcallHandler upcalls) throws InstallException {
    return provider.open(isa, upcalls, new HostOptions(1 << 16, null, 0));
  }

  private long install(MachineHost host, String text) throws InstallException {
    return host.install(new CodeImage(isa, HexFormat.of().parseHex(text), List.of()));
  }

  private String fault(String text) {
    return assertThrows(MachineFault.class, () -> call(text, (kind, argument) -> 0, 1, 2)).getMessage();
  }

  @Test
  void codeThatKeepsTheRulesIsCalledAsEver() throws InstallException {
    assertEquals(1 + 8 * 7, call(code.sum, (kind, argument) -> 0, 1, 2));
    assertEquals(42, call(code.call, (kind, argument) -> 20 * kind + argument, 2, 2));
  }

  @Test
  void aRegisterThatIsNotKeptIsNamed() {
    assertTrue(code.clobbers.size() >= 6);
    code.clobbers.forEach((register, text) -> assertTrue(fault(text).endsWith(" machine code did not keep " + register), fault(text)));
  }

  @Test
  void aMisalignedStackIsNoticedAtTheCallOfJava() {
    assertTrue(fault(code.misaligned).endsWith("the stack was misaligned when machine code called Java"));
  }

  @Test
  void codeCannotLiveOffWhatACallOfJavaLeavesInItsRegisters() throws InstallException {
    assertEquals(0x7ff4_bad0_bad0_bad0L, call(code.scratch, (kind, argument) -> 0, 5, 0));
  }

  @Test
  void aFaultIsReportedOnce() throws InstallException {
    try (MachineHost host = open((kind, argument) -> 0)) {
      long wrong = install(host, code.clobbers.values().iterator().next());
      long right = install(host, code.identity);
      assertThrows(MachineFault.class, () -> host.call(wrong, 0, 0, 0, 0));
      assertEquals(9, host.call(right, 9, 0, 0, 0));
    }
  }

  @Test
  void otherInstructionSetsAreRefused() {
    Isa other = new Isa(isa.name().equals("aarch64") ? "amd64" : "aarch64");
    assertFalse(provider.runs(other));
    assertThrows(InstallException.class, () -> provider.open(other, (kind, argument) -> 0, new HostOptions(1 << 16, null, 0)));
  }
}
