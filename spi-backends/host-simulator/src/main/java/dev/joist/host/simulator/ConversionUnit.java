package dev.joist.host.simulator;

/** Conversions between floating-point formats, integers and registers. */
final class ConversionUnit {
  private static final double TWO_63 = 0x1p63;

  private final CpuState cpu;
  private final long[] x;
  private final long[] v;
  private final long[] vHigh;

  ConversionUnit(CpuState cpu) {
    this.cpu = cpu;
    this.x = cpu.x;
    this.v = cpu.v;
    this.vHigh = cpu.vHigh;
  }

  /**
   * Executes one operation between {@link Op#FIRST_CONVERSION} and {@link Op#LAST_CONVERSION}.
   *
   * @return the new flags
   */
  int execute(int insn, long imm, int nzcv) {
    int op = insn >>> Op.SHIFT;
    int d = Op.d(insn);
    int n = Op.n(insn);
    if (op < Op.FROM_SIGNED64) {
      x[d] = toInteger(op, v[n], Op.m(insn), (int) imm);
      return nzcv;
    }
    if (op < Op.FJCVTZS) {
      put(d, fromInteger(op, x[n], (int) imm));
      return nzcv;
    }
    switch (op) {
      case Op.FJCVTZS -> {
        return toJavaScriptInt32(d, v[n]);
      }
      case Op.FCVT_S_TO_D -> put(d, singleToDouble((int) v[n]));
      case Op.FCVT_D_TO_S -> put(d, doubleToSingle(v[n]) & 0xffffffffL);
      case Op.FCVT_H_TO_S -> put(d, halfToSingle((short) v[n]) & 0xffffffffL);
      case Op.FCVT_H_TO_D -> put(d, singleToDouble(halfToSingle((short) v[n])));
      case Op.FCVT_S_TO_H -> put(d, singleToHalf((int) v[n]) & 0xffffL);
      case Op.FCVT_D_TO_H -> put(d, doubleToHalf(v[n]) & 0xffffL);
      case Op.FMOV_W_TO_S -> put(d, x[n] & 0xffffffffL);
      case Op.FMOV_S_TO_W -> x[d] = v[n] & 0xffffffffL;
      case Op.FMOV_X_TO_HIGH -> vHigh[d] = x[n];
      case Op.FMOV_HIGH_TO_X -> x[d] = vHigh[n];
      default -> throw new IllegalStateException("no conversion: " + op);
    }
    return nzcv;
  }

  private void put(int d, long bits) {
    v[d] = bits;
    vHigh[d] = 0;
  }

  private static long toInteger(int op, long bits, int rounding, int fractionBits) {
    boolean isDouble = (op & 1) != 0;
    double source = isDouble ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
    // Scaling by a power of two is exact, or overflows to what saturates anyway.
    double value = Rounding.round(fractionBits == 0 ? source : source * power(fractionBits), rounding);
    return switch (op & -2) {
      case Op.TO_SIGNED64 -> (long) value;
      case Op.TO_SIGNED32 -> (int) value & 0xffffffffL;
      case Op.TO_UNSIGNED64 -> value < TWO_63 ? Math.max(0, (long) value) : value != value ? 0 : large(value);
      default -> Math.clamp((long) value, 0, 0xffffffffL);
    };
  }

  /** A value of at least 2^63 as an unsigned number, saturating. */
  private static long large(double value) {
    return value >= 2 * TWO_63 ? -1 : (long) (value - TWO_63) ^ Long.MIN_VALUE;
  }

  private static double power(int exponent) {
    return Math.scalb(1.0, exponent);
  }

  private static long fromInteger(int op, long source, int fractionBits) {
    long value =
        switch (op & -2) {
          case Op.FROM_SIGNED32 -> (int) source;
          case Op.FROM_UNSIGNED32 -> source & 0xffffffffL;
          default -> source;
        };
    // A number of 64 bits without sign is halved, keeping a sticky bit, so that one rounding happens.
    boolean halved = (op & -2) == Op.FROM_UNSIGNED64 && value < 0;
    if (halved) {
      value = value >>> 1 | value & 1;
    }
    double scale = power((halved ? 1 : 0) - fractionBits);
    if ((op & 1) != 0) {
      return Double.doubleToRawLongBits(value * scale);
    }
    return Float.floatToRawIntBits((float) value * (float) scale) & 0xffffffffL;
  }

  /** The low 32 bits of the truncated number; Z says that nothing was lost. */
  private int toJavaScriptInt32(int d, long bits) {
    double value = Double.longBitsToDouble(bits);
    int result = (int) value;
    if (result != value) {
      result = modulo32(bits);
    }
    x[d] = result & 0xffffffffL;
    return result == value && bits != Long.MIN_VALUE ? Conditions.Z : 0;
  }

  private static int modulo32(long bits) {
    int exponent = Math.getExponent(Double.longBitsToDouble(bits));
    if (exponent < 0 || exponent > 83) {
      return 0;
    }
    long significand = bits & 0xfffffffffffffL | 0x10000000000000L;
    long shifted = exponent <= 52 ? significand >>> 52 - exponent : significand << exponent - 52;
    return (int) (bits < 0 ? -shifted : shifted);
  }

  private long singleToDouble(int bits) {
    return Nan.isNan(bits)
        ? Nan.widen(bits, cpu.defaultNan())
        : Double.doubleToRawLongBits(Float.intBitsToFloat(bits));
  }

  private int doubleToSingle(long bits) {
    return Nan.isNan(bits)
        ? Nan.narrow(bits, cpu.defaultNan())
        : Float.floatToRawIntBits((float) Double.longBitsToDouble(bits));
  }

  private int halfToSingle(short half) {
    if ((half & 0x7fff) > 0x7c00) {
      int bits = (half & 0x8000) << 16 | Nan.DEFAULT_SINGLE | (half & 0x3ff) << 13;
      return cpu.defaultNan() ? Nan.DEFAULT_SINGLE : bits;
    }
    return Float.floatToRawIntBits(Float.float16ToFloat(half));
  }

  private short singleToHalf(int bits) {
    if (Nan.isNan(bits)) {
      return (short) (cpu.defaultNan() ? 0x7e00 : bits >>> 16 & 0x8000 | 0x7e00 | bits >>> 13 & 0x1ff);
    }
    return Float.floatToFloat16(Float.intBitsToFloat(bits));
  }

  private short doubleToHalf(long bits) {
    if (Nan.isNan(bits)) {
      return singleToHalf(Nan.narrow(bits, cpu.defaultNan()));
    }
    double value = Double.longBitsToDouble(bits);
    float single = (float) value;
    // Rounding to odd first, so that rounding again is rounding once.
    if (single != value && (Float.floatToRawIntBits(single) & 1) == 0 && Float.isFinite(single)) {
      single = value > single ? Math.nextUp(single) : Math.nextDown(single);
    }
    return Float.floatToFloat16(single);
  }
}
