package dev.joist.backend.aarch64.asm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bitmask immediates, all of them; and moves of constants, executed by a model of the four instructions used. */
class ImmediatesTest {
  /** All values that are a rotated run of ones repeated, made without the code under test. */
  private static Set<Long> allMasks() {
    Set<Long> masks = new HashSet<>();
    for (int element = 2; element <= 64; element *= 2) {
      for (int ones = 1; ones < element; ones++) {
        long pattern = 0;
        for (int at = 0; at < 64; at += element) {
          pattern |= (1L << ones) - 1 << at;
        }
        for (int rotation = 0; rotation < element; rotation++) {
          masks.add(Long.rotateLeft(pattern, rotation));
        }
      }
    }
    return masks;
  }

  @Test
  void all5334MasksOf64BitsAreEncodedAndDecoded() {
    Set<Long> masks = allMasks();
    assertEquals(5334, masks.size());
    for (long mask : masks) {
      int encoded = BitmaskImmediate.encode(Size.X, mask);
      assertEquals(mask, BitmaskImmediate.decode(Size.X, encoded), Long.toHexString(mask));
    }
  }

  @Test
  void masksOf32BitsAreThoseThatRepeat() {
    int count = 0;
    for (long mask : allMasks()) {
      boolean repeats = mask >>> 32 == (mask & 0xffff_ffffL);
      if (repeats) {
        count++;
        int encoded = BitmaskImmediate.encode(Size.W, mask & 0xffff_ffffL);
        assertEquals(mask & 0xffff_ffffL, BitmaskImmediate.decode(Size.W, encoded), Long.toHexString(mask));
      }
    }
    assertEquals(1302, count);
  }

  @Test
  void nothingElseIsAMask() {
    Set<Long> masks = allMasks();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      long value = switch (i % 4) {
        case 0 -> random.nextLong();
        case 1 -> random.nextInt();
        case 2 -> random.nextInt(1 << 12);
        default -> {
          long some = (1L << random.nextInt(64)) - 1;
          yield Long.rotateLeft(some, random.nextInt(64)) ^ 1L << random.nextInt(64);
        }
      };
      assertEquals(masks.contains(value), BitmaskImmediate.isEncodable(Size.X, value), Long.toHexString(value));
    }
    assertFalse(BitmaskImmediate.isEncodable(Size.W, 0));
    assertFalse(BitmaskImmediate.isEncodable(Size.W, 0xffff_ffffL));
  }

  /** What movz, movn, movk and orr with a mask do, on their encodings. */
  private static long execute(List<Integer> words) {
    long register = 0xdead_beef_dead_beefL;
    for (int word : words) {
      Size size = word < 0 ? Size.X : Size.W;
      int shift = (word >>> 21 & 3) * 16;
      long piece = (long) (word >>> 5 & 0xffff) << shift;
      register = switch (word >>> 23 & 0xff) {
        case 0xa5 -> piece;
        case 0x25 -> ~piece;
        case 0xe5 -> register & ~(0xffffL << shift) | piece;
        case 0x64 -> BitmaskImmediate.decode(size, word >>> 10 & 0x1fff);
        default -> throw new AssertionError(Integer.toHexString(word));
      };
      if (size == Size.W) {
        register &= 0xffff_ffffL;
      }
    }
    return register;
  }

  private static int move(Size size, long value) {
    List<Integer> words = new ArrayList<>();
    MoveImmediate.emit(size, Reg.R5, value, words::add);
    long expected = size == Size.W ? value & 0xffff_ffffL : value;
    assertEquals(Long.toHexString(expected), Long.toHexString(execute(words)));
    assertEquals(words.size(), MoveImmediate.length(size, value));
    return words.size();
  }

  @Test
  void constantsOfOneInstruction() {
    long[] values = {
      0, 1, 0xffff, 0x10000, 0xffff_0000L, 0xffff_ffffL, -1, -2, -0x10000, 0x7fff_ffffL, 0x8000_0000L, 0xffff_8000L,
      0x1234_0000_0000_0000L, 0xffff_1234_ffff_ffffL, Long.MIN_VALUE, Long.MAX_VALUE, 0x5555_5555_5555_5555L,
      0x00ff_00ff_00ff_00ffL, 0xfffc_0000_0000_0000L, 0x0003_0000_0000_0000L, 0x7ff8_0000_0000_0000L, 0xffff_1234L
    };
    for (long value : values) {
      assertEquals(1, move(Size.X, value), Long.toHexString(value));
    }
    for (long mask : allMasks()) {
      assertEquals(1, move(Size.X, mask), Long.toHexString(mask));
    }
  }

  @Test
  void constantsOfTwoInstructions() {
    long[] values = {
      0x1234_5678, 0x1_0003, 0xffff_ffff_1234_5678L, 0x1234_0000_5678_0000L, 0xffff_1234_5678_ffffL,
      0x5555_5555_1234_5555L, 0xff00_ff00_ff00_1234L, 0x0001_0000_0000_0002L, 0x5555_1234_5555_5555L
    };
    for (long value : values) {
      assertEquals(2, move(Size.X, value), Long.toHexString(value));
    }
  }

  @Test
  void aMaskWithPiecesReplacedTakesOneMoreEach() {
    List<Long> masks = List.copyOf(allMasks());
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      long mask = masks.get(random.nextInt(masks.size()));
      int first = random.nextInt(4) * 16;
      int second = random.nextInt(4) * 16;
      long one = mask & ~(0xffffL << first) | (long) random.nextInt(0x10000) << first;
      long two = one & ~(0xffffL << second) | (long) random.nextInt(0x10000) << second;
      assertTrue(move(Size.X, one) <= 2, Long.toHexString(one));
      assertTrue(move(Size.X, two) <= 3, Long.toHexString(two));
    }
  }

  @Test
  void anyConstantInAtMostFour() {
    Random random = new Random(3);
    for (int i = 0; i < 50_000; i++) {
      long value = random.nextLong() & random.nextLong(0, 4) - 1 | (random.nextBoolean() ? random.nextLong() : 0);
      assertTrue(move(Size.X, value) <= 4);
      assertTrue(move(Size.X, value >>> random.nextInt(64)) <= 4);
      assertTrue(move(Size.W, value) <= 2);
    }
    assertEquals(2, move(Size.W, 0x12345678));
    assertEquals(1, move(Size.W, 0x55555555));
    assertEquals(1, move(Size.W, 0xffff1234));
    assertEquals(4, MoveImmediate.length(Size.X, 0x1234_5678_9abc_def0L));
  }
}
