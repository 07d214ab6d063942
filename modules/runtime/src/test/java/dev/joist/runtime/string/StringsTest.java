package dev.joist.runtime.string;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.runtime.heap.Errors;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.HeapOptions;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.ObjectTracer;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StringsTest {
  private final Heap heap = new Heap(new HeapOptions(512 << 20, true, false), (address, bytes) -> {});
  private final Strings strings = new Strings(heap, new Errors() {
    @Override
    public RuntimeException typeError(String message) {
      return new IllegalArgumentException("TypeError: " + message);
    }

    @Override
    public RuntimeException rangeError(String message) {
      return new IllegalArgumentException("RangeError: " + message);
    }
  });

  StringsTest() {
    heap.setObjectTracer(new ObjectTracer() {
      @Override
      public void beginMark() {}

      @Override
      public void trace(long address, int kind, Marker marker) {}
    });
  }

  @AfterEach
  void close() {
    heap.close();
  }

  private static String randomText(Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(12);
    boolean wide = random.nextInt(3) == 0;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(wide && random.nextBoolean() ? (char) random.nextInt(0x10000) : (char) ('a' + random.nextInt(random.nextBoolean() ? 3 : 150)));
    }
    return text.toString();
  }

  @Test
  void stringsComeBackUnitByUnit() {
    for (String text : List.of("", "a", "\u00FF", "\u0100", "\uD800", "abc", "żółw", "\u00E9t\u00E9", "x".repeat(1000), "\uDC00\uD800".repeat(40))) {
      long string = strings.fromJava(text);
      assertTrue(Strings.isString(string));
      assertEquals(text, strings.toJava(string));
      assertEquals(text.length(), strings.length(string));
      for (int i = 0; i < text.length(); i++) {
        assertEquals(text.charAt(i), strings.charAt(string, i));
      }
    }
  }

  @Test
  void shortLatin1StringsAreShared() {
    assertEquals(strings.ofChar('x'), strings.fromJava("x"));
    assertEquals(strings.ofChar('x'), strings.substring(strings.fromJava("axb"), 1, 2));
    assertEquals(strings.empty(), strings.fromJava(""));
    assertEquals(strings.empty(), strings.substring(strings.fromJava("axb"), 2, 2));
  }

  /** Random operations on a pool of strings and on java.lang.Strings side by side, with collections in between. */
  @Test
  void operationsAgreeWithJava() {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      try (HandleScope scope = heap.openScope()) {
        List<Handle> pool = new ArrayList<>();
        List<String> model = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          String text = randomText(random);
          model.add(text);
          pool.add(scope.hold(strings.fromJava(text)));
        }
        for (int step = 0; step < 3000; step++) {
          int a = random.nextInt(12);
          int b = random.nextInt(12);
          int to = random.nextInt(12);
          String textA = model.get(a);
          String textB = model.get(b);
          long stringA = pool.get(a).get();
          long stringB = pool.get(b).get();
          switch (random.nextInt(8)) {
            case 0, 1 -> {
              if (textA.length() + textB.length() < 5000) {
                model.set(to, textA + textB);
                pool.get(to).set(strings.concat(stringA, stringB));
              }
            }
            case 2 -> {
              int end = random.nextInt(textA.length() + 1);
              int begin = random.nextInt(end + 1);
              model.set(to, textA.substring(begin, end));
              pool.get(to).set(strings.substring(stringA, begin, end));
            }
            case 3 -> {
              model.set(to, randomText(random));
              pool.get(to).set(strings.fromJava(model.get(to)));
            }
            case 4 -> assertEquals(Integer.signum(textA.compareTo(textB)), Integer.signum(strings.compare(stringA, stringB)));
            case 5 -> {
              assertEquals(textA.equals(textB), strings.equals(stringA, stringB));
              assertEquals(textA.equals(textB), strings.equals(stringA, textB));
              assertEquals(textA.equals(textB), strings.key(stringA) == strings.key(textB));
              if (textA.equals(textB)) {
                assertEquals(strings.hash(stringA), strings.hash(stringB));
              }
            }
            case 6 -> {
              int from = random.nextInt(textA.length() + 1);
              String pattern = textB.isEmpty() ? "" : textB.substring(0, 1 + random.nextInt(Math.min(2, textB.length())));
              assertEquals(textA.indexOf(pattern, from), strings.indexOf(stringA, strings.fromJava(pattern), from));
            }
            default -> {
              assertEquals(textA, strings.toJava(stringA));
              if (random.nextInt(100) == 0) {
                heap.collect();
              }
            }
          }
        }
        for (int i = 0; i < 12; i++) {
          assertEquals(model.get(i), strings.toJava(pool.get(i).get()));
        }
      }
    }
  }

  @Test
  void ropesOfAnyShapeAreFlattenedWithoutRecursion() {
    int parts = 200_000;
    long left = strings.fromJava("ab");
    long right = strings.fromJava("ab");
    for (int i = 0; i < parts; i++) {
      long unit = strings.ofChar('a' + i % 26);
      left = strings.concat(left, unit);
      right = strings.concat(unit, right);
    }
    StringBuilder expected = new StringBuilder("ab");
    for (int i = 0; i < parts; i++) {
      expected.append((char) ('a' + i % 26));
    }
    assertEquals(expected.toString(), strings.toJava(left));
    String tail = expected.substring(2);
    assertEquals(new StringBuilder(tail).reverse() + "ab", strings.toJava(right));
    assertEquals('a', strings.charAt(left, 0));
  }

  @Test
  void aRopeSharedByManyDoublesCheaply() {
    long string = strings.fromJava("0123456789abcdef0123456789abcdef");
    for (int i = 0; i < 15; i++) {
      string = strings.concat(string, string);
    }
    assertEquals(32 << 15, strings.length(string));
    assertEquals('f', strings.charAt(string, (32 << 15) - 1));
  }

  @Test
  void tooLongStringsAreRefusedBeforeTheyAreMade() {
    long string = strings.fromJava("x".repeat(1 << 16));
    IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> {
      long longer = string;
      while (true) {
        longer = strings.concat(longer, longer);
      }
    });
    assertEquals("RangeError: Invalid string length", error.getMessage());
  }

  @Test
  void keysAreTheSameWordForTheSameText() {
    long key = strings.key("alpha");
    assertEquals(key, strings.key(strings.fromJava("alpha")));
    assertEquals(key, strings.key(strings.concat(strings.fromJava("al"), strings.fromJava("pha"))));
    assertEquals(key, strings.key(key));
    assertNotEquals(key, strings.key("beta"));
    String longText = "long".repeat(20);
    assertEquals(strings.key(longText), strings.key(strings.concat(strings.fromJava("long".repeat(19)), strings.fromJava("long"))));
    assertEquals("alpha", strings.toJava(strings.keyToString(key)));
  }

  @Test
  void arrayIndicesAreKeysOfTheirOwnKind() {
    for (long index : new long[] {0, 1, 9, 10, 2147483647L, 2147483648L, 4294967294L}) {
      long key = strings.key(strings.fromJava(Long.toString(index)));
      assertTrue(PropertyKey.isIndex(key));
      assertEquals(index, PropertyKey.index(key));
      assertEquals(key, PropertyKey.ofIndex(index));
      assertEquals(key, strings.key(Long.toString(index)));
      assertEquals(Long.toString(index), strings.toJava(strings.keyToString(key)));
    }
    for (String text : List.of("", "00", "01", "-0", "-1", "+1", " 1", "1 ", "1.0", "1e3", "4294967295", "4294967296", "99999999999", "١")) {
      assertFalse(PropertyKey.isIndex(strings.key(text)), text);
      assertFalse(PropertyKey.isIndex(strings.key(strings.fromJava(text))), text);
    }
  }

  @Test
  void keysThatNobodyHoldsAreForgotten() {
    heap.collect();
    long before = heap.statistics().liveBytes();
    for (int i = 0; i < 10_000; i++) {
      strings.key("name" + i);
    }
    heap.collect();
    assertEquals(before, heap.statistics().liveBytes());
    long permanent = strings.permanentKey("kept");
    heap.collect();
    assertEquals(permanent, strings.key("kept"));
    assertEquals("kept", strings.toJava(permanent));
  }

  @Test
  void symbolsAreThemselves() {
    Symbols symbols = new Symbols(heap);
    long symbol = symbols.newSymbol(strings.fromJava("tag"));
    long other = symbols.newSymbol(strings.fromJava("tag"));
    long hidden = symbols.newPrivateName(strings.fromJava("#secret"));
    assertNotEquals(symbol, other);
    assertTrue(PropertyKey.isSymbol(symbol));
    assertFalse(PropertyKey.isPrivate(symbol));
    assertTrue(PropertyKey.isPrivate(hidden));
    assertFalse(PropertyKey.isSymbol(strings.key("tag")));
    assertEquals("Symbol(tag)", strings.describeKey(symbol));
    assertEquals("#secret", strings.describeKey(hidden));
    assertEquals("Symbol()", strings.describeKey(symbols.newSymbol(Values.UNDEFINED)));
    assertEquals("7", strings.describeKey(PropertyKey.ofIndex(7)));
  }

  @Test
  void joinsAsJavaDoes() {
    Random random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      String separator = random.nextBoolean() ? "" : randomText(random);
      String[] texts = new String[random.nextInt(6)];
      long[] parts = new long[texts.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = random.nextInt(3) == 0 ? "" : randomText(random);
        parts[i] = strings.concat(strings.fromJava(texts[i]), strings.empty());
      }
      String expected = String.join(separator, texts);
      long joined = strings.join(strings.fromJava(separator), parts);
      assertEquals(expected, strings.toJava(joined));
      assertTrue(strings.equals(strings.fromJava(expected), joined), "bytes behind the last character");
      if (expected.length() == 1 && expected.charAt(0) <= 0xFF) {
        assertEquals(strings.ofChar(expected.charAt(0)), joined, "there is one string of each Latin-1 character");
      }
    }
    assertThrows(IllegalArgumentException.class, () -> strings.join(strings.empty(), new long[] {longest(), longest()}));
  }

  private long longest() {
    long text = strings.fromJava("0123456789");
    while (strings.length(text) <= Strings.LONGEST / 2) {
      text = strings.concat(text, text);
    }
    return text;
  }
}
