package dev.joist.library.typed;

import dev.joist.library.math.HalfFloats;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** The kinds of numbers that a buffer's bytes can be read as, little-endian. */
enum ElementType {
  INT8("Int8", 1), UINT8("Uint8", 1), UINT8_CLAMPED("Uint8Clamped", 1), INT16("Int16", 2), UINT16("Uint16", 2), INT32("Int32", 4), UINT32("Uint32", 4),
  FLOAT16("Float16", 2), FLOAT32("Float32", 4), FLOAT64("Float64", 8);

  private final String typeName;
  private final int bytes;

  ElementType(String typeName, int bytes) {
    this.typeName = typeName;
    this.bytes = bytes;
  }

  /** Its constructor's name without Array. */
  String typeName() {
    return typeName;
  }

  int bytes() {
    return bytes;
  }

  /** The number at an address. */
  long read(Vm vm, long address) {
    return switch (this) {
      case INT8 -> Values.int32((byte) Memory.getByte(address));
      case UINT8, UINT8_CLAMPED -> Values.int32(Memory.getByte(address) & 0xFF);
      case INT16 -> Values.int32((short) Memory.getChar(address));
      case UINT16 -> Values.int32(Memory.getChar(address));
      case INT32 -> Values.int32(Memory.getInt(address));
      case UINT32 -> vm.number(Memory.getUnsignedInt(address));
      case FLOAT16 -> vm.number(Float.float16ToFloat((short) Memory.getChar(address)));
      case FLOAT32 -> vm.number(Float.intBitsToFloat(Memory.getInt(address)));
      case FLOAT64 -> vm.number(Memory.getDouble(address));
    };
  }

  /** Stores a number, converted as the standard's SetValueInBuffer says. */
  void write(long address, double number) {
    switch (this) {
      case INT8, UINT8 -> Memory.putByte(address, Conversions.toInt32(number));
      case UINT8_CLAMPED -> Memory.putByte(address, clamped(number));
      case INT16, UINT16 -> Memory.putChar(address, Conversions.toInt32(number));
      case INT32, UINT32 -> Memory.putInt(address, Conversions.toInt32(number));
      case FLOAT16 -> Memory.putChar(address, HalfFloats.bits(number));
      case FLOAT32 -> Memory.putInt(address, Float.floatToIntBits((float) number));
      case FLOAT64 -> Memory.putDouble(address, number);
    }
  }

  /** ToUint8Clamp: ties to even. */
  private static int clamped(double number) {
    return (int) Math.rint(Math.min(Math.max(Double.isNaN(number) ? 0 : number, 0), 255));
  }
}
