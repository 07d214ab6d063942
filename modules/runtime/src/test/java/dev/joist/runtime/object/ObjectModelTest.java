package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Named properties, shapes and dictionaries against LinkedHashMaps, with collections in between. */
class ObjectModelTest {
  private record Property(int value, int attributes) {}

  private static final class Model {
    final Map<String, Property> properties = new LinkedHashMap<>();
    boolean extensible = true;
    Model prototype;

    Property find(String name) {
      for (Model holder = this; holder != null; holder = holder.prototype) {
        Property property = holder.properties.get(name);
        if (property != null) {
          return property;
        }
      }
      return null;
    }

    boolean set(String name, int value) {
      Property found = find(name);
      if (found != null && (found.attributes & Attributes.WRITABLE) == 0) {
        return false;
      }
      Property own = properties.get(name);
      if (own == null && !extensible) {
        return false;
      }
      properties.put(name, new Property(value, own == null ? Attributes.ALL : own.attributes));
      return true;
    }

    boolean isBelow(Model other) {
      for (Model at = this; at != null; at = at.prototype) {
        if (at == other) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void randomOperationsAgreeWithTheModel() {
    for (int seed = 0; seed < 40; seed++) {
      try (TestRuntime runtime = new TestRuntime(new HeapOptions(64 << 20, true, false))) {
        new Run(runtime, seed).run();
      }
    }
  }

  private static final class Run {
    private static final int OBJECTS = 10;

    private final TestRuntime runtime;
    private final Objects objects;
    private final Random random;
    private final int names;
    private final List<Model> models = new ArrayList<>();
    private final List<Long> cells = new ArrayList<>();
    private final String seed;

    Run(TestRuntime runtime, int seed) {
      this.runtime = runtime;
      this.objects = runtime.objects;
      this.random = new Random(seed);
      this.names = seed % 4 == 0 ? 400 : seed % 4 == 1 ? 5 : 25;
      this.seed = "seed " + seed;
    }

    void run() {
      runtime.heap.addRoots(marker -> cells.forEach(marker::mark));
      for (int i = 0; i < OBJECTS; i++) {
        models.add(new Model());
        cells.add(objects.factory().newPlain(Values.NULL));
      }
      for (int step = 0; step < 2500; step++) {
        step(seed + ", step " + step);
      }
      check(seed);
    }

    private void step(String what) {
      int at = random.nextInt(OBJECTS);
      Model model = models.get(at);
      long object = cells.get(at);
      String name = "n" + random.nextInt(names);
      long key = runtime.key(name);
      int value = random.nextInt(100);
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3, 4, 5, 6 -> assertEquals(model.set(name, value), objects.set(object, key, Values.int32(value)), what);
        case 7, 8 -> {
          Property found = model.find(name);
          assertEquals(found == null ? Values.UNDEFINED : Values.int32(found.value), objects.get(object, key), what);
          assertEquals(found != null, objects.hasProperty(object, key), what);
        }
        case 9, 10 -> {
          Property own = model.properties.get(name);
          boolean removable = own == null || (own.attributes & Attributes.CONFIGURABLE) != 0;
          if (removable) {
            model.properties.remove(name);
          }
          assertEquals(removable, objects.delete(object, key), what);
        }
        case 11 -> define(what, model, object, name, value);
        case 12 -> {
          int other = random.nextInt(OBJECTS);
          Model prototype = random.nextInt(3) == 0 ? null : models.get(other);
          boolean allowed = model.prototype == prototype || model.extensible && (prototype == null || !prototype.isBelow(model));
          if (allowed) {
            model.prototype = prototype;
          }
          assertEquals(allowed, objects.setPrototype(object, prototype == null ? Values.NULL : cells.get(other)), what);
        }
        case 13 -> restrict(model, object);
        case 14 -> {
          if (random.nextInt(8) == 0) {
            models.forEach(each -> each.prototype = each.prototype == model ? null : each.prototype);
            for (int i = 0; i < OBJECTS; i++) {
              if (objects.getPrototype(cells.get(i)) == object && objects.isExtensible(cells.get(i))) {
                objects.setPrototype(cells.get(i), Values.NULL);
              } else if (objects.getPrototype(cells.get(i)) == object) {
                models.get(i).prototype = model;
              }
            }
            if (models.stream().noneMatch(each -> each.prototype == model)) {
              models.set(at, new Model());
              cells.set(at, objects.factory().newPlain(Values.NULL));
            }
          }
        }
        default -> {
          if (random.nextInt(10) == 0) {
            runtime.heap.collect();
            check(what);
          }
        }
      }
    }

    private void define(String what, Model model, long object, String name, int value) {
      int attributes = random.nextInt(3) == 0 ? random.nextInt(8) : Attributes.ALL;
      Property own = model.properties.get(name);
      boolean allowed = own == null ? model.extensible : (own.attributes & Attributes.CONFIGURABLE) != 0 || own.attributes == attributes
          && ((own.attributes & Attributes.WRITABLE) != 0 || own.value == value)
          || own.attributes == (attributes | Attributes.WRITABLE) && (attributes & Attributes.WRITABLE) == 0;
      if (allowed) {
        model.properties.put(name, new Property(value, attributes));
      }
      assertEquals(allowed, objects.defineOwnProperty(object, runtime.key(name), PropertyDescriptor.data(Values.int32(value), attributes)), what);
    }

    private void restrict(Model model, long object) {
      int how = random.nextInt(150);
      if (how == 0) {
        objects.preventExtensions(object);
        model.extensible = false;
      } else if (how < 3) {
        boolean frozen = how == 1;
        objects.integrity().restrict(object, frozen);
        model.extensible = false;
        model.properties.replaceAll((name, old) -> new Property(old.value,
            old.attributes & ~(frozen ? Attributes.CONFIGURABLE | Attributes.WRITABLE : Attributes.CONFIGURABLE)));
      }
    }

    private void check(String what) {
      Map<Model, Long> cellOf = new HashMap<>();
      for (int i = 0; i < OBJECTS; i++) {
        cellOf.put(models.get(i), cells.get(i));
      }
      for (int i = 0; i < OBJECTS; i++) {
        Model model = models.get(i);
        long object = cells.get(i);
        assertEquals(new ArrayList<>(model.properties.keySet()), runtime.texts(objects.ownKeys(object)), what);
        assertEquals(model.extensible, objects.isExtensible(object), what);
        assertEquals(model.prototype == null ? Values.NULL : cellOf.get(model.prototype), objects.getPrototype(object), what);
        model.properties.forEach((name, property) -> {
          assertEquals(Values.int32(property.value), objects.get(object, runtime.key(name)), what);
          assertEquals(property.attributes, objects.ownAttributes(object, runtime.key(name)), what);
        });
      }
    }
  }
}
