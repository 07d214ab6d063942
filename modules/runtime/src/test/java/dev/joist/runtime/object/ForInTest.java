package dev.joist.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.value.Values;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForInTest {
  private final TestRuntime runtime = new TestRuntime();
  private final Objects objects = runtime.objects;

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void forInSeesEachNameOnceAndOnlyWhatIsStillThere() {
    long base = runtime.plain();
    for (String name : List.of("shared", "hidden", "base")) {
      objects.set(base, runtime.key(name), Values.TRUE);
    }
    objects.setIndex(base, 7, Values.TRUE);
    long derived = runtime.root(objects.factory().newPlain(base));
    for (String name : List.of("b", "a", "shared")) {
      objects.set(derived, runtime.key(name), Values.TRUE);
    }
    objects.createDataProperty(derived, runtime.key("hidden"), Values.TRUE, Attributes.METHOD);
    objects.setIndex(derived, 3, Values.TRUE);
    objects.set(derived, runtime.root(runtime.symbols.newSymbol(Values.UNDEFINED)), Values.TRUE);
    ForIn loop = ForIn.of(objects, derived);
    StringBuilder seen = new StringBuilder();
    for (long key = loop.next(objects); key != Values.HOLE; key = loop.next(objects)) {
      String name = runtime.strings.toJava(key);
      seen.append(name).append(' ');
      if (name.equals("b")) {
        objects.delete(derived, runtime.key("a"));
        objects.set(derived, runtime.key("late"), Values.TRUE);
      }
    }
    assertEquals("3 b shared 7 base ", seen.toString());
    assertEquals(Values.HOLE, ForIn.ofNothing().next(objects));
  }
}
