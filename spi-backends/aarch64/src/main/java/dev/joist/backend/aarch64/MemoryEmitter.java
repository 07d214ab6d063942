package dev.joist.backend.aarch64;

import static dev.joist.backend.aarch64.Operands.reg;
import static dev.joist.backend.aarch64.Scratch.TEMP;

import dev.joist.backend.aarch64.asm.Address;
import dev.joist.backend.aarch64.asm.Arithmetic;
import dev.joist.backend.aarch64.asm.Assembler;
import dev.joist.backend.aarch64.asm.Extend;
import dev.joist.backend.aarch64.asm.LoadStore;
import dev.joist.backend.aarch64.asm.LoadStore.Access;
import dev.joist.backend.aarch64.asm.Reg;
import dev.joist.backend.aarch64.asm.Shift;
import dev.joist.backend.aarch64.asm.Size;
import dev.joist.backend.aarch64.asm.VReg;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;

/** Loads, stores and addresses, with any displacement. */
final class MemoryEmitter {
  /** The binary logarithm of a register's bytes. */
  private static final int LOG2_REGISTER = 3;

  private final Assembler asm;
  private final Scratch scratch;
  private final IntegerEmitter integers;

  MemoryEmitter(Assembler asm, Scratch scratch, IntegerEmitter integers) {
    this.asm = asm;
    this.scratch = scratch;
    this.integers = integers;
  }

  void load(Width width, Reg t, Mem mem) {
    transfer(switch (width) {
      case BITS8 -> Access.LDRB;
      case BITS16 -> Access.LDRH;
      case BITS32 -> Access.LDR_W;
      case BITS64 -> Access.LDR_X;
    }, t, mem);
  }

  void loadSigned(Width width, Reg t, Mem mem) {
    transfer(switch (width) {
      case BITS8 -> Access.LDRSB_X;
      case BITS16 -> Access.LDRSH_X;
      case BITS32 -> Access.LDRSW;
      case BITS64 -> Access.LDR_X;
    }, t, mem);
  }

  void store(Width width, Reg t, Mem mem) {
    transfer(storeOf(width), t, mem);
  }

  void storeImm(Width width, long value, Mem mem) {
    long bits = width == Width.BITS64 ? value : value & (1L << width.bits()) - 1;
    Access access = storeOf(width);
    if (bits == 0) {
      transfer(access, Reg.ZR, mem);
      return;
    }
    Address address = operand(access.log2(), mem);
    if (address instanceof Address.Indexed indexed && indexed.index() != indexOf(mem)) {
      // The displacement is in the register for constants, which the value needs.
      asm.emit(Arithmetic.add(Size.X, TEMP, indexed.base(), indexed.index(), Extend.UXTX, 0));
      address = Address.at(TEMP);
    }
    asm.emit(LoadStore.transfer(access, scratch.constant(bits), address));
  }

  private static Reg indexOf(Mem mem) {
    return mem instanceof Mem.Indexed indexed ? reg(indexed.index()) : null;
  }

  private static Access storeOf(Width width) {
    return switch (width) {
      case BITS8 -> Access.STRB;
      case BITS16 -> Access.STRH;
      case BITS32 -> Access.STR_W;
      case BITS64 -> Access.STR_X;
    };
  }

  private void transfer(Access access, Reg t, Mem mem) {
    Address address = operand(access.log2(), mem);
    asm.emit(LoadStore.transfer(access, t, address));
  }

  void loadFp(VReg t, Mem mem) {
    Address address = operand(LOG2_REGISTER, mem);
    asm.emit(LoadStore.transfer(Access.LDR_D, t, address));
  }

  void storeFp(VReg t, Mem mem) {
    Address address = operand(LOG2_REGISTER, mem);
    asm.emit(LoadStore.transfer(Access.STR_D, t, address));
  }

