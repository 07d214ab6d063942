package dev.joist.host.simulator;

/**
 * Fetches and executes decoded instructions. The switch holds what compiled code consists of mostly; the units execute
 * the rest. Instructions are counted where control is transferred, by the distance from where it came last, so that the
 * count is exact and straight-line code pays nothing for it.
 *
 * <p>The method {@link #run} must stay below 8,000 bytes of bytecode: HotSpot never compiles larger ones.
 */
final class ExecutionLoop {
  /** What the loop asks when it leaves installed code, and every so often. */
  interface Environment {
    /**
     * Control reached an address without code.
     *
     * @return the address to go on at, or 0 to return from the loop
     */
    long leave(long pc);

    /** Called when the count of executed instructions has reached what the last call returned. */
    long poll();

    /** Called before a traced instruction; the state is written back. */
    void trace(long pc);
  }

  private static final int PAGE = CodePage.INSTRUCTIONS;
  private static final int ELSEWHERE = Integer.MIN_VALUE;

  /** How control got to an instruction: which landing pads fit. */
  private static final int ANY = 0;
  private static final int BY_CALL = 1;
  private static final int BY_JUMP = 2;
  private static final int BY_EITHER = 3;

  private final CpuState cpu;
  private final AddressSpace space;
  private final InstructionCache cache;
  private final Environment environment;
  private final boolean guarded;
  private final IntegerUnit integers;
  private final LoadStoreUnit memory;
  private final FloatUnit floats;
  private final ConversionUnit conversions;
  private final VectorUnit vectors;
  private final SystemUnit system;

  ExecutionLoop(
      CpuState cpu, AddressSpace space, InstructionCache cache, Environment environment, boolean guarded) {
    this.cpu = cpu;
    this.space = space;
    this.cache = cache;
    this.environment = environment;
    this.guarded = guarded;
    this.integers = new IntegerUnit(cpu);
    this.memory = new LoadStoreUnit(cpu, space);
    this.floats = new FloatUnit(cpu);
    this.conversions = new ConversionUnit(cpu);
    this.vectors = new VectorUnit(cpu);
    this.system = new SystemUnit(cpu, space, cache);
  }

