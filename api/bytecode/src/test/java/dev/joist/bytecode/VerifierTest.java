package dev.joist.bytecode;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.text.BytecodeReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way to be malformed is refused, with function, offset and reason. */
class VerifierTest {
  private static FunctionTemplate function(String body) {
    return BytecodeReader.read(TestOpcodes.TABLE, "test", ".function f0 \"f\" normal\n" + body + "\n.end\n");
  }

  private static void accepted(String body) {
    assertDoesNotThrow(() -> Verifier.verify(TestOpcodes.TABLE, function(body)));
  }

  private static void refused(String body, int offset, String reason) {
    refused(function(body), offset, reason);
  }

  private static void refused(FunctionTemplate function, int offset, String reason) {
    BytecodeException refusal = assertThrows(BytecodeException.class, () -> Verifier.verify(TestOpcodes.TABLE, function));
    assertAll(
        () -> assertTrue(refusal.reason().contains(reason), refusal.reason()),
        () -> assertEquals(offset, refusal.offset()),
        () -> assertEquals("f", refusal.function()),
        () -> assertEquals("function 'f' at offset " + offset + ": " + refusal.reason(), refusal.getMessage()));
  }

  /** The template with some parts exchanged; null leaves a part. */
  private static FunctionTemplate with(FunctionTemplate f, Integer registers, byte[] code, List<Handler> handlers, List<SourcePosition> positions) {
    return new FunctionTemplate(f.name(), f.kind(), f.strict(), f.parameterCount(), f.length(), registers == null ? f.registerCount() : registers,
        code == null ? f.code() : code, f.constants(), handlers == null ? f.handlers() : handlers, f.siteWords(),
        positions == null ? f.positions() : positions, f.source());
  }

  @Test
  void acceptsWhatIsWellFormed() {
    accepted("""
        .parameters 2
        .handler try end catch
        try:
          Add r3, r1, r2
        end:
          Return r3
        catch:
          LoadException r3
          Throw r3
        """);
  }

  @Test
  void badRegister() {
    refused(with(function("Load r1, 1\nReturn r1"), 1, null, null, null), 0, "bad register r1, the function has r0 to r0");
    refused(with(function("Load r5, 1\nLoad r6, 1\nArray r1, r5, 2\nReturn r1"), 6, null, null, null), 3, "bad register r6");
    refused(with(function("Load r1, 1\nLoad r5, 1\nCall r1, r1, 1\nReturn r1"), 5, null, null, null), 3, "bad register r5");
  }

  @Test
  void registerCountAndParameters() {
    refused(with(function("Return r0"), 256, null, null, null), 0, "has 256 registers: 1 to 255 are possible");
    refused(with(function(".parameters 3\nReturn r0"), 3, null, null, null), 0, "3 parameters do not fit into 3 registers");
  }

  @Test
  void jumpIntoTheMiddle() {
    FunctionTemplate function = function("Jump L\nL: LoadWide r1, 5\nReturn r1");
    byte[] code = function.code().clone();
    code[1] += 2;
    refused(with(function, null, code, null, null), 0, "Jump jumps to 7, where no instruction begins");
    code[1] = 100;
    refused(with(function, null, code, null, null), 0, "Jump jumps to 100, where no instruction begins");
    code[1] = -1;
    code[2] = code[3] = code[4] = -1;
    refused(with(function, null, code, null, null), 0, "Jump jumps to -1, where no instruction begins");
  }

  @Test
  void missingTerminator() {
    refused("Load r1, 1\nNop", 3, "missing terminator: control would run off the end after Nop");
    refused(with(function("Return r0"), null, new byte[0], null, null), 0, "has no code");
  }

  @Test
  void unknownOpcode() {
    refused(with(function("Return r0"), null, new byte[] {(byte) 200, 0}, null, null), 0, "unknown opcode 200: the highest is 20");
  }

  @Test
  void instructionCutOff() {
    byte[] code = function("Return r0\nJump L\nL: Return r0").code();
    byte[] cut = Arrays.copyOf(code, 4);
    refused(with(function("Return r0"), null, cut, null, null), 2, "Jump is cut off: it takes 5 bytes, 2 are left");
  }

  @Test
  void wrongConstantKind() {
    refused(".constant k0 keys \"a\"\nLoadConst r1, k0\nReturn r1", 0,
        "LoadConst: wrong constant kind: constant must be LITERAL, constant 0 is a Keys");
    refused(".constant k0 number 1\nGet r1, r0, k0\nReturn r1", 0, "wrong constant kind: name must be NAME, constant 0 is a Num");
  }

  @Test
  void constantThatIsNotThere() {
    refused("LoadConst r1, k3\nReturn r1", 0, "constant is constant 3, the function has 0");
  }

  @Test
  void sites() {
    refused(".sites 0\nAdd r1, r0, r0, s0\nReturn r1", 0, "site 0 of 1 words ends beyond the function's 0");
    refused(".sites 4\nAdd r1, r0, r0, s2\nGet r1, r0, k0, s0\n.constant k0 string \"a\"\nReturn r1", 6,
        "site word 2 belongs to the instruction at offset 0 too");
  }

