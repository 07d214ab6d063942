package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectsTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;

  @AfterEach
  void close() {
    runtime.close();
  }

  private static long number(int value) {
    return Values.int32(value);
  }

  private long get(long object, String name) {
    return objects.get(object, runtime.key(name));
  }

  private boolean set(long object, String name, int value) {
    return objects.set(object, runtime.key(name), number(value));
  }

  @Test
  void propertiesAreFoundWhereverTheyLie() {
    long object = runtime.plain();
    for (int i = 0; i < 300; i++) {
      assertTrue(set(object, "p" + i, i));
    }
    for (int i = 0; i < 300; i++) {
      assertEquals(number(i), get(object, "p" + i));
      assertTrue(set(object, "p" + i, -i));
      assertEquals(number(-i), get(object, "p" + i));
    }
    assertEquals(Values.UNDEFINED, get(object, "missing"));
    assertEquals(300, objects.ownKeys(object).size());
  }

  @Test
  void sameHistorySameShape() {
    long a = runtime.plain();
    long b = runtime.plain();
    for (String name : List.of("x", "y", "z")) {
      set(a, name, 1);
      set(b, name, 2);
    }
    assertEquals(runtime.shapes.of(Values.address(a)), runtime.shapes.of(Values.address(b)));
    set(b, "w", 3);
    assertNotEquals(runtime.shapes.of(Values.address(a)), runtime.shapes.of(Values.address(b)));
  }

  @Test
  void prototypesAreSearchedAndShadowed() {
    long base = runtime.plain();
    set(base, "x", 1);
    long derived = runtime.root(objects.factory().newPlain(base));
    assertEquals(number(1), get(derived, "x"));
    assertTrue(objects.hasProperty(derived, runtime.key("x")));
    assertFalse(objects.hasOwnProperty(derived, runtime.key("x")));
    assertTrue(set(derived, "x", 2));
    assertEquals(number(2), get(derived, "x"));
    assertEquals(number(1), get(base, "x"));
    assertTrue(objects.delete(derived, runtime.key("x")));
    assertEquals(number(1), get(derived, "x"));
  }

  @Test
  void elementsOfAnyObjectFallThroughToThePrototype() {
    long base = runtime.plain();
    objects.setIndex(base, 3, number(30));
    objects.setIndex(base, 4_000_000_000L, number(4));
    long derived = runtime.root(objects.factory().newPlain(base));
    objects.setIndex(derived, 1, number(10));
    assertEquals(number(10), objects.getIndex(derived, 1));
    assertEquals(number(30), objects.getIndex(derived, 3));
    assertEquals(number(4), objects.getIndex(derived, 4_000_000_000L));
    assertEquals(Values.UNDEFINED, objects.getIndex(derived, 2));
  }

  @Test
  void readOnlyPropertiesRefuse() {
    long object = runtime.plain();
    objects.defineOwnProperty(object, runtime.key("x"), PropertyDescriptor.data(number(1), Attributes.CONFIGURABLE));
    assertFalse(set(object, "x", 2));
    assertEquals(number(1), get(object, "x"));
    long derived = runtime.root(objects.factory().newPlain(object));
    assertFalse(set(derived, "x", 2), "an inherited read-only property refuses too");
    assertTrue(objects.createDataProperty(derived, runtime.key("x"), number(2)));
    assertEquals(number(2), get(derived, "x"));
  }

  @Test
  void gettersAndSettersGetTheReceiver() {
    long base = runtime.plain();
    long hidden = runtime.key("hidden");
    objects.defineOwnProperty(base, runtime.key("x"), PropertyDescriptor.accessor(
        runtime.getter(receiver -> objects.get(receiver, hidden)),
        runtime.setter((receiver, value) -> objects.set(receiver, hidden, value) ? 1 : 0), Attributes.CONFIGURABLE));
    long derived = runtime.root(objects.factory().newPlain(base));
    assertTrue(set(derived, "x", 5));
    assertEquals(number(5), get(derived, "x"));
    assertTrue(objects.hasOwnProperty(derived, hidden));
    assertFalse(objects.hasOwnProperty(base, hidden));
  }

  @Test
  void accessorsOnElements() {
    long object = runtime.plain();
    objects.setIndex(object, 0, number(1));
    objects.defineOwnProperty(object, TestRuntime.index(1), PropertyDescriptor.accessor(
        runtime.getter(receiver -> objects.getIndex(receiver, 0)), Values.UNDEFINED, Attributes.ALL));
    assertEquals(number(1), objects.getIndex(object, 1));
    assertFalse(objects.setIndex(object, 1, number(9)));
    assertTrue(objects.setIndex(object, 0, number(7)));
    assertEquals(number(7), objects.getIndex(object, 1));
  }

  @Test
  void keysComeIndicesFirstThenStringsThenSymbols() {
    long object = runtime.plain();
    long symbol = runtime.root(runtime.symbols.newSymbol(runtime.string("s")));
    objects.set(object, symbol, number(0));
    set(object, "b", 1);
    objects.setIndex(object, 10, number(2));
    set(object, "a", 3);
    objects.setIndex(object, 2, number(4));
    objects.setIndex(object, 4_294_967_294L, number(5));
    objects.addPrivate(object, runtime.root(runtime.symbols.newPrivateName(runtime.string("#p"))), number(6), Attributes.WRITABLE);
    assertEquals(List.of("2", "10", "4294967294", "b", "a", "Symbol(s)"), runtime.texts(objects.ownKeys(object)));
    objects.delete(object, runtime.key("b"));
    set(object, "b", 1);
    assertEquals(List.of("2", "10", "4294967294", "a", "b", "Symbol(s)"), runtime.texts(objects.ownKeys(object)));
  }

  @Test
  void notExtensibleMeansNoNewProperties() {
    long object = runtime.plain();
    set(object, "x", 1);
    objects.setIndex(object, 0, number(1));
    assertTrue(objects.preventExtensions(object));
    assertFalse(objects.isExtensible(object));
    assertFalse(set(object, "y", 1));
    assertFalse(objects.setIndex(object, 1, number(1)));
    assertTrue(set(object, "x", 2));
    assertTrue(objects.setIndex(object, 0, number(2)));
    assertFalse(objects.setPrototype(object, Values.NULL));
    assertTrue(objects.delete(object, runtime.key("x")));
    assertFalse(set(object, "x", 3));
  }

  @Test
  void sealingAndFreezing() {
    for (boolean frozen : new boolean[] {false, true}) {
      long object = runtime.plain();
      set(object, "x", 1);
      set(object, "y", 2);
      objects.setIndex(object, 0, number(3));
      assertFalse(objects.integrity().test(object, frozen));
      assertTrue(objects.integrity().restrict(object, frozen));
      assertTrue(objects.integrity().test(object, false));
      assertEquals(frozen, objects.integrity().test(object, true));
      assertEquals(!frozen, set(object, "x", 9));
      assertEquals(!frozen, objects.setIndex(object, 0, number(9)));
      assertFalse(objects.delete(object, runtime.key("y")));
      assertFalse(objects.delete(object, TestRuntime.index(0)));
      assertFalse(set(object, "z", 1));
      assertEquals(number(frozen ? 1 : 9), get(object, "x"));
      assertEquals(number(frozen ? 3 : 9), objects.getIndex(object, 0));
    }
  }

  @Test
  void frozenArraysKeepTheirLength() {
    long array = runtime.root(objects.factory().newArrayOf(number(1), number(2)));
    objects.integrity().restrict(array, true);
    assertFalse(objects.setIndex(array, 2, number(3)));
    assertFalse(set(array, "length", 0));
    assertEquals(2, Objects.arrayLength(array));
    assertTrue(objects.integrity().test(array, true));
  }

  @Test
  void redefinitionFollowsTheRulesForWhatIsNotConfigurable() {
    long object = runtime.plain();
    long key = runtime.key("x");
    objects.defineOwnProperty(object, key, PropertyDescriptor.data(number(1), Attributes.WRITABLE));
    assertFalse(objects.defineOwnProperty(object, key, new PropertyDescriptor().setAttribute(Attributes.CONFIGURABLE, true)));
    assertFalse(objects.defineOwnProperty(object, key, new PropertyDescriptor().setAttribute(Attributes.ENUMERABLE, true)));
    assertFalse(objects.defineOwnProperty(object, key, new PropertyDescriptor().setGetter(runtime.function())));
    assertTrue(objects.defineOwnProperty(object, key, new PropertyDescriptor().setValue(number(2))));
    assertTrue(objects.defineOwnProperty(object, key, new PropertyDescriptor().setAttribute(Attributes.WRITABLE, false)));
    assertFalse(objects.defineOwnProperty(object, key, new PropertyDescriptor().setValue(number(3))));
    assertTrue(objects.defineOwnProperty(object, key, new PropertyDescriptor().setValue(number(2))));
    assertFalse(objects.defineOwnProperty(object, key, new PropertyDescriptor().setAttribute(Attributes.WRITABLE, true)));
  }

  @Test
  void aPropertyChangesBetweenDataAndAccessor() {
    long object = runtime.plain();
    long key = runtime.key("x");
    set(object, "x", 1);
    long getter = runtime.getter(receiver -> number(42));
    assertTrue(objects.defineOwnProperty(object, key, new PropertyDescriptor().setGetter(getter)));
    PropertyDescriptor accessor = objects.getOwnProperty(object, key);
    assertTrue(accessor.isAccessor());
    assertEquals(getter, accessor.getter());
    assertEquals(Values.UNDEFINED, accessor.setter());
    assertEquals(Attributes.ENUMERABLE | Attributes.CONFIGURABLE, accessor.attributes());
    assertEquals(number(42), get(object, "x"));
    assertTrue(objects.defineOwnProperty(object, key, new PropertyDescriptor().setAttribute(Attributes.WRITABLE, true)));
    PropertyDescriptor data = objects.getOwnProperty(object, key);
    assertFalse(data.isAccessor());
    assertEquals(Values.UNDEFINED, data.value());
    assertEquals(Attributes.ALL, data.attributes());
  }

  @Test
  void functionsGetTheirPropertiesWhenAskedFor() {
    long function = runtime.function();
    assertTrue(runtime.shapes.of(Values.address(function)).isRoot());
    assertEquals(Values.UNDEFINED, get(function, "call"));
    assertTrue(runtime.shapes.of(Values.address(function)).isRoot());
    assertEquals(number(2), get(function, "length"));
    assertEquals(List.of("length", "name", "prototype"), runtime.texts(objects.ownKeys(function)));
    long other = runtime.function();
    set(other, "own", 1);
    assertEquals(List.of("length", "name", "prototype", "own"), runtime.texts(objects.ownKeys(other)));
    assertFalse(set(other, "name", 1));
    assertTrue(objects.delete(other, runtime.key("name")));
    assertNull(objects.getOwnProperty(other, runtime.key("name")));
  }

  @Test
  void functionPropertiesThatWereDeletedStayDeleted() {
    long function = runtime.function();
    objects.defineOwnProperty(function, runtime.key("prototype"), new PropertyDescriptor().setValue(number(1)));
    assertTrue(objects.delete(function, runtime.key("name")));
    assertTrue(objects.delete(function, runtime.key("length")));
    assertFalse(objects.hasOwnProperty(function, runtime.key("length")));
    assertEquals(List.of("prototype"), runtime.texts(objects.ownKeys(function)));
  }

  @Test
  void prototypeCyclesAreRefused() {
    long a = runtime.plain();
    long b = runtime.root(objects.factory().newPlain(a));
    assertFalse(objects.setPrototype(a, b));
    assertFalse(objects.setPrototype(a, a));
    assertTrue(objects.setPrototype(b, Values.NULL));
    assertTrue(objects.setPrototype(a, b));
  }

  @Test
  void changingThePrototypeKeepsTheProperties() {
    long object = runtime.plain();
    set(object, "x", 1);
    objects.delete(object, runtime.key("x"));
    for (int i = 0; i < 8; i++) {
      set(object, "p" + i, i);
    }
    long prototype = runtime.plain();
    set(prototype, "inherited", 99);
    assertTrue(objects.setPrototype(object, prototype));
    assertEquals(number(99), get(object, "inherited"));
    for (int i = 0; i < 8; i++) {
      assertEquals(number(i), get(object, "p" + i));
    }
  }

  @Test
  void settingThroughAnotherReceiver() {
    long target = runtime.plain();
    set(target, "x", 1);
    long receiver = runtime.plain();
    assertTrue(objects.set(target, runtime.key("x"), number(2), receiver));
    assertEquals(number(1), get(target, "x"));
    assertEquals(number(2), get(receiver, "x"));
    objects.defineOwnProperty(receiver, runtime.key("y"), PropertyDescriptor.data(number(1), Attributes.CONFIGURABLE));
    assertFalse(objects.set(target, runtime.key("y"), number(2), receiver));
    assertFalse(objects.set(target, runtime.key("x"), number(2), number(7)), "a primitive cannot receive");
  }

  @Test
  void objectsWithManyPrototypesDoNotKeepThemAlive() {
    runtime.heap.collect();
    long before = runtime.heap.statistics().liveBytes();
    for (int i = 0; i < 5000; i++) {
      long prototype = objects.factory().newPlain();
      objects.set(prototype, runtime.key("k" + i), number(i));
      objects.set(objects.factory().newPlain(prototype), runtime.key("x" + i), number(i));
    }
    runtime.heap.collect();
    runtime.heap.collect();
    assertTrue(runtime.heap.statistics().liveBytes() < before + 200_000, () -> runtime.heap.statistics().toString());
  }

  @Test
  void exoticObjectsDecide() {
    long exotic = runtime.root(objects.factory().newHost(runtime.objectPrototype, new Exotic() {
      @Override
      public PropertyDescriptor getOwnProperty(Objects all, long object, long key) {
        return key == runtime.key("answer") ? PropertyDescriptor.data(number(42), Attributes.ENUMERABLE) : all.ordinary().getOwnProperty(object, key);
      }
    }));
    assertEquals(CellKind.HOST, Objects.kind(exotic));
    assertEquals(number(42), get(exotic, "answer"));
    assertFalse(set(exotic, "answer", 1));
    assertTrue(set(exotic, "other", 1));
    long derived = runtime.root(objects.factory().newPlain(exotic));
    assertEquals(number(42), get(derived, "answer"));
    assertFalse(set(derived, "answer", 1));
    assertTrue(objects.hasProperty(derived, runtime.key("answer")));
    assertTrue(set(derived, "other", 2));
    assertEquals(number(1), get(exotic, "other"));
  }
}