  /**
   * Executes from {@code entry} until the environment says to return. When a {@link Signal} comes out, {@link CpuState}
   * has the address of the instruction that caused it, and all registers as they were before it.
   */
  void run(long entry) {
    final CpuState cpu = this.cpu;
    final long[] x = cpu.x;
    final long[] v = cpu.v;
    final long[] vHigh = cpu.vHigh;
    final AddressSpace space = this.space;
    long executed = cpu.executed;
    cpu.pc = entry;
    long pollAt = environment.poll();
    int nzcv = cpu.nzcv;
    int landing = BY_CALL;
    long pc = entry;
    int i = 0;
    int start = 0;
    long base = 0;
    try {
      enter:
      for (;;) {
        CodePage page = (pc & 3) == 0 ? cache.page(pc) : null;
        if (page == null || !page.isInstalled(page.indexOf(pc))) {
          base = pc;
          i = 0;
          start = 0;
          cpu.pc = pc;
          cpu.executed = executed;
          cpu.nzcv = nzcv;
          pc = environment.leave(pc);
          if (pc == 0) {
            return;
          }
          executed = cpu.executed;
          nzcv = cpu.nzcv;
          pollAt = environment.poll();
          landing = ANY;
          continue;
        }
        final int[] code = page.code;
        final long[] imm = page.imm;
        base = page.base;
        i = page.indexOf(pc);
        start = i;
        if (landing != ANY && guarded) {
          checkLanding(page, i, landing);
        }
        next:
        for (;;) {
          int insn = code[i];
          redo:
          for (;;) {
            // What a case leaves for the end of the block that it breaks out of: ends are shared to keep this method
            // small, since the time until HotSpot has compiled it is what short programs see.
            int target;
            long result;
            long address;
            long a;
            long b;
            long r;
            general: { flags: { load64: { load32: { load8: { branch: {
              switch (insn >>> Op.SHIFT) {
                case Op.B:
                  target = (int) imm[i];
                  break branch;
                case Op.BL:
                  x[CpuState.LR] = base + 4L * i + 4;
                  target = (int) imm[i];
                  break branch;
                case Op.B_COND:
                  if ((insn >>> nzcv & 1) != 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.CBZ64:
                  if (x[insn & 63] == 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.CBNZ64:
                  if (x[insn & 63] != 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.CBZ32:
                  if ((int) x[insn & 63] == 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.CBNZ32:
                  if ((int) x[insn & 63] != 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.TBZ:
                  if ((x[insn & 63] >>> (insn >>> 12) & 1) == 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.TBNZ:
                  if ((x[insn & 63] >>> (insn >>> 12) & 1) != 0) {
                    target = (int) imm[i];
                    break branch;
                  }
                  i++;
                  continue next;
                case Op.BR:
                  pc = x[insn >>> 6 & 63];
                  landing = (insn >>> 6 & 62) == 16 ? BY_EITHER : BY_JUMP;
                  target = ELSEWHERE;
                  break branch;
                case Op.BLR:
                  pc = x[insn >>> 6 & 63];
                  x[CpuState.LR] = base + 4L * i + 4;
                  landing = BY_CALL;
                  target = ELSEWHERE;
                  break branch;
                case Op.RET:
                  pc = x[insn >>> 6 & 63];
                  landing = ANY;
                  target = ELSEWHERE;
                  break branch;

                case Op.NOP, Op.BTI:
                  i++;
                  continue next;
                case Op.CONSTANT:
                  x[insn & 63] = imm[i];
                  i++;
                  continue next;
                case Op.MOVK64:
                  x[insn & 63] = x[insn & 63] & ~(0xffffL << (insn >>> 12)) | imm[i];
                  i++;
                  continue next;
                case Op.MOVK32:
                  x[insn & 63] = (x[insn & 63] & ~(0xffffL << (insn >>> 12)) | imm[i]) & 0xffffffffL;
                  i++;
                  continue next;
                case Op.MOV64:
                  x[insn & 63] = x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.MOV32:
                  x[insn & 63] = x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;

                case Op.ADD_IMM64:
                  x[insn & 63] = x[insn >>> 6 & 63] + imm[i];
                  i++;
                  continue next;
                case Op.ADD_IMM32:
                  x[insn & 63] = x[insn >>> 6 & 63] + imm[i] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.ADD_REG64:
                  x[insn & 63] = x[insn >>> 6 & 63] + x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.ADD_REG32:
                  x[insn & 63] = x[insn >>> 6 & 63] + x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.SUB_REG64:
                  x[insn & 63] = x[insn >>> 6 & 63] - x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.SUB_REG32:
                  x[insn & 63] = x[insn >>> 6 & 63] - x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.ADD_SHIFTED64:
                  x[insn & 63] = x[insn >>> 6 & 63] + (x[insn >>> 12 & 63] << imm[i]);
                  i++;
                  continue next;
                case Op.ADDS_IMM64:
                  a = x[insn >>> 6 & 63];
                  b = imm[i];
                  r = x[insn >>> 6 & 63] + imm[i];
                  result = r;
                  break flags;
                case Op.ADDS_IMM32:
                  a = x[insn >>> 6 & 63] << 32;
                  b = imm[i] << 32;
                  r = x[insn >>> 6 & 63] + imm[i] << 32;
                  result = r >>> 32;
                  break flags;
                case Op.SUBS_IMM64:
                  a = x[insn >>> 6 & 63];
                  b = ~imm[i];
                  r = x[insn >>> 6 & 63] - imm[i];
                  result = r;
                  break flags;
                case Op.SUBS_IMM32:
                  a = x[insn >>> 6 & 63] << 32;
                  b = ~imm[i] << 32;
                  r = x[insn >>> 6 & 63] - imm[i] << 32;
                  result = r >>> 32;
                  break flags;
                case Op.ADDS_REG64:
                  a = x[insn >>> 6 & 63];
                  b = x[insn >>> 12 & 63];
                  r = x[insn >>> 6 & 63] + x[insn >>> 12 & 63];
                  result = r;
                  break flags;
                case Op.ADDS_REG32:
                  a = x[insn >>> 6 & 63] << 32;
                  b = x[insn >>> 12 & 63] << 32;
                  r = x[insn >>> 6 & 63] + x[insn >>> 12 & 63] << 32;
                  result = r >>> 32;
                  break flags;
                case Op.SUBS_REG64:
                  a = x[insn >>> 6 & 63];
                  b = ~x[insn >>> 12 & 63];
                  r = x[insn >>> 6 & 63] - x[insn >>> 12 & 63];
                  result = r;
                  break flags;
                case Op.SUBS_REG32:
                  a = x[insn >>> 6 & 63] << 32;
                  b = ~x[insn >>> 12 & 63] << 32;
                  r = x[insn >>> 6 & 63] - x[insn >>> 12 & 63] << 32;
                  result = r >>> 32;
                  break flags;

                case Op.AND_IMM:
                  x[insn & 63] = x[insn >>> 6 & 63] & imm[i];
                  i++;
                  continue next;
                case Op.ORR_IMM64:
                  x[insn & 63] = x[insn >>> 6 & 63] | imm[i];
                  i++;
                  continue next;
                case Op.ORR_IMM32:
                  x[insn & 63] = (x[insn >>> 6 & 63] | imm[i]) & 0xffffffffL;
                  i++;
                  continue next;
                case Op.EOR_IMM64:
                  x[insn & 63] = x[insn >>> 6 & 63] ^ imm[i];
                  i++;
                  continue next;
                case Op.EOR_IMM32:
                  x[insn & 63] = (x[insn >>> 6 & 63] ^ imm[i]) & 0xffffffffL;
                  i++;
                  continue next;
                case Op.AND_REG64:
                  x[insn & 63] = x[insn >>> 6 & 63] & x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.AND_REG32:
                  x[insn & 63] = x[insn >>> 6 & 63] & x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.ORR_REG64:
                  x[insn & 63] = x[insn >>> 6 & 63] | x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.ORR_REG32:
                  x[insn & 63] = (x[insn >>> 6 & 63] | x[insn >>> 12 & 63]) & 0xffffffffL;
                  i++;
                  continue next;
                case Op.EOR_REG64:
                  x[insn & 63] = x[insn >>> 6 & 63] ^ x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.EOR_REG32:
                  x[insn & 63] = (x[insn >>> 6 & 63] ^ x[insn >>> 12 & 63]) & 0xffffffffL;
                  i++;
                  continue next;
                // C and V of r + 0 are clear.
                case Op.ANDS_IMM64:
                  r = x[insn >>> 6 & 63] & imm[i];
                  a = r;
                  b = 0;
                  result = r;
                  break flags;
                case Op.ANDS_IMM32:
                  r = (x[insn >>> 6 & 63] & imm[i]) << 32;
                  a = r;
                  b = 0;
                  result = r >>> 32;
                  break flags;
                case Op.ANDS_REG64:
                  r = x[insn >>> 6 & 63] & x[insn >>> 12 & 63];
                  a = r;
                  b = 0;
                  result = r;
                  break flags;
                case Op.ANDS_REG32:
                  r = (x[insn >>> 6 & 63] & x[insn >>> 12 & 63]) << 32;
                  a = r;
                  b = 0;
                  result = r >>> 32;
                  break flags;

                case Op.SBFM64:
                  x[insn & 63] = x[insn >>> 6 & 63] << (insn >>> 12) >> imm[i];
                  i++;
                  continue next;
                case Op.SBFM32:
                  x[insn & 63] = (int) x[insn >>> 6 & 63] << (insn >>> 12) >> imm[i] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.UBFM64:
                  x[insn & 63] = x[insn >>> 6 & 63] << (insn >>> 12) >>> imm[i];
                  i++;
                  continue next;
                case Op.UBFM32:
                  x[insn & 63] = (int) x[insn >>> 6 & 63] << (insn >>> 12) >>> imm[i] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.LSLV64:
                  x[insn & 63] = x[insn >>> 6 & 63] << x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.LSLV32:
                  x[insn & 63] = (int) x[insn >>> 6 & 63] << x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.LSRV64:
                  x[insn & 63] = x[insn >>> 6 & 63] >>> x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.LSRV32:
                  x[insn & 63] = (int) x[insn >>> 6 & 63] >>> x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.ASRV64:
                  x[insn & 63] = x[insn >>> 6 & 63] >> x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.ASRV32:
                  x[insn & 63] = (int) x[insn >>> 6 & 63] >> x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.MADD64:
                  x[insn & 63] = x[(int) imm[i]] + x[insn >>> 6 & 63] * x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.MADD32:
                  x[insn & 63] = x[(int) imm[i]] + x[insn >>> 6 & 63] * x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.MSUB64:
                  x[insn & 63] = x[(int) imm[i]] - x[insn >>> 6 & 63] * x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.MSUB32:
                  x[insn & 63] = x[(int) imm[i]] - x[insn >>> 6 & 63] * x[insn >>> 12 & 63] & 0xffffffffL;
                  i++;
                  continue next;
                case Op.SMADDL:
                  x[insn & 63] = x[(int) imm[i]] + (long) (int) x[insn >>> 6 & 63] * (int) x[insn >>> 12 & 63];
                  i++;
                  continue next;

                case Op.CSEL64:
                  x[insn & 63] = (imm[i] >>> nzcv & 1) != 0 ? x[insn >>> 6 & 63] : x[insn >>> 12 & 63];
                  i++;
                  continue next;
                case Op.CSEL32:
                  x[insn & 63] = ((imm[i] >>> nzcv & 1) != 0 ? x[insn >>> 6 & 63] : x[insn >>> 12 & 63]) & 0xffffffffL;
                  i++;
                  continue next;
                case Op.CSINC64:
                  x[insn & 63] = (imm[i] >>> nzcv & 1) != 0 ? x[insn >>> 6 & 63] : x[insn >>> 12 & 63] + 1;
                  i++;
                  continue next;
                case Op.CSINC32:
                  x[insn & 63] =
                      ((imm[i] >>> nzcv & 1) != 0 ? x[insn >>> 6 & 63] : x[insn >>> 12 & 63] + 1) & 0xffffffffL;
                  i++;
                  continue next;

                case Op.LDR64:
                  address = x[insn >>> 6 & 63] + imm[i];
                  break load64;
                case Op.LDR64_REG:
                  address = x[insn >>> 6 & 63] + (x[insn >>> 12 & 63] << imm[i]);
                  break load64;
                case Op.LDR64_SP:
                  AddressSpace.checkAligned(x[insn >>> 6 & 63]);
                  address = x[insn >>> 6 & 63] + imm[i];
                  break load64;
                case Op.LDR32:
                  address = x[insn >>> 6 & 63] + imm[i];
                  break load32;
                case Op.LDR32_REG:
                  address = x[insn >>> 6 & 63] + (x[insn >>> 12 & 63] << imm[i]);
                  break load32;
                case Op.LDRB:
                  address = x[insn >>> 6 & 63] + imm[i];
                  break load8;
                case Op.LDRB_REG:
                  address = x[insn >>> 6 & 63] + x[insn >>> 12 & 63];
                  break load8;
                case Op.STR64:
                  Memory.putLong(space.store(Op.n(insn), x[insn >>> 6 & 63] + imm[i], 8), x[insn & 63]);
                  i++;
                  continue next;
                case Op.STR64_SP:
                  AddressSpace.checkAligned(x[insn >>> 6 & 63]);
                  Memory.putLong(space.store(CpuState.SP, x[insn >>> 6 & 63] + imm[i], 8), x[insn & 63]);
                  i++;
                  continue next;
                case Op.STR32:
                  Memory.putInt(space.store(Op.n(insn), x[insn >>> 6 & 63] + imm[i], 4), (int) x[insn & 63]);
                  i++;
                  continue next;
                case Op.STRB:
                  Memory.putByte(space.store(Op.n(insn), x[insn >>> 6 & 63] + imm[i], 1), (byte) x[insn & 63]);
                  i++;
                  continue next;
                case Op.LDRD:
                  v[insn & 31] = Memory.getLong(space.load(Op.n(insn), x[insn >>> 6 & 63] + imm[i], 8));
                  vHigh[insn & 31] = 0;
                  i++;
                  continue next;
                case Op.STRD:
                  Memory.putLong(space.store(Op.n(insn), x[insn >>> 6 & 63] + imm[i], 8), v[insn & 31]);
                  i++;
                  continue next;

                case Op.FADD_D:
                  floats.add(insn);
                  i++;
                  continue next;
                case Op.FSUB_D:
                  floats.subtract(insn);
                  i++;
                  continue next;
                case Op.FMUL_D:
                  floats.multiply(insn);
                  i++;
                  continue next;
                case Op.FDIV_D:
                  floats.divide(insn);
                  i++;
                  continue next;
                case Op.FCMP_D:
                  nzcv =
                      FloatUnit.compareDoubles(v[insn >>> 6 & 31], (insn & 1) != 0 ? 0 : v[insn >>> 12 & 31]);
                  i++;
                  continue next;
                case Op.FMOV_D:
                  v[insn & 31] = v[insn >>> 6 & 31];
                  vHigh[insn & 31] = 0;
                  i++;
                  continue next;
                case Op.FMOV_X_TO_D:
                  v[insn & 31] = x[insn >>> 6 & 63];
                  vHigh[insn & 31] = 0;
                  i++;
                  continue next;
                case Op.FMOV_D_TO_X:
                  x[insn & 63] = v[insn >>> 6 & 31];
                  i++;
                  continue next;
                case Op.SCVTF_W_TO_D:
                  v[insn & 31] = Double.doubleToRawLongBits((int) x[insn >>> 6 & 63]);
                  vHigh[insn & 31] = 0;
                  i++;
                  continue next;
                case Op.FCVTZS_D_TO_W:
                  x[insn & 63] = (int) Double.longBitsToDouble(v[insn >>> 6 & 31]) & 0xffffffffL;
                  i++;
                  continue next;

                case Op.UNDECODED:
                  cache.decode(page, i);
                  continue next;
                case Op.NEXT_PAGE:
                  executed += i - start;
                  start = i;
                  pc = base + 4L * i;
                  landing = ANY;
                  continue enter;
                default:
                  if (insn < 0) {
                    cpu.nzcv = nzcv;
                    cpu.executed = executed + (i - start);
                    environment.trace(base + 4L * i);
                    insn &= ~InstructionCache.TRACED;
                    continue redo;
                  }
                  nzcv = rare(insn, imm[i], nzcv);
                  i++;
                  continue next;
              }
            } // branch: to target
              executed += i - start + 1;
              if (executed >= pollAt) {
                // As if before the first instruction at the target.
                start = i + 1;
                cpu.executed = executed;
                cpu.pc = base + 4L * i;
                pollAt = environment.poll();
              }
              if (target >= 0 && target < PAGE) {
                i = target;
                start = target;
                continue next;
              }
              if (target != ELSEWHERE) {
                pc = base + 4L * target;
                landing = ANY;
                continue enter;
              }
              long offset = pc - base;
              if (offset >= 0 && offset < CodePage.BYTES && (pc & 3) == 0) {
                i = (int) offset >> 2;
                start = i;
                if (landing != ANY && guarded) {
                  checkLanding(page, i, landing);
                }
                continue next;
              }
              start = i + 1;
              continue enter;
            } // load8: from address
              result = Memory.getByte(space.load(Op.n(insn), address, 1)) & 0xffL;
              break general;
            } // load32: from address
              result = Memory.getInt(space.load(Op.n(insn), address, 4)) & 0xffffffffL;
              break general;
            } // load64: from address
              result = Memory.getLong(space.load(Op.n(insn), address, 8));
              break general;
            } // flags: of the sum r of a and b, in the upper halves for operations on 32 bits
              nzcv = Conditions.ofSum(a, b, r);
            } // general: result goes to a register
            x[insn & 63] = result;
            i++;
            continue next;
          }
        }
      }
    } catch (Signal signal) {
      cpu.pc = base + 4L * i;
      cpu.executed = executed + Math.max(0, i - start);
      cpu.nzcv = nzcv;
      throw signal;
    }
  }

  private int rare(int insn, long imm, int nzcv) {
    int op = insn >>> Op.SHIFT;
    if (op >= Op.FIRST_MEMORY) {
      memory.execute(insn, imm);
      return nzcv;
    }
    if (op >= Op.FIRST_VECTOR) {
      vectors.execute(insn, imm);
      return nzcv;
    }
    if (op >= Op.FIRST_CONVERSION) {
      return conversions.execute(insn, imm, nzcv);
    }
    if (op >= Op.FIRST_FLOAT) {
      return floats.execute(insn, imm, nzcv);
    }
    if (op >= Op.FIRST_SYSTEM) {
      return system.execute(insn, imm, nzcv);
    }
    if (op >= Op.FIRST_INTEGER) {
      return integers.execute(insn, imm, nzcv);
    }
    throw switch (op) {
      case Op.OUTSIDE -> new Signal(FaultKind.JUMP_OUTSIDE, 0, "control ran into words that are no installed code");
      case Op.STALE -> new Signal(
          FaultKind.STALE_INSTRUCTION, 0, "the cache line was written and its maintenance is not complete");
      default -> new Signal(
          FaultKind.UNKNOWN_INSTRUCTION, 0, "0x%08x is no instruction that the simulator knows".formatted((int) imm));
    };
  }

  private void checkLanding(CodePage page, int index, int landing) {
    if (page.code[index] >>> Op.SHIFT == Op.UNDECODED) {
      cache.decode(page, index);
    }
    int insn = page.code[index] & ~InstructionCache.TRACED;
    int op = insn >>> Op.SHIFT;
    boolean isCode = op != Op.OUTSIDE && op != Op.STALE;
    if (isCode && (op != Op.BTI || (page.imm[index] & landing) == 0)) {
      throw new Signal(
          FaultKind.MISSING_LANDING_PAD,
          0,
          "an indirect " + (landing == BY_CALL ? "call" : "jump") + " led here, where no fitting bti is");
    }
  }
}
