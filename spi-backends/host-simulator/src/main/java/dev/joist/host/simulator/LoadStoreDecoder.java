package dev.joist.host.simulator;

/** Decodes loads and stores. Forms with write-back to a register that they also transfer are refused. */
final class LoadStoreDecoder {
  private static final int PREFETCH = -1;
  private static final int NONE = -2;

  private long immediate;

  long immediate() {
    return immediate;
  }

  int decode(int word, long pc) {
    immediate = 0;
    return switch (word >>> 27 & 7) {
      case 1 -> ordered(word);
      case 3 -> (word & 1 << 24) == 0 ? literal(word, pc) : Op.UNKNOWN;
      case 5 -> pair(word);
      case 7 -> single(word);
      default -> Op.UNKNOWN;
    };
  }

  /** {@code ldar} and {@code stlr}: one thread sees them as plain accesses. */
  private int ordered(int word) {
    if ((word & 0x3fbffc00) != 0x089ffc00) {
      return Op.UNKNOWN;
    }
    int size = word >>> 30;
    boolean load = (word & 1 << 22) != 0;
    return offset((load ? MemoryKind.LOAD : MemoryKind.STORE) + size, word & 31, word >>> 5 & 31, 0);
  }

  private int literal(int word, long pc) {
    int opc = word >>> 30;
    boolean vector = (word & 1 << 26) != 0;
    int kind;
    if (vector) {
      kind = opc == 3 ? NONE : MemoryKind.LOAD_VECTOR + 2 + opc;
    } else {
      kind =
          switch (opc) {
            case 0 -> MemoryKind.LOAD + 2;
            case 1 -> MemoryKind.LOAD64;
            case 2 -> MemoryKind.LOAD_SIGNED + 2;
            default -> PREFETCH;
          };
    }
    if (kind < 0) {
      return kind == PREFETCH ? Op.pack(Op.NOP, 0, 0, 0) : Op.UNKNOWN;
    }
    long address = pc + ((long) (word << 8 >> 13) << 2);
    return with(address, Op.pack(Op.MEM_LITERAL + kind, transferred(kind, word & 31), 0, 0));
  }

  private int pair(int word) {
    int opc = word >>> 30;
    boolean vector = (word & 1 << 26) != 0;
    boolean load = (word & 1 << 22) != 0;
    int mode = word >>> 23 & 3;
    int kind;
    if (vector) {
      kind = opc == 3 ? NONE : (load ? MemoryKind.LOAD_VECTOR : MemoryKind.STORE_VECTOR) + 2 + opc;
    } else {
      kind =
          switch (opc) {
            case 0 -> (load ? MemoryKind.LOAD : MemoryKind.STORE) + 2;
            case 1 -> load && mode != 0 ? MemoryKind.LOAD_SIGNED + 2 : NONE;
            case 2 -> load ? MemoryKind.LOAD64 : MemoryKind.STORE64;
            default -> NONE;
          };
    }
    int first = word & 31;
    int second = word >>> 10 & 31;
    int base = word >>> 5 & 31;
    boolean writeBack = (mode & 1) != 0;
    boolean transfersBase = !vector && base != 31 && (first == base || second == base);
    if (kind == NONE || load && first == second || writeBack && transfersBase) {
      return Op.UNKNOWN;
    }
    long offset = (long) (word << 10 >> 25) * MemoryKind.bytes(kind);
    int op =
        switch (mode) {
          case 1 -> Op.PAIR_POST + kind;
          case 3 -> Op.PAIR_PRE + kind;
          default -> Op.PAIR_OFFSET + kind;
        };
    return with(
        offset, Op.pack(op, transferred(kind, first), IntegerDecoder.orSp(base), transferred(kind, second)));
  }

  private int single(int word) {
    int kind = kind(word);
    int first = word & 31;
    int base = word >>> 5 & 31;
    if (kind == NONE) {
      return Op.UNKNOWN;
    }
    if ((word & 1 << 24) != 0) {
      return kind == PREFETCH
          ? Op.pack(Op.NOP, 0, 0, 0)
          : offset(kind, first, base, (long) (word >>> 10 & 0xfff) * MemoryKind.bytes(kind));
    }
    if ((word & 1 << 21) != 0) {
      return atIndexOrOrdered(word, kind, first, base);
    }
    long offset = word << 11 >> 23;
    int mode = word >>> 10 & 3;
    if (kind == PREFETCH) {
      return mode == 0 ? Op.pack(Op.NOP, 0, 0, 0) : Op.UNKNOWN;
    }
    if (mode == 0) {
      return offset(kind, first, base, offset);
    }
    boolean transfersBase = !MemoryKind.isVector(kind) && base != 31 && first == base;
    if (mode == 2 || transfersBase) {
      return Op.UNKNOWN;
    }
    return with(
        offset,
        Op.pack((mode == 1 ? Op.MEM_POST : Op.MEM_PRE) + kind, transferred(kind, first), IntegerDecoder.orSp(base), 0));
  }

