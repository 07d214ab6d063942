package dev.joist.conformance.kit.backend;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.masm.Cond;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.host.InstallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;

/** Loads, stores and addresses with displacements of every size class, all index shifts, and aliased operands. */
final class MemoryRules {
  private static final int[] DISPLACEMENTS = {
    0, 1, 7, 8, -1, -8, 255, 256, -256, -257, 504, 508, 512, -512, -520, 2047, 4095, 4096, 4100, 0x7ff8, 0x7ffc, 0x8000,
    0xfff7, 0x10008, -4096, -4104, 0xfff_f008, 0x100_0000, 0x1234_5678, -0x1234_5678, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private static final long PATTERN = 0x8182_8384_8586_8788L;
  private static final int MIDDLE = 64;

  /** Operands in memory whose middle is the effective address. */
  private static final class Area implements AutoCloseable {
    final Probe probe;
    final Arena arena = Arena.ofConfined();
    final MemorySegment memory = arena.allocate(2 * MIDDLE, 16);
    final Random random;
    final Trial trial;

    Area(Target target, Trial trial) throws InstallException {
      this.trial = trial;
      this.random = trial.random();
      probe = new Probe(target);
      probe.host().allow(memory.address(), memory.byteSize());
    }

    long middle() {
      return memory.address() + MIDDLE;
    }

    void fill() {
      for (int i = 0; i < 2 * MIDDLE; i += 8) {
        memory.set(ValueLayout.JAVA_LONG, i, PATTERN + i);
      }
    }

    long word(int offset) {
      return memory.get(ValueLayout.JAVA_LONG_UNALIGNED, MIDDLE + offset);
    }

    boolean run(Probe.Ready code) {
      trial.executed();
      return probe.run(code);
    }

    void equal(long expected, long actual, Object what) {
      trial.equal(expected, actual, what::toString);
    }

    int pick() {
      return random.nextInt(probe.gp().size());
    }

    MutGp gp(int index) {
      return probe.gp().get(index);
    }

    /** A register other than those. */
    int other(int... than) {
      while (true) {
        int candidate = pick();
        boolean free = true;
        for (int taken : than) {
          free &= taken != candidate;
        }
        if (free) {
          return candidate;
        }
      }
    }

    @Override
    public void close() {
      probe.close();
      arena.close();
    }
  }

  private MemoryRules() {}

  static List<Rule> of(Target target) {
    return List.of(
        Rule.required("memory.load", "Loads zero- or sign-extend, with any displacement, also over their base.",
            trial -> loadsWithAnyDisplacement(trial, target)),
        Rule.required("memory.indexed", "An index is shifted and added, with any displacement, for loads, stores and addresses.",
            trial -> loadsAndStoresWithAnIndex(trial, target)),
        Rule.required("memory.self-indexed", "A register may be base, index and destination at once.",
            trial -> aRegisterIndexesItself(trial, target)),
        Rule.required("memory.store", "Stores change the bytes of their width and no other.",
            trial -> storesChangeTheirBytesOnly(trial, target)),
        Rule.required("memory.pair", "Pairs lie side by side, the first at the lower address, also over their base.",
            trial -> pairs(trial, target)),
        Rule.required("memory.double", "Doubles are loaded and stored bit for bit.", trial -> doubles(trial, target)),
        Rule.required("memory.branchMemImm", "Memory, zero-extended, is compared with any number.",
            trial -> comparingMemoryWithANumber(trial, target)));
  }

  private static long zeroExtended(Width width, long word) {
    return width == Width.BITS64 ? word : word & (1L << width.bits()) - 1;
  }

  private static long signExtended(Width width, long word) {
    return word << 64 - width.bits() >> 64 - width.bits();
  }

  private static void loadsWithAnyDisplacement(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      area.fill();
      for (int displacement : DISPLACEMENTS) {
        for (Width width : Width.values()) {
          for (boolean signed : new boolean[] {false, true}) {
            for (boolean aliased : new boolean[] {false, true}) {
              int base = area.pick();
              int dst = aliased ? base : area.other(base);
              Mem mem = Mem.at(area.gp(base), displacement);
              Probe.Ready code = area.probe.prepare((masm, _) -> load(masm, signed, width, area.gp(dst), mem));
              area.probe.setGp(base, area.middle() - displacement);
              area.run(code);
              long expected = signed ? signExtended(width, area.word(0)) : zeroExtended(width, area.word(0));
              area.equal(expected, area.probe.gpValue(dst), displacement + "\n" + code);
              if (!aliased) {
                area.equal(area.middle() - displacement, area.probe.gpValue(base), code);
              }
            }
          }
        }
      }
    }
  }

