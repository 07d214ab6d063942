package dev.joist.host.simulator;

/** Executes the rarer loads and stores; the frequent forms are in {@link ExecutionLoop}. */
final class LoadStoreUnit {
  private final long[] x;
  private final long[] v;
  private final long[] vHigh;
  private final AddressSpace space;

  LoadStoreUnit(CpuState cpu, AddressSpace space) {
    this.x = cpu.x;
    this.v = cpu.v;
    this.vHigh = cpu.vHigh;
    this.space = space;
  }

  /** Executes one operation between {@link Op#FIRST_MEMORY} and {@link Op#LAST_MEMORY}. */
  void execute(int insn, long imm) {
    int op = insn >>> Op.SHIFT;
    int mode = op & -Op.KINDS;
    int kind = op & Op.KINDS - 1;
    int base = Op.n(insn);
    int first = Op.d(insn);
    switch (mode) {
      case Op.MEM_OFFSET -> transfer(kind, first, base, imm);
      case Op.MEM_PRE -> {
        transfer(kind, first, base, imm);
        x[base] += imm;
      }
      case Op.MEM_POST -> {
        transfer(kind, first, base, 0);
        x[base] += imm;
      }
      case Op.MEM_INDEX -> {
        long index = IntegerUnit.transform(x[Op.m(insn)], (int) imm & 15, (int) imm >>> 4, true);
        transfer(kind, first, base, index);
      }
      case Op.MEM_LITERAL -> load(kind, first, space.load(AddressSpace.NO_BASE, imm, MemoryKind.bytes(kind)));
      case Op.PAIR_OFFSET -> transferPair(kind, first, Op.m(insn), base, imm);
      case Op.PAIR_PRE -> {
        transferPair(kind, first, Op.m(insn), base, imm);
        x[base] += imm;
      }
      case Op.PAIR_POST -> {
        transferPair(kind, first, Op.m(insn), base, 0);
        x[base] += imm;
      }
      default -> throw new IllegalStateException("no memory operation: " + op);
    }
  }

  private void transfer(int kind, int register, int base, long offset) {
    int size = MemoryKind.bytes(kind);
    if (MemoryKind.isStore(kind)) {
      store(kind, register, storable(base, offset, size));
    } else {
      load(kind, register, loadable(base, offset, size));
    }
  }

  private void transferPair(int kind, int first, int second, int base, long offset) {
    int size = MemoryKind.bytes(kind);
    if (MemoryKind.isStore(kind)) {
      long address = storable(base, offset, 2 * size);
      store(kind, first, address);
      store(kind, second, address + size);
    } else {
      long address = loadable(base, offset, 2 * size);
      load(kind, first, address);
      load(kind, second, address + size);
    }
  }

  private long loadable(int base, long offset, int size) {
    if (base == CpuState.SP) {
      AddressSpace.checkAligned(x[base]);
    }
    return space.load(base, x[base] + offset, size);
  }

  private long storable(int base, long offset, int size) {
    if (base == CpuState.SP) {
      AddressSpace.checkAligned(x[base]);
    }
    return space.store(base, x[base] + offset, size);
  }

  private void load(int kind, int register, long address) {
    switch (kind) {
      case MemoryKind.LOAD -> x[register] = Memory.getByte(address) & 0xffL;
      case MemoryKind.LOAD + 1 -> x[register] = Memory.getShort(address) & 0xffffL;
      case MemoryKind.LOAD + 2 -> x[register] = Memory.getInt(address) & 0xffffffffL;
      case MemoryKind.LOAD64 -> x[register] = Memory.getLong(address);
      case MemoryKind.LOAD_SIGNED -> x[register] = Memory.getByte(address);
      case MemoryKind.LOAD_SIGNED + 1 -> x[register] = Memory.getShort(address);
      case MemoryKind.LOAD_SIGNED + 2 -> x[register] = Memory.getInt(address);
      case MemoryKind.LOAD_SIGNED_TO_32 -> x[register] = Memory.getByte(address) & 0xffffffffL;
      case MemoryKind.LOAD_SIGNED_TO_32 + 1 -> x[register] = Memory.getShort(address) & 0xffffffffL;
      case MemoryKind.LOAD_VECTOR -> setVector(register, Memory.getByte(address) & 0xffL, 0);
      case MemoryKind.LOAD_VECTOR + 1 -> setVector(register, Memory.getShort(address) & 0xffffL, 0);
      case MemoryKind.LOAD_VECTOR + 2 -> setVector(register, Memory.getInt(address) & 0xffffffffL, 0);
      case MemoryKind.LOAD_DOUBLE -> setVector(register, Memory.getLong(address), 0);
      case MemoryKind.LOAD_VECTOR + 4 -> setVector(register, Memory.getLong(address), Memory.getLong(address + 8));
      default -> throw new IllegalStateException("no load: " + kind);
    }
  }

  private void store(int kind, int register, long address) {
    switch (kind) {
      case MemoryKind.STORE -> Memory.putByte(address, (byte) x[register]);
      case MemoryKind.STORE + 1 -> Memory.putShort(address, (short) x[register]);
      case MemoryKind.STORE + 2 -> Memory.putInt(address, (int) x[register]);
      case MemoryKind.STORE64 -> Memory.putLong(address, x[register]);
      case MemoryKind.STORE_VECTOR -> Memory.putByte(address, (byte) v[register]);
      case MemoryKind.STORE_VECTOR + 1 -> Memory.putShort(address, (short) v[register]);
      case MemoryKind.STORE_VECTOR + 2 -> Memory.putInt(address, (int) v[register]);
      case MemoryKind.STORE_DOUBLE -> Memory.putLong(address, v[register]);
      case MemoryKind.STORE_VECTOR + 4 -> {
        Memory.putLong(address, v[register]);
        Memory.putLong(address + 8, vHigh[register]);
      }
      default -> throw new IllegalStateException("no store: " + kind);
    }
  }

  private void setVector(int register, long low, long high) {
    v[register] = low;
    vHigh[register] = high;
  }
}