  private int atIndexOrOrdered(int word, int kind, int first, int base) {
    if ((word & 0x3ffffc00) == 0x38bfc000) {
      return offset(MemoryKind.LOAD + (word >>> 30), first, base, 0);
    }
    int option = word >>> 13 & 7;
    if ((word & 0xc00) != 0x800 || (option & 2) == 0) {
      return Op.UNKNOWN;
    }
    if (kind == PREFETCH) {
      return Op.pack(Op.NOP, 0, 0, 0);
    }
    boolean scaled = (word & 1 << 12) != 0;
    int shift = scaled ? Integer.numberOfTrailingZeros(MemoryKind.bytes(kind)) : 0;
    int index = word >>> 16 & 31;
    if (base != 31 && (option & 3) == 3) {
      int fast =
          switch (kind) {
            case MemoryKind.LOAD64 -> Op.LDR64_REG;
            case MemoryKind.LOAD + 2 -> Op.LDR32_REG;
            case MemoryKind.LOAD -> Op.LDRB_REG;
            default -> NONE;
          };
      if (fast != NONE) {
        return with(shift, Op.pack(fast, transferred(kind, first), base, index));
      }
    }
    return with(
        IntegerUnit.EXTENDED + option | shift << 4,
        Op.pack(Op.MEM_INDEX + kind, transferred(kind, first), IntegerDecoder.orSp(base), index));
  }

  /** The kind that size, V and opc name, or {@link #PREFETCH}, or {@link #NONE}. */
  private static int kind(int word) {
    int size = word >>> 30;
    int opc = word >>> 22 & 3;
    if ((word & 1 << 26) != 0) {
      if (opc >= 2) {
        return size != 0 ? NONE : opc == 2 ? MemoryKind.STORE_VECTOR + 4 : MemoryKind.LOAD_VECTOR + 4;
      }
      return (opc == 0 ? MemoryKind.STORE_VECTOR : MemoryKind.LOAD_VECTOR) + size;
    }
    return switch (opc) {
      case 0 -> MemoryKind.STORE + size;
      case 1 -> MemoryKind.LOAD + size;
      case 2 -> size == 3 ? PREFETCH : MemoryKind.LOAD_SIGNED + size;
      default -> size < 2 ? MemoryKind.LOAD_SIGNED_TO_32 + size : NONE;
    };
  }

  private int offset(int kind, int first, int base, long offset) {
    int fast = NONE;
    if (base == 31) {
      fast =
          switch (kind) {
            case MemoryKind.LOAD64 -> Op.LDR64_SP;
            case MemoryKind.STORE64 -> Op.STR64_SP;
            default -> NONE;
          };
    } else {
      fast =
          switch (kind) {
            case MemoryKind.LOAD64 -> Op.LDR64;
            case MemoryKind.LOAD + 2 -> Op.LDR32;
            case MemoryKind.LOAD -> Op.LDRB;
            case MemoryKind.STORE64 -> Op.STR64;
            case MemoryKind.STORE + 2 -> Op.STR32;
            case MemoryKind.STORE -> Op.STRB;
            case MemoryKind.LOAD_DOUBLE -> Op.LDRD;
            case MemoryKind.STORE_DOUBLE -> Op.STRD;
            default -> NONE;
          };
    }
    return with(
        offset,
        Op.pack(fast == NONE ? Op.MEM_OFFSET + kind : fast, transferred(kind, first), IntegerDecoder.orSp(base), 0));
  }

  /** The number of the register that is transferred: loads into the zero register go nowhere. */
  private static int transferred(int kind, int register) {
    return MemoryKind.isVector(kind) || MemoryKind.isStore(kind) ? register : IntegerDecoder.target(register);
  }

  private int with(long value, int insn) {
    immediate = value;
    return insn;
  }
}
