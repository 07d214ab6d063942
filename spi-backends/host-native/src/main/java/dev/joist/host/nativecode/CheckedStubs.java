package dev.joist.host.nativecode;

import dev.joist.spi.codegen.Isa;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The way into machine code and out of it, in a form that checks the calling convention on both.
 *
 * <p>In: callee-saved registers hold patterns while the code runs, and must hold them when it returns. Out: the stack pointer must be aligned at the
 * call, and afterwards every register that a callee may change holds nonsense. What is found wrong is or-ed into a word of memory: a bit for each of
 * {@code kept}, then one for the alignment.
 *
 * @param enter hex of the code of {@code long enter(target, a, b, c, d, report)}
 * @param leave hex of {@code long leave(kind, argument)}, with placeholders for the address of the word that findings go to, and for the C function
 *     that is called in the end
 * @param kept names of what machine code must keep
 */
record CheckedStubs(String enter, String leave, List<String> kept) {
  private static final String REPORT_PLACEHOLDER = "1111111111111111";
  private static final String TARGET_PLACEHOLDER = "2222222222222222";

  /** Empty where calls cannot be checked. */
  static Optional<CheckedStubs> of(Isa isa) {
    return Optional.ofNullable(Map.of("amd64", X86CheckedStubs.STUBS, "aarch64", Aarch64CheckedStubs.STUBS).get(isa.name()));
  }

  byte[] entry() {
    return HexFormat.of().parseHex(enter);
  }

  byte[] exit(long report, long target) {
    return HexFormat.of().parseHex(leave.replace(REPORT_PLACEHOLDER, word(report)).replace(TARGET_PLACEHOLDER, word(target)));
  }

  private static String word(long value) {
    return HexFormat.of().toHexDigits(Long.reverseBytes(value));
  }

  /** Findings in words; empty when there are none. */
  String describe(long findings) {
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < kept.size(); i++) {
      if ((findings >>> i & 1) != 0) {
        text.add("machine code did not keep " + kept.get(i));
      }
    }
    if ((findings >>> kept.size() & 1) != 0) {
      text.add("the stack was misaligned when machine code called Java");
    }
    return text.toString();
  }
}
