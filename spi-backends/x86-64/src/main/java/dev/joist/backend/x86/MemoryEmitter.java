package dev.joist.backend.x86;

import static dev.joist.backend.x86.Operands.TEMP;
import static dev.joist.backend.x86.Operands.isImmediate;
import static dev.joist.backend.x86.Operands.memorySize;
import static dev.joist.backend.x86.Operands.operand;
import static dev.joist.backend.x86.Operands.reg;

import dev.joist.backend.x86.asm.Address;
import dev.joist.backend.x86.asm.Assembler;
import dev.joist.backend.x86.asm.IntegerInstructions;
import dev.joist.backend.x86.asm.Reg;
import dev.joist.backend.x86.asm.Size;
import dev.joist.masm.Mem;
import dev.joist.masm.Width;

/** Loads, stores and addresses. */
final class MemoryEmitter {
  private final IntegerInstructions integer;
  private final Assembler asm;
  private final IntegerEmitter integers;

  MemoryEmitter(Assembler asm, IntegerEmitter integers) {
    this.asm = asm;
    this.integer = asm.integer();
    this.integers = integers;
  }

  void load(Width width, Reg d, Mem mem) {
    switch (width) {
      case BITS8, BITS16 -> integer.movzx(memorySize(width), d, operand(mem));
      case BITS32, BITS64 -> integer.mov(memorySize(width), d, operand(mem));
    }
  }

  void loadSigned(Width width, Reg d, Mem mem) {
    if (width == Width.BITS64) {
      integer.mov(Size.QWORD, d, operand(mem));
    } else {
      integer.movsx(memorySize(width), d, operand(mem));
    }
  }

  void store(Width width, Reg s, Mem mem) {
    integer.mov(memorySize(width), operand(mem), s);
  }

  void storeImm(Width width, long value, Mem mem) {
    if (width != Width.BITS64 || isImmediate(value)) {
      integer.mov(memorySize(width), operand(mem), (int) value);
    } else {
      integer.mov(TEMP, value);
      integer.mov(Size.QWORD, operand(mem), TEMP);
    }
  }

  void storePair(Reg first, Reg second, Mem.Displaced mem) {
    Address low = pair(mem);
    integer.mov(Size.QWORD, low, first);
    integer.mov(Size.QWORD, next(low), second);
  }

  void loadPair(Reg first, Reg second, Mem.Displaced mem) {
    if (first == second) {
      throw new IllegalArgumentException("loadPair at offset " + asm.position() + ": both destinations are " + first);
    }
    Address low = pair(mem);
    if (first == low.base()) {
      integer.mov(Size.QWORD, second, next(low));
      integer.mov(Size.QWORD, first, low);
    } else {
      integer.mov(Size.QWORD, first, low);
      integer.mov(Size.QWORD, second, next(low));
    }
  }

  /** The lower address, such that the upper one can be written too. */
  private Address pair(Mem.Displaced mem) {
    Address low = operand(mem);
    if (mem.displacement() > Integer.MAX_VALUE - Long.BYTES) {
      integer.lea(Size.QWORD, TEMP, low);
      return Address.at(TEMP, 0);
    }
    return low;
  }

  private static Address next(Address address) {
    return Address.at(address.base(), address.displacement() + Long.BYTES);
  }

  void address(Reg d, Mem mem) {
    if (mem instanceof Mem.Displaced displaced && displaced.displacement() == 0) {
      integers.move(d, reg(displaced.base()));
    } else {
      integer.lea(Size.QWORD, d, operand(mem));
    }
  }
}
