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

/** The global object: its data properties lie in GLOBAL cells, which compiled code reads. */
class GlobalObjectTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;
  private long global;

  @BeforeEach
  void makeGlobalObject() {
    global = objects.factory().newGlobalObject(runtime.objectPrototype);
    runtime.root(global);
  }

  @AfterEach
  void close() {
    runtime.close();
  }

  private static long value(long globalCell) {
    return Memory.getLong(globalCell + Layout.GLOBAL_VALUE);
  }

  private long resolve(long key) {
    return objects.globalCell(global, key);
  }

  private static boolean isReadOnly(long globalCell) {
    return (Memory.getChar(globalCell + Layout.CELL_FLAGS) & Layout.GLOBAL_FLAG_READ_ONLY) != 0;
  }

  @Test
  void aPropertyOfTheGlobalObjectIsACellThatStays() {
    long key = runtime.key("x");
    assertEquals(0, resolve(key));
    assertTrue(objects.set(global, key, Values.int32(1)));
    long cell = resolve(key);
    assertEquals(Values.int32(1), value(cell));
    for (int i = 0; i < 500; i++) {
      objects.set(global, runtime.key("v" + i), Values.int32(i));
    }
    objects.set(global, key, Values.int32(2));
    assertEquals(cell, resolve(key));
    assertEquals(Values.int32(2), value(cell));
    Memory.putLong(cell + Layout.GLOBAL_VALUE, Values.int32(3));
    assertEquals(Values.int32(3), objects.get(global, key));
    runtime.heap.collect();
    assertEquals(cell, resolve(key));
    assertEquals(Values.int32(499), objects.get(global, runtime.key("v499")));
  }

  @Test
  void whenANameMeansAnotherCellTheOldOneHoldsAHole() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    long first = resolve(key);
    objects.delete(global, key);
    assertEquals(Values.HOLE, value(first));
    assertEquals(0, resolve(key));
    objects.set(global, key, Values.int32(2));
    long second = resolve(key);
    assertNotEquals(first, second);
    objects.defineOwnProperty(global, key, PropertyDescriptor.accessor(runtime.getter(receiver -> Values.TRUE), Values.UNDEFINED, Attributes.ALL));
    assertEquals(Values.HOLE, value(second));
    assertEquals(0, resolve(key));
    assertEquals(Values.TRUE, objects.get(global, key));
    objects.defineOwnProperty(global, key, PropertyDescriptor.data(Values.int32(3), Attributes.ALL));
    long third = resolve(key);
    assertEquals(Values.int32(3), value(third));
    objects.defineOwnProperty(global, key, new PropertyDescriptor().setAttribute(Attributes.WRITABLE, false));
    assertEquals(Values.HOLE, value(third));
    assertTrue(isReadOnly(resolve(key)));
    assertFalse(objects.set(global, key, Values.int32(4)));
    assertEquals(Values.int32(3), objects.get(global, key));
  }

  @Test
  void aNameThatComesToMeanSomethingElseGetsANewCell() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    long first = resolve(key);
    objects.renewGlobalCell(global, key);
    assertEquals(Values.HOLE, value(first));
    assertNotEquals(first, resolve(key));
    assertEquals(Values.int32(1), objects.get(global, key));
    objects.set(global, key, Values.int32(2));
    assertEquals(Values.int32(2), value(resolve(key)));
  }

  @Test
  void freezingTheGlobalObject() {
    long key = runtime.key("x");
    objects.set(global, key, Values.int32(1));
    assertTrue(objects.integrity().restrict(global, true));
    assertTrue(objects.integrity().test(global, true));
    assertFalse(objects.set(global, key, Values.int32(2)));
    assertTrue(isReadOnly(resolve(key)));
  }
}