  @Test
  void handlersOutOfOrder() {
    refused("""
        .handler a d h
        .handler b c h
        a: Add r1, r0, r0
        b: Add r1, r0, r0
        c: Add r1, r0, r0
        d: Return r0
        h: LoadException r1
          Return r1
        """, 6, "handlers out of order: handler 1 lies within handler 0 and must come before it");
  }

  @Test
  void handlersThatOverlap() {
    refused("""
        .handler a c h
        .handler b d h
        a: Add r1, r0, r0
        b: Add r1, r0, r0
        c: Add r1, r0, r0
        d: Return r0
        h: LoadException r1
          Return r1
        """, 6, "handlers 0 and 1 overlap without nesting");
  }

  @Test
  void handlersThatCoverNothingOrHalfInstructions() {
    FunctionTemplate function = function("LoadWide r1, 5\nThrow r1\nh: LoadException r1\nReturn r1");
    refused(with(function, null, null, List.of(new Handler(6, 6, 8)), null), 6, "covers 6 to 6, which is no part of the code");
    refused(with(function, null, null, List.of(new Handler(1, 6, 8)), null), 1, "begins in the middle of an instruction");
    refused(with(function, null, null, List.of(new Handler(0, 7, 8)), null), 7, "ends in the middle of an instruction");
    refused(with(function, null, null, List.of(new Handler(0, 8, 9)), null), 0, "continues at 9, where no instruction begins");
    refused(with(function, null, null, List.of(new Handler(0, 8, 6)), null), 6, "continues at Throw instead of LoadException");
  }

  @Test
  void aHandlerIsEnteredByExceptionsAlone() {
    refused("""
        .handler a b h
        a: Add r1, r0, r0
        b: Nop
        h: LoadException r1
          Return r1
        """, 7, "LoadException is reached from offset 6, but only an exception may lead to it");
  }

  @Test
  void registerThatIsNotWritten() {
    refused("Return r1\nLoad r1, 1\nReturn r1", 0, "Return reads r1 (value), which is not written on every path to here");
    refused("JumpIf r0, L\nLoad r1, 1\nL: Return r1", 9, "reads r1 (value), which is not written on every path");
    refused("Increment r1\nReturn r1", 0, "reads r1 (value)");
  }

  @Test
  void loopsAreFollowed() {
    accepted("Load r1, 1\nL: Increment r1\nJumpIf r1, L\nReturn r1");
    refused(".parameters 1\nLoad r3, 0\nL: Move r2, r3\nCall r2, r1, 0\nJumpIf r2, L\nReturn r2", 3, "Move reads r3 (source)");
  }

  @Test
  void windowOverlapsWhatIsUsedAfterwards() {
    refused("Load r1, 1\nLoad r5, 2\nCall r2, r1, 1\nReturn r5", 12, "Return reads r5 (value), which is not written on every path to here, or lay in the window");
    accepted("Load r1, 1\nLoad r5, 2\nCall r2, r1, 1\nReturn r1");
  }

  @Test
  void windowIsFilled() {
    refused("Call r2, r1, 0\nReturn r2", 0, "Call reads r1 (callee)");
    refused("Load r1, 1\nCallMethod r2, r1, 0\nReturn r2", 3, "CallMethod reads r4 (this)");
    refused("Load r1, 1\nCall r2, r1, 1\nReturn r2", 3, "Call reads r5 (argument 0)");
  }

  @Test
  void whatIsThrownPastIsLostToTheHandler() {
    refused("""
        .handler a b h
          Load r1, 1
        a: Add r2, r0, r1
        b: Return r2
        h: LoadException r1
          Return r2
        """, 13, "Return reads r2");
    refused("""
        .handler a b h
          Load r1, 1
          Load r3, 1
        a: Call r2, r1, 0
        b: Return r2
        h: LoadException r1
          Return r3
        """, 16, "Return reads r3");
  }

  @Test
  void codeThatIsNotReachedMayReadAnything() {
    accepted("Return r0\nReturn r0\nMove r1, r2\nReturn r1");
  }

  @Test
  void positions() {
    FunctionTemplate function = function("LoadWide r1, 5\nReturn r1");
    refused(with(function, null, null, null, List.of(new SourcePosition(1, 1, 1, null))), 1, "where no instruction begins");
    refused(with(function, null, null, null, List.of(new SourcePosition(6, 1, 1, null), new SourcePosition(0, 1, 1, null))), 0, "ascending order");
    refused(with(function, null, null, null, List.of(new SourcePosition(0, 0, 1, null))), 0, "position 0:1 is not 1-based");
  }

  @Test
  void codeTooLarge() {
    byte[] code = new byte[FunctionTemplate.MAX_CODE_BYTES + 1];
    refused(with(function("Return r0"), null, code, null, null), 0, "code of 1048577 bytes is too large: at most 1048576");
  }

  @Test
  void nestedFunctionsAreVerifiedToo() {
    FunctionTemplate outer = BytecodeReader.read(TestOpcodes.TABLE, "test", """
        .function f0 "outer" normal
          Closure r1, f1
          Return r1
        .end
        .function f1 "f" normal
          Return r1
        .end
        """);
    refused(outer, 0, "Return reads r1");
  }
}
