package dev.joist.bytecode.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.Constant;
import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.TestOpcodes;
import org.junit.jupiter.api.Test;

class BytecodeTextTest {
  private static FunctionTemplate read(String text) {
    return BytecodeReader.read(TestOpcodes.TABLE, "test.joist", text);
  }

  private static String write(FunctionTemplate function) {
    return BytecodeWriter.write(TestOpcodes.TABLE, function);
  }

  private static final String EVERYTHING = """
      .text t0 "var x;\\n\\ud800"
      .function f0 "main \\"quoted\\"" script strict
      .parameters 1
      .length 0
      .registers 9
      .sites 7
      .source t0 "a.js" 0 6
      .constant k0 number -0.0
      .constant k1 number NaN
      .constant k2 string "\\u0000\\\\"
      .constant k3 function f1
      .constant k4 keys "a" "b"
      .constant k5 template null "x" raw "\\\\u" "x"
      .constant k6 globals vars "v" functions lexicals "l" "c" constants "c"
      .constant k7 function f1
      .handler L0 L23 L42
      .position 1 1
      L0:
        LoadConst r2, k0
        Closure r3, k3
        Keys r4, k4
      .position 2 3 "o.x"
        Array r5, r2, 3
        Slot r6, 65535
        Increment r2
        Nop
      L23:
        Load r7, -128
        LoadWide r7, 2147483647
        JumpIf r7, L23
        Return r7
        Nop
        Nop
      L42:
        LoadException r7
        Throw r7
      .end
      .function f1 "" derived_constructor
      .parameters 0
      .length 0
      .registers 1
      .sites 0
        Return r0
      .end
      """;

  @Test
  void writesWhatItReads() {
    assertEquals(EVERYTHING, write(read(EVERYTHING)));
  }

  @Test
  void readsAllParts() {
    FunctionTemplate function = read(EVERYTHING);
    assertEquals(FunctionKind.SCRIPT, function.kind());
    assertEquals("var x;\n\ud800", function.source().text());
    assertEquals(new Constant.Str("\0\\"), function.constants().get(2));
    assertEquals(((Constant.Function) function.constants().get(3)).template(), ((Constant.Function) function.constants().get(7)).template());
  }

  @Test
  void forPeopleMuchMayBeLeftOut() {
    FunctionTemplate shortly = read("""
        ; adds two
        .function main "add" normal
        .parameters 2
        again: Add r3, r1, r2 ; no site
          JumpIf r3, again
          LoadConst r4, 1.5
          LoadConst r5, "text"
          LoadConst r6, 1.5
          Closure r7, main2
          Return r3
        .end
        .function main2 "inner" arrow
          Return r0
        .end
        """);
    assertEquals(8, shortly.registerCount());
    assertEquals(1, shortly.siteWords());
    assertEquals(3, shortly.constants().size());
    assertArrayEquals(read(write(shortly)).code(), shortly.code());
  }

  private static void refused(String text, int line, String message) {
    BytecodeSyntaxException refusal = assertThrows(BytecodeSyntaxException.class, () -> read(text));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    assertEquals(line, refusal.line());
    assertTrue(refusal.getMessage().startsWith("test.joist:" + line + ": "), refusal.getMessage());
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    refused("", 1, "there is no .function");
    refused(".function f0 \"f\" normal\nReturn r0\n", 3, "the last function has no .end");
    refused(".function f0 \"f\" funny\n.end", 1, "'funny' is no kind of function");
    refused(".function f0 \"f\" normal\nFly r0\n.end", 2, "unknown opcode 'Fly'");
    refused(".function f0 \"f\" normal\nReturn x\n.end", 2, "expected value (r and a number), not 'x'");
    refused(".function f0 \"f\" normal\nReturn r0 r1\n.end", 2, "nothing more is expected here: 'r1'");
    refused(".function f0 \"f\" normal\nLoad r0, 128\n.end", 2, "value is 128, not within -128 to 127");
    refused(".function f0 \"f\" normal\n\nJump x\n.end", 3, "no label x in this function");
    refused(".function f0 \"f\" normal\nx:\nx:\n.end", 3, "label x is there twice");
    refused(".function f0 \"f\" normal\n.constant k1 number 1\n.end", 2, "the next constant is k0, not k1");
    refused(".function f0 \"f\" normal\nClosure r1, g\n.end", 1, "this function names g, which is not there");
    refused(".function f0 \"f\" normal\nClosure r1, f0\n.end", 1, "function f0 is a constant of itself");
    refused(".function f0 \"f\" normal\n.constant k0 string \"a\n.end", 2, "a string is not closed");
    refused(".function f0 \"f\" normal\n.frob 1\n.end", 2, "unknown directive .frob");
    refused("Return r0", 1, "expected .function or .text, not 'Return'");
  }
}