  void loadPair(Reg first, Reg second, Mem.Displaced mem) {
    Reg base = reg(mem.base());
    int displacement = mem.displacement();
    if (first == second) {
      throw new IllegalArgumentException("loadPair at offset " + asm.position() + ": both destinations are " + first);
    }
    if (LoadStore.isPairOffset(LOG2_REGISTER, displacement)) {
      asm.emit(LoadStore.ldp(Size.X, first, second, Address.at(base, displacement)));
    } else if (!areOffsets(displacement)) {
      asm.emit(LoadStore.ldp(Size.X, first, second, pairBase(base, displacement)));
    } else if (first == base) {
      asm.emit(LoadStore.ldr(Size.X, second, Address.at(base, displacement + 8)));
      asm.emit(LoadStore.ldr(Size.X, first, Address.at(base, displacement)));
    } else {
      asm.emit(LoadStore.ldr(Size.X, first, Address.at(base, displacement)));
      asm.emit(LoadStore.ldr(Size.X, second, Address.at(base, displacement + 8)));
    }
  }

  void storePair(Reg first, Reg second, Mem.Displaced mem) {
    Reg base = reg(mem.base());
    int displacement = mem.displacement();
    if (LoadStore.isPairOffset(LOG2_REGISTER, displacement)) {
      asm.emit(LoadStore.stp(Size.X, first, second, Address.at(base, displacement)));
    } else if (areOffsets(displacement)) {
      asm.emit(LoadStore.str(Size.X, first, Address.at(base, displacement)));
      asm.emit(LoadStore.str(Size.X, second, Address.at(base, displacement + 8)));
    } else {
      asm.emit(LoadStore.stp(Size.X, first, second, pairBase(base, displacement)));
    }
  }

  private static boolean areOffsets(int displacement) {
    return LoadStore.isOffset(LOG2_REGISTER, displacement) && LoadStore.isOffset(LOG2_REGISTER, displacement + 8L);
  }

  /** The address in the temp register, but for what the pair instruction can add itself. */
  private Address pairBase(Reg base, int displacement) {
    address(TEMP, base, displacement);
    return Address.at(TEMP);
  }

  /** {@code d =} the address. */
  void address(Reg d, Mem mem) {
    switch (mem) {
      case Mem.Displaced(var base, int displacement) -> address(d, reg(base), displacement);
      case Mem.Indexed(var base, var index, int shift, int displacement) -> {
        asm.emit(sum(d, reg(base), reg(index), shift));
        if (displacement != 0) {
          integers.addImm(Size.X, d, d, displacement);
        }
      }
    }
  }

  private void address(Reg d, Reg base, int displacement) {
    if (displacement == 0) {
      integers.move(d, base);
    } else {
      integers.addImm(Size.X, d, base, displacement);
    }
  }

  private static int sum(Reg d, Reg base, Reg index, int shift) {
    if (base == Reg.SP) {
      return Arithmetic.add(Size.X, d, base, index, Extend.UXTX, shift);
    }
    return Arithmetic.add(Size.X, d, base, index, Shift.LSL, shift);
  }

  /**
   * The operand for an access of {@code 1 << log2} bytes; what its instruction cannot add is added to the temp register
   * first. Where its index is not the operand's own it is the register for constants, good until the next constant.
   */
  private Address operand(int log2, Mem mem) {
    return switch (mem) {
      case Mem.Displaced(var base, int displacement) -> displaced(log2, reg(base), displacement);
      case Mem.Indexed(var base, var index, int shift, int displacement) -> {
        if (displacement == 0 && (shift == 0 || shift == log2)) {
          yield Address.indexed(reg(base), reg(index), Extend.UXTX, shift != 0);
        }
        asm.emit(sum(TEMP, reg(base), reg(index), shift));
        yield displaced(log2, TEMP, displacement);
      }
    };
  }

  private Address displaced(int log2, Reg base, int displacement) {
    if (LoadStore.isOffset(log2, displacement)) {
      return Address.at(base, displacement);
    }
    int low = displacement & 0xfff;
    int high = displacement - low;
    if (LoadStore.isOffset(log2, low) && Arithmetic.isImmediate(Math.abs((long) high))) {
      integers.addImm(Size.X, TEMP, base, high);
      return Address.at(TEMP, low);
    }
    return Address.indexed(base, scratch.constant(displacement));
  }
}
