package dev.joist.assembler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePlacesTest {
  private static final long ALIGNMENT = 64;
  private static final long CHUNK = 1 << 12;
  private static final long START = 0x10000;

  private final CodePlaces places = new CodePlaces(ALIGNMENT);

  @Test
  void piecesLieBehindOneAnotherAlignedUntilTheChunkIsFull() {
    places.addChunk(START, CHUNK);
    assertEquals(START, places.take(1));
    assertEquals(START + 64, places.take(65));
    assertEquals(START + 192, places.take(CHUNK - 192));
    assertEquals(0, places.take(1));
  }

  @Test
  void neighboursBecomeOnePlaceWhicheverIsGivenBackFirst() {
    for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {0, 2, 1}, {1, 0, 2}}) {
      CodePlaces three = new CodePlaces(ALIGNMENT);
      three.addChunk(START, 192);
      long[] pieces = {three.take(64), three.take(64), three.take(64)};
      for (int piece : order) {
        three.giveBack(pieces[piece]);
      }
      assertTrue(three.isEmpty(START));
      assertEquals(START, three.take(192));
    }
  }

  @Test
  void aPieceGoesWhereTheLeastIsLeftOver() {
    places.addChunk(START, CHUNK);
    long large = places.take(256);
    places.take(64);
    long small = places.take(128);
    places.take(64);
    places.giveBack(large);
    places.giveBack(small);
    assertEquals(small, places.take(100));
    assertEquals(large, places.take(100));
  }

  @Test
  void chunksThatTouchStayTwo() {
    places.addChunk(START, 128);
    places.addChunk(START + 128, 128);
    long first = places.take(128);
    long second = places.take(128);
    places.giveBack(second);
    places.giveBack(first);
    assertEquals(0, places.take(129));
    assertTrue(places.isEmpty(START));
    places.removeChunk(START);
    assertEquals(START + 128, places.take(1));
    assertEquals(START + 128, places.chunkOf(START + 130));
    assertThrows(IllegalStateException.class, () -> places.removeChunk(START + 128));
  }

  @Test
  void whatWasNotTakenCannotBeGivenBack() {
    places.addChunk(START, CHUNK);
    long piece = places.take(128);
    assertThrows(IllegalArgumentException.class, () -> places.giveBack(piece + 64));
    places.giveBack(piece);
    assertThrows(IllegalArgumentException.class, () -> places.giveBack(piece));
    assertThrows(IllegalArgumentException.class, () -> places.addChunk(START + 1, CHUNK));
  }

  @Test
  void randomPiecesNeverOverlapAndAllComesBack() {
    Random random = new Random(1);
    Map<Long, Integer> taken = new HashMap<>();
    for (int chunk = 0; chunk < 4; chunk++) {
      places.addChunk(START + chunk * CHUNK, CHUNK);
    }
    for (int step = 0; step < 20_000; step++) {
      if (random.nextInt(5) < 3) {
        int bytes = 1 + random.nextInt(400);
        long at = places.take(bytes);
        if (at != 0) {
          assertEquals(places.chunkOf(at), places.chunkOf(at + bytes - 1));
          taken.forEach((other, size) -> assertFalse(at < other + size && other < at + bytes));
          taken.put(at, bytes);
        }
      } else if (!taken.isEmpty()) {
        long piece = taken.keySet().iterator().next();
        taken.remove(piece);
        places.giveBack(piece);
      }
    }
    assertTrue(taken.size() > 10);
    taken.keySet().forEach(places::giveBack);
    for (int chunk = 0; chunk < 4; chunk++) {
      assertTrue(places.isEmpty(START + chunk * CHUNK));
    }
  }
}
