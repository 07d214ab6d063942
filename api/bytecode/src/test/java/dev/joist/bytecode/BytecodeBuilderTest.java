package dev.joist.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.bytecode.BytecodeBuilder.Label;
import dev.joist.bytecode.FunctionTemplate.Handler;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytecodeBuilderTest {
  private final BytecodeBuilder builder = new BytecodeBuilder(TestOpcodes.TABLE, "f");

  private void refused(String reason, Runnable emit) {
    BytecodeException refusal = assertThrows(BytecodeException.class, emit::run);
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  @Test
  void buildsWhatTheVerifierAccepts() {
    builder.parameters(1);
    Label loop = builder.newLabel();
    int sum = builder.register();
    builder.emit("Load", sum, 0);
    builder.bind(loop);
    builder.position(3, 7, "a + b");
    builder.emit("Add", sum, sum, 1);
    builder.emit("JumpIf", sum, loop.operand());
    builder.emit("Return", sum);
    FunctionTemplate function = builder.build();
    Verifier.verify(TestOpcodes.TABLE, function);
    assertEquals(3, function.registerCount());
    assertEquals(1, function.siteWords());
    assertEquals(3, function.positionAt(5).line());
    assertEquals(-6, CodeReader.i32(function.code(), 11));
  }

  @Test
  void sitesAreAllottedByTheirSize() {
    int name = builder.string("name");
    builder.emit("Get", 1, 0, name);
    builder.emit("Add", 1, 1, 1);
    builder.emit("Return", 1);
    FunctionTemplate function = builder.build();
    assertEquals(0, CodeReader.u16(function.code(), 5));
    assertEquals(4, CodeReader.u16(function.code(), 11));
    assertEquals(5, function.siteWords());
  }

  @Test
  void equalConstantsAreKeptOnce() {
    assertEquals(builder.number(1.5), builder.number(1.5));
    assertEquals(builder.string("a"), builder.string("a"));
    assertFalse(builder.number(0.0) == builder.number(-0.0));
    assertEquals(builder.number(Double.NaN), builder.number(0.0 / 0.0));
    assertEquals(5, builder.number(7));
  }

  @Test
  void functionsAreConstantsByIdentity() {
    builder.emit("Return", 0);
    FunctionTemplate one = builder.build();
    FunctionTemplate other = builder.build();
    assertEquals(builder.function(one), builder.function(one));
    assertFalse(builder.function(one) == builder.function(other));
  }

  @Test
  void registersAreAStack() {
    int mark = builder.nextRegister();
    assertEquals(1, builder.register());
    assertEquals(2, builder.registers(3));
    builder.releaseTo(mark);
    assertEquals(1, builder.register());
    builder.emit("Return", 0);
    assertEquals(5, builder.build().registerCount());
    assertThrows(IllegalStateException.class, () -> builder.releaseTo(9));
  }

  @Test
  void emptyRegionsAreLeftOut() {
    Label start = builder.here();
    builder.emit("Return", 0);
    Label end = builder.here();
    builder.emit("LoadException", 1);
    builder.emit("Return", 1);
    builder.handler(end, end, end);
    builder.handler(start, end, end);
    assertEquals(List.of(new Handler(0, 2, 2)), builder.build().handlers());
  }

  @Test
  void saysWhetherTheNextInstructionIsReached() {
    assertTrue(builder.reachable());
    builder.emit("Return", 0);
    assertFalse(builder.reachable());
    builder.here();
    assertTrue(builder.reachable());
  }

  @Test
  void refusesWrongOperands() {
    refused("Add has 3 operands besides its sites, not 2", () -> builder.emit("Add", 1, 2));
    refused("Load: value is 128, not within -128 to 127", () -> builder.emit("Load", 1, 128));
    refused("needs register r255", () -> builder.emit("Load", 255, 0));
    refused("Array: count is 256", () -> builder.emit("Array", 1, 2, 256));
    refused("LoadConst: constant is 0, not within 0 to -1", () -> builder.emit("LoadConst", 1, 0));
    int number = builder.number(1);
    refused("Get: name must be a NAME constant", () -> builder.emit("Get", 1, 0, number));
    refused("Jump: target is 0", () -> builder.emit("Jump", 0));
    assertThrows(IllegalArgumentException.class, () -> builder.emit("Frobnicate"));
  }

  @Test
  void labelsAreBoundOnce() {
    Label label = builder.here();
    assertThrows(IllegalStateException.class, () -> builder.bind(label));
    builder.emit("Jump", builder.newLabel().operand());
    refused("label 1 is used but never bound", builder::build);
  }
}
