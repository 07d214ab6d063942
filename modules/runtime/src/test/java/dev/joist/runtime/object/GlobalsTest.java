package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GlobalsTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;
  private final Globals globals = objects.globals();
  private long global;

  @BeforeEach
  void makeGlobalObject() {
    global = objects.factory().newGlobalObject(runtime.objectPrototype);
    globals.setGlobalObject(global);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private static long value(long globalCell) {
    return Memory.getLong(globalCell + Layout.GLOBAL_VALUE);
  }

  @Test
  void aPropertyOfTheGlobalObjectIsACellThatStays() {
    long key = runtime.key("x");
    assertEquals(0, globals.resolve(key));
    assertTrue(objects.set(global, key, Values.int32(1)));
    long cell = globals.resolve(key);
    assertEquals(Values.int32(1), value(cell));
    for (int i = 0; i < 500; i++) {
      objects.set(global, runtime.key("v" + i), Values.int32(i));
    }
    objects.set(global, key, Values.int32(2));
    assertEquals(cell, globals.resolve(key));
    assertEquals(Values.int32(2), value(cell));
    Memory.putLong(cell + Layout.GLOBAL_VALUE, Values.int32(3));
    assertEquals(Values.int32(3), objects.get(global, key));
    runtime.heap.collect();
    assertEquals(cell, globals.resolve(key));
    assertEquals(Values.int32(499), objects.get(global, runtime.key("v499")));
  }

  @Test
  void whenANameMeansAnotherCellTheOldOneHoldsAHole() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    long first = globals.resolve(key);
    objects.delete(global, key);
    assertEquals(Values.HOLE, value(first));
    assertEquals(0, globals.resolve(key));
    objects.set(global, key, Values.int32(2));
    long second = globals.resolve(key);
    assertNotEquals(first, second);
    objects.defineOwnProperty(global, key, PropertyDescriptor.accessor(runtime.getter(receiver -> Values.TRUE), Values.UNDEFINED, Attributes.ALL));
    assertEquals(Values.HOLE, value(second));
    assertEquals(0, globals.resolve(key));
    assertEquals(Values.TRUE, objects.get(global, key));
    objects.defineOwnProperty(global, key, PropertyDescriptor.data(Values.int32(3), Attributes.ALL));
    long third = globals.resolve(key);
    assertEquals(Values.int32(3), value(third));
    objects.defineOwnProperty(global, key, new PropertyDescriptor().setAttribute(Attributes.WRITABLE, false));
    assertEquals(Values.HOLE, value(third));
    assertTrue(Globals.isReadOnly(globals.resolve(key)));
    assertFalse(objects.set(global, key, Values.int32(4)));
    assertEquals(Values.int32(3), objects.get(global, key));
  }

  @Test
  void lexicalsHideProperties() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    long property = globals.resolve(key);
    assertFalse(globals.isRestricted(key));
    long lexical = globals.declareLexical(key, true);
    assertEquals(Values.HOLE, value(property));
    assertEquals(lexical, globals.resolve(key));
    assertEquals(Values.HOLE, value(lexical));
    assertTrue(Globals.isReadOnly(lexical));
    assertTrue(globals.isLexical(key));
    assertEquals(Values.int32(1), objects.get(global, key));
    objects.set(global, key, Values.int32(2));
    assertEquals(Values.int32(2), objects.get(global, key));
    runtime.heap.collect();
    assertEquals(lexical, globals.resolve(key));
  }

  @Test
  void varsAndFunctionsArePropertiesThatStay() {
    long key = runtime.key("f");
    assertTrue(globals.canDeclareVar(key));
    globals.declareVar(key);
    assertTrue(globals.isRestricted(key));
    assertFalse(objects.delete(global, key));
    objects.set(global, key, Values.int32(1));
    globals.declareVar(key);
    assertEquals(Values.int32(1), objects.get(global, key));
    assertTrue(globals.canDeclareFunction(key));
    globals.declareFunction(key);
    assertEquals(Values.UNDEFINED, objects.get(global, key));
    long fixed = runtime.key("NaN");
    objects.addOwn(global, fixed, Values.number(Double.NaN, runtime.heap), Attributes.NONE);
    assertFalse(globals.canDeclareFunction(fixed));
    assertTrue(globals.canDeclareVar(fixed));
  }

  @Test
  void freezingTheGlobalObject() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    assertTrue(objects.integrity().restrict(global, true));
    assertTrue(objects.integrity().test(global, true));
    assertFalse(objects.set(global, key, Values.int32(2)));
    assertTrue(Globals.isReadOnly(globals.resolve(key)));
    assertFalse(globals.canDeclareVar(runtime.key("fresh")));
  }
}
