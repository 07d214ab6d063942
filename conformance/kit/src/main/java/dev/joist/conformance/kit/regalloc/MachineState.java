package dev.joist.conformance.kit.regalloc;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Location.Spilled;
import dev.joist.spi.regalloc.Representation;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every place is sure to hold at a point of the code: whose value, and as what. Also what is known of the values
 * themselves.
 */
final class MachineState {
  // What a register's value may be. No bit: the code is not reached.
  static final byte INT32 = 1;
  static final byte DOUBLE = 2;
  static final byte ANYTHING = 7;

  private static final int MACHINE_REGISTERS = 64;

  private final int registers;
  private final BitSet[] gp = new BitSet[MACHINE_REGISTERS];
  private final BitSet[] fp = new BitSet[MACHINE_REGISTERS];
  /** By floating-point register the number that it holds, whatever bytecode registers have, or null. */
  private final Known[] numbers = new Known[MACHINE_REGISTERS];
  private final Map<Integer, BitSet> spills = new TreeMap<>();
  private final BitSet slots;
  private final byte[] types;
  private final BitSet known;
  private final long[] values;

  /** Everything in its slot, nothing known of it. */
  MachineState(int registers) {
    this.registers = registers;
    for (int i = 0; i < MACHINE_REGISTERS; i++) {
      gp[i] = new BitSet();
      fp[i] = new BitSet();
    }
    slots = new BitSet();
    slots.set(0, registers);
    types = new byte[registers];
    Arrays.fill(types, ANYTHING);
    known = new BitSet();
    values = new long[registers];
  }

  private MachineState(MachineState other) {
    registers = other.registers;
    for (int i = 0; i < MACHINE_REGISTERS; i++) {
      gp[i] = (BitSet) other.gp[i].clone();
      fp[i] = (BitSet) other.fp[i].clone();
      numbers[i] = other.numbers[i];
    }
    other.spills.forEach((offset, held) -> spills.put(offset, (BitSet) held.clone()));
    slots = (BitSet) other.slots.clone();
    types = other.types.clone();
    known = (BitSet) other.known.clone();
    values = other.values.clone();
  }

  MachineState copy() {
    return new MachineState(this);
  }

  /** Leaves what both are sure of; answers whether that is less than before. */
  boolean meet(MachineState other) {
    boolean changed = meetPlaces(other);
    for (int r = 0; r < registers; r++) {
      byte joined = (byte) (types[r] | other.types[r]);
      changed |= joined != types[r];
      types[r] = joined;
      if (known.get(r) && !(other.known.get(r) && other.values[r] == values[r])) {
        known.clear(r);
        changed = true;
      }
    }
    return changed;
  }

  /** As {@link #meet}, but of places alone: what comes in otherwise is checked to have the types known here. */
  boolean meetPlaces(MachineState other) {
    boolean changed = and(slots, other.slots);
    for (int i = 0; i < MACHINE_REGISTERS; i++) {
      changed |= and(gp[i], other.gp[i]);
      changed |= and(fp[i], other.fp[i]);
      if (numbers[i] != null && !numbers[i].equals(other.numbers[i])) {
        numbers[i] = null;
        changed = true;
      }
    }
    for (Map.Entry<Integer, BitSet> spill : spills.entrySet()) {
      changed |= and(spill.getValue(), other.spills.getOrDefault(spill.getKey(), new BitSet()));
    }
    return changed;
  }

  private static boolean and(BitSet into, BitSet other) {
    int before = into.cardinality();
    into.and(other);
    return into.cardinality() != before;
  }

  // What is where

  boolean holds(int register, Location location) {
    return switch (location) {
      case Slot slot -> slots.get(register);
      case InGp at -> gp[at.register().number()].get(index(register, at.representation()));
      case InFp at -> fp[at.register().number()].get(register);
      case Spilled at -> spills.getOrDefault(at.offset(), new BitSet()).get(index(register, at.representation()));
      case Known at -> known.get(register) && values[register] == at.value();
    };
  }

  private static int index(int register, Representation representation) {
    return Representation.values().length * register + representation.ordinal();
  }

  /** A place holds a register's value now, and no other's. */
  void put(int register, Location location) {
    if (!(location instanceof Slot) && !(location instanceof Known)) {
      clobber(location);
    }
    add(register, location);
  }

  /** A place holds a register's value too. */
  void add(int register, Location location) {
    switch (location) {
      case Slot slot -> slots.set(register);
      case InGp at -> gp[at.register().number()].set(index(register, at.representation()));
      case InFp at -> fp[at.register().number()].set(register);
      case Spilled at -> spills.computeIfAbsent(at.offset(), o -> new BitSet()).set(index(register,
          at.representation()));
      case Known at -> { }
    }
  }

  /** A floating-point register holds a number besides. */
  void putNumber(InFp place, Known number) {
    numbers[place.register().number()] = number;
  }

  /** Whether a place is a floating-point register that holds the number. */
  boolean holdsNumber(Location place, Known number) {
    return place instanceof InFp at && number.equals(numbers[at.register().number()]);
  }

  /** Nobody knows what a place holds. */
  void clobber(Location location) {
    switch (location) {
      case Slot slot -> throw new IllegalArgumentException("whose slot?");
      case InGp at -> clobber(at.register());
      case InFp at -> clobber(at.register());
      case Spilled at -> spills.computeIfAbsent(at.offset(), o -> new BitSet()).clear();
      case Known at -> { }
    }
  }

  void clobber(MutGp register) {
    gp[register.number()].clear();
  }

  void clobber(MutFp register) {
    fp[register.number()].clear();
    numbers[register.number()] = null;
  }

  void clobberAllRegisters() {
    for (int i = 0; i < MACHINE_REGISTERS; i++) {
      gp[i].clear();
      fp[i].clear();
      numbers[i] = null;
    }
  }

  /** A register has a new value: no place holds it yet. */
  void define(int register, byte type) {
    int first = index(register, Representation.BOXED);
    for (int i = 0; i < MACHINE_REGISTERS; i++) {
      gp[i].clear(first, first + Representation.values().length);
      fp[i].clear(register);
    }
    spills.values().forEach(held -> held.clear(first, first + Representation.values().length));
    slots.clear(register);
    known.clear(register);
    types[register] = type;
  }

  // What is known

  /** Takes over what another state knows of the values. */
  void assumeFacts(MachineState other) {
    System.arraycopy(other.types, 0, types, 0, registers);
    known.clear();
    known.or(other.known);
    System.arraycopy(other.values, 0, values, 0, registers);
  }

  void know(int register, long value) {
    known.set(register);
    values[register] = value;
  }

  /** The Value that a register is known to have, as a location, or null. */
  Known known(int register) {
    return known.get(register) ? new Known(values[register]) : null;
  }

  byte type(int register) {
    return types[register];
  }

  /** Whether a register's value may stand in this representation, wherever it comes from. */
  boolean mayBe(int register, Representation representation) {
    return switch (representation) {
      case BOXED -> true;
      case INT32 -> (types[register] & ~INT32) == 0;
      case DOUBLE -> (types[register] & ~(INT32 | DOUBLE)) == 0;
    };
  }

  static Representation representation(Location location) {
    return switch (location) {
      case Slot slot -> Representation.BOXED;
      case InGp at -> at.representation();
      case InFp at -> Representation.DOUBLE;
      case Spilled at -> at.representation();
      case Known at -> Representation.BOXED;
    };
  }
}
