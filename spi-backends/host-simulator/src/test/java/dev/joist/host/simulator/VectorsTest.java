package dev.joist.host.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every form of instruction against QEMU: vectors.txt has states, instructions, and what each changed in registers,
 * flags and memory. The script regenerate-vectors makes it.
 */
class VectorsTest {
  private static final int GENERAL = 12;
  private static final int VECTORS = 8;
  private static final int BASE = 8;
  private static final int MEMORY = 96;
  private static final int MIDDLE = 48;

  /** Registers before a run; vectors as high half, low half. */
  private record State(int number, long[] x, long[] v, int nzcv) {}

  private record Item(String line, int[] words, List<String> results) {}

  private final Map<Integer, State> states = new HashMap<>();
  private final List<Item> items = new ArrayList<>();

  VectorsTest() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(VectorsTest.class.getResourceAsStream("vectors.txt"), StandardCharsets.US_ASCII))) {
      in.lines().forEach(this::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    String[] parts = line.split(" ");
    switch (parts[0]) {
      case "s" -> {
        State state =
            new State(
                Integer.parseInt(parts[1]),
                hex(parts, 2, GENERAL),
                hex(parts, 2 + GENERAL, 2 * VECTORS),
                (int) Long.parseLong(parts[2 + GENERAL + 2 * VECTORS], 16));
        states.put(state.number, state);
      }
      case "i" -> {
        String[] words = line.substring(2, line.indexOf(" ;")).split(" ");
        int[] code = new int[words.length + 1];
        for (int i = 0; i < words.length; i++) {
          code[i] = Integer.parseUnsignedInt(words[i], 16);
        }
        code[words.length] = Machine.RET;
        items.add(new Item(line, code, new ArrayList<>()));
      }
      case "r" -> items.getLast().results.add(line);
      default -> assertEquals("#", parts[0]);
    }
  }

  private static long[] hex(String[] parts, int from, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = Long.parseUnsignedLong(parts[from + i], 16);
    }
    return values;
  }

  @TestFactory
  Stream<DynamicTest> theSimulatorDoesWhatQemuDoes() {
    Map<String, List<Item>> byMnemonic = new java.util.TreeMap<>();
    for (Item item : items) {
      String text = item.line.substring(item.line.indexOf(';') + 2);
      String name = text.contains(";") ? "sequences" : text.split(" ")[0];
      byMnemonic.computeIfAbsent(name, key -> new ArrayList<>()).add(item);
    }
    assertTrue(byMnemonic.size() >= 140, "only " + byMnemonic.keySet());
    return byMnemonic.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> entry.getValue().forEach(this::check)));
  }

  private void check(Item item) {
    try (Machine machine = new Machine()) {
      long entry = machine.code(item.words);
      assertTrue(!item.results.isEmpty(), item.line);
      for (String result : item.results) {
        assertEquals(result, run(machine, entry, Integer.parseInt(result.split(" ")[1])), item.line);
      }
    }
  }

  /** Runs the code and describes what it changed as harness.c does. */
  private String run(Machine machine, long entry, int number) {
    State state = states.get(number);
    CpuState cpu = machine.simulator.cpu();
    long base = machine.data.address() + 1024 + MIDDLE;
    byte[] before = new byte[MEMORY];
    for (int i = 0; i < MEMORY; i++) {
      before[i] = (byte) (number * 31 + i * 77 + 5);
      Memory.putByte(base - MIDDLE + i, before[i]);
    }
    for (int i = 0; i < GENERAL; i++) {
      cpu.setX(i, i == BASE ? base : state.x[i]);
    }
    for (int i = 0; i < VECTORS; i++) {
      cpu.setVector(i, state.v[2 * i + 1], state.v[2 * i]);
    }
    cpu.setNzcv(state.nzcv);
    machine.simulator.run(entry);
    StringBuilder text = new StringBuilder("r %d %x".formatted(number, cpu.nzcv()));
    for (int i = 0; i < GENERAL; i++) {
      if (i == BASE) {
        text.append(cpu.x(i) == base ? "" : " b=" + (cpu.x(i) - base));
      } else if (cpu.x(i) != state.x[i]) {
        text.append(" x%d=%x".formatted(i, cpu.x(i)));
      }
    }
    for (int i = 0; i < VECTORS; i++) {
      if (cpu.vectorHigh(i) != state.v[2 * i] || cpu.vectorLow(i) != state.v[2 * i + 1]) {
        text.append(" v%d=%x:%x".formatted(i, cpu.vectorHigh(i), cpu.vectorLow(i)));
      }
    }
    for (int i = 0; i < MEMORY; i++) {
      byte now = Memory.getByte(base - MIDDLE + i);
      if (now != before[i]) {
        text.append(" m%d=%x".formatted(i, now & 0xff));
      }
    }
    return text.toString();
  }
}