  private static void load(MacroAssembler masm, boolean signed, Width width, MutGp dst, Mem mem) {
    if (signed) {
      masm.loadSigned(width, dst, mem);
    } else {
      masm.load(width, dst, mem);
    }
  }

  private static void loadsAndStoresWithAnIndex(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      for (int displacement : DISPLACEMENTS) {
        for (Width width : Width.values()) {
          for (int shift = 0; shift <= 3; shift++) {
            int base = area.pick();
            int index = area.other(base);
            for (int dst : new int[] {base, index, area.other(base, index)}) {
              indexed(area, width, shift, displacement, base, index, dst);
            }
          }
        }
      }
    }
  }

  private static void indexed(Area area, Width width, int shift, int displacement, int base, int index, int dst)
      throws InstallException {
    area.fill();
    long indexValue = area.random.nextInt(1000) - 500;
    Mem mem = Mem.indexed(area.gp(base), area.gp(index), shift, displacement);
    int address = area.other(base, index, dst);
    Probe.Ready code = area.probe.prepare((masm, _) -> {
      masm.address(area.gp(address), mem);
      masm.storeImm(width, 0x7fff_1234_8765_4321L, mem);
      masm.load(width, area.gp(dst), mem);
    });
    area.probe.setGp(base, area.middle() - displacement - (indexValue << shift));
    area.probe.setGp(index, indexValue);
    area.run(code);
    area.equal(area.middle(), area.probe.gpValue(address), code);
    area.equal(zeroExtended(width, 0x7fff_1234_8765_4321L), area.probe.gpValue(dst), code);
    for (int i = 0; i < 8; i++) {
      long expected = (i < width.bytes() ? 0x7fff_1234_8765_4321L : PATTERN + MIDDLE) >>> 8 * i & 0xff;
      area.equal(expected, area.memory.get(ValueLayout.JAVA_BYTE, MIDDLE + i) & 0xff, "byte " + i + "\n" + code);
    }
  }

  private static void aRegisterIndexesItself(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      area.fill();
      int base = area.pick();
      Mem mem = Mem.indexed(area.gp(base), area.gp(base), 0, 0);
      Probe.Ready code = area.probe.prepare((masm, _) -> masm.load(Width.BITS64, area.gp(base), mem));
      area.probe.setGp(base, area.middle() / 2);
      area.run(code);
      area.equal(area.word(0), area.probe.gpValue(base), code);
    }
  }

  private static void storesChangeTheirBytesOnly(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      for (int displacement : DISPLACEMENTS) {
        for (Width width : Width.values()) {
          for (long imm : new long[] {0, 1, -1, 0x1234_5678_9abc_def0L}) {
            int base = area.pick();
            int source = area.other(base);
            Mem mem = Mem.at(area.gp(base), displacement);
            Mem next = Mem.at(area.gp(base), displacement == Integer.MAX_VALUE ? displacement : displacement + 1);
            area.fill();
            Probe.Ready code = area.probe.prepare((masm, _) -> {
              masm.storeImm(width, ~imm, next);
              masm.storeImm(width, imm, mem);
              masm.storeImm(width, imm, mem);
            });
            area.probe.setGp(base, area.middle() - displacement);
            area.run(code);
            area.equal(zeroExtended(width, imm), zeroExtended(width, area.word(0)), displacement + "\n" + code);
            area.fill();
            Probe.Ready register = area.probe.prepare((masm, _) -> masm.store(width, area.gp(source), mem));
            area.probe.setGp(base, area.middle() - displacement);
            area.probe.setGp(source, imm);
            area.run(register);
            area.equal(zeroExtended(width, imm), zeroExtended(width, area.word(0)), register);
            area.equal(PATTERN + MIDDLE - 8, area.word(-8), register);
            area.equal(imm, area.probe.gpValue(source), register);
            if (width == Width.BITS64) {
              area.equal(PATTERN + MIDDLE + 8, area.word(8), register);
            } else {
              area.equal((PATTERN + MIDDLE) >>> width.bits(), area.word(0) >>> width.bits(), register);
            }
          }
        }
      }
    }
  }

  private static void pairs(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      for (int displacement : DISPLACEMENTS) {
        int base = area.pick();
        int first = area.other(base);
        int second = area.other(base, first);
        for (int[] destinations : new int[][] {{first, second}, {base, second}, {first, base}}) {
          area.fill();
          Mem.Displaced mem = new Mem.Displaced(area.gp(base), displacement);
          Probe.Ready code = area.probe.prepare((masm, _) -> {
            masm.storePair(area.gp(first), area.gp(second), mem);
            masm.loadPair(area.gp(destinations[0]), area.gp(destinations[1]), mem);
          });
          area.probe.setGp(base, area.middle() - displacement);
          area.probe.setGp(first, 0x1111_2222_3333_4444L);
          area.probe.setGp(second, 0x5555_6666_7777_8888L);
          area.run(code);
          area.equal(0x1111_2222_3333_4444L, area.word(0), code);
          area.equal(0x5555_6666_7777_8888L, area.word(8), code);
          area.equal(0x1111_2222_3333_4444L, area.probe.gpValue(destinations[0]), code);
          area.equal(0x5555_6666_7777_8888L, area.probe.gpValue(destinations[1]), code);
        }
      }
      MutGp same = area.gp(0);
      trial.refuses(IllegalArgumentException.class, "loading a pair into one register", () -> area.probe.prepare(
          (masm, _) -> masm.loadPair(same, same, new Mem.Displaced(area.gp(1), 0))));
    }
  }

  private static void doubles(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      for (int displacement : DISPLACEMENTS) {
        area.fill();
        int base = area.pick();
        int index = area.other(base);
        int from = area.random.nextInt(area.probe.fp().size());
        int to = (from + 1) % area.probe.fp().size();
        MutFp source = area.probe.fp().get(from);
        MutFp destination = area.probe.fp().get(to);
        Mem mem = Mem.at(area.gp(base), displacement);
        Mem scaled = Mem.indexed(area.gp(base), area.gp(index), 3, displacement);
        Probe.Ready code = area.probe.prepare((masm, _) -> {
          masm.loadFp(destination, scaled);
          masm.storeFp(source, mem);
        });
        area.probe.setGp(base, area.middle() - displacement);
        area.probe.setGp(index, 2);
        area.probe.setFpBits(from, 0x7ff4_0000_0000_0001L);
        area.run(code);
        area.equal(0x7ff4_0000_0000_0001L, area.word(0), code);
        area.equal(PATTERN + MIDDLE + 16, area.probe.fpBits(to), code);
      }
    }
  }

  private static void comparingMemoryWithANumber(Trial trial, Target target) throws InstallException {
    try (Area area = new Area(target, trial)) {
      for (int displacement : new int[] {0, 8, 4096, 0x1234_5678}) {
        for (Width width : Width.values()) {
          for (Cond cond : Cond.values()) {
            for (long imm : new long[] {0, 1, 0x87, 0x8788, 0x8586_8788L, PATTERN, 0x1234_5678}) {
              if (zeroExtended(width, imm) != imm && width != Width.BITS64) {
                continue;
              }
              area.fill();
              area.memory.set(ValueLayout.JAVA_LONG, MIDDLE, PATTERN);
              int base = area.pick();
              Mem mem = Mem.at(area.gp(base), displacement);
              Probe.Ready code = area.probe.prepare((masm, taken) -> masm.branchMemImm(width, cond, mem, imm, taken));
              area.probe.setGp(base, area.middle() - displacement);
              Width compared = width == Width.BITS64 ? width : Width.BITS32;
              boolean expected = Catalog.holds(compared, cond, zeroExtended(width, PATTERN), imm);
              trial.equal(expected, area.run(code), () -> width + " " + cond + " " + imm + "\n" + code);
            }
          }
        }
      }
    }
  }
}
