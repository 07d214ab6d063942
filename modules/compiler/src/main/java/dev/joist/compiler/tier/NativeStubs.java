package dev.joist.compiler.tier;

import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.spi.abi.Request;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The machine code of the {@link MachineNative}s, in one piece: each called as compiled code is, on a frame that Java can run instead. */
final class NativeStubs {
  private static final int ARGUMENT = 8;
  private static final int WORD_SHIFT = 3;

  final Strategies strategies;
  final CodeBuilder builder;
  final MacroAssembler masm;
  final CallRegisters roles;
  /** At least five, none of which has a part in calls. */
  final List<MutGp> temps;
  private final Map<MachineNative, Label> entries = new EnumMap<>(MachineNative.class);
  /** Has Java run the frame, whose registers and arguments are as they were at the entry. */
  Label slow;

  private NativeStubs(Strategies strategies) {
    this.strategies = strategies;
    builder = strategies.backend().begin();
    masm = builder.masm();
    roles = strategies.backend().registers().calls();
    temps = strategies.backend().registers().tempGp().stream().filter(r -> !r.equals(roles.argumentCount()) && !r.equals(roles.result())).toList();
  }

  /** The code, and where in it each native begins. */
  record Emitted(CodeImage image, Map<MachineNative, Integer> offsets) {}

  static Emitted emit(Strategies strategies) {
    return new NativeStubs(strategies).emit();
  }

  private Emitted emit() {
    StringNatives strings = new StringNatives(this);
    StringSearches searches = new StringSearches(this);
    StringSlices slices = new StringSlices(this);
    ArrayNatives arrays = new ArrayNatives(this);
    NumberNatives numbers = new NumberNatives(this);
    for (MachineNative code : MachineNative.values()) {
      begin(code);
      switch (code) {
        case ARRAY -> arrays.emitArray();
        case ARRAY_INDEX_OF -> arrays.emitIndexOf();
        case ARRAY_IS_ARRAY -> arrays.emitIsArray();
        case ARRAY_JOIN -> arrays.emitJoin();
        case ARRAY_POP -> arrays.emitPop();
        case ARRAY_PUSH -> arrays.emitPush();
        case NUMBER_IS_FINITE -> numbers.emitIsFinite();
        case NUMBER_IS_NAN -> numbers.emitIsNaN();
        case STRING_CHAR_AT -> strings.emitCharAt();
        case STRING_CHAR_CODE_AT -> strings.emitCharCodeAt();
        case STRING_ENDS_WITH -> searches.emitEndsWith();
        case STRING_FROM_CHAR_CODE -> strings.emitFromCharCode();
        case STRING_INCLUDES -> searches.emitIncludes();
        case STRING_INDEX_OF -> searches.emitIndexOf();
        case STRING_SLICE -> slices.emitSlice();
        case STRING_SPLIT -> searches.emitSplit();
        case STRING_STARTS_WITH -> searches.emitStartsWith();
        case STRING_SUBSTRING -> slices.emitSubstring();
        case STRING_TO_LOWER_CASE -> strings.emitToLowerCase();
        case STRING_TRIM -> slices.emitTrim();
      }
      end();
    }
    CodeImage image = builder.build();
    Map<MachineNative, Integer> offsets = new EnumMap<>(MachineNative.class);
    entries.forEach((code, label) -> offsets.put(code, builder.offsetOf(label)));
    return new Emitted(image, offsets);
  }

  private void begin(MachineNative code) {
    Label entry = masm.newLabel();
    entries.put(code, entry);
    slow = masm.newLabel();
    masm.bindIndirect(entry);
    masm.enterFrame(0);
  }

  private void end() {
    masm.bind(slow);
    strategies.abi().emitRequest(masm, strategies.backend().registers(), Request.INTERPRET, roles.argumentCount());
    masm.leaveFrameAndReturn(0);
  }

  /** Returns what is in the result register. */
  void emitReturn() {
    masm.leaveFrameAndReturn(0);
  }

  void emitReturn(long value) {
    masm.moveImm(roles.result(), value);
    emitReturn();
  }

  /** Java takes calls with another number of arguments. */
  void requireArguments(int count) {
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, roles.argumentCount(), count, slow);
  }

  Mem thisValue() {
    return Mem.at(roles.base(), 0);
  }

  Mem argument(int number) {
    return Mem.at(roles.base(), ARGUMENT + Long.BYTES * number);
  }

  /** dst = the address of a cell of a kind; Java takes all else. */
  void loadCell(Mem value, int kind, MutGp dst, MutGp temp) {
    masm.load(Width.BITS64, dst, value);
    strategies.values().branchIfNotCell(masm, dst, slow);
    strategies.values().cellAddress(masm, dst, dst);
    masm.load(Width.BITS8, temp, Mem.at(dst, Layout.CELL_KIND));
    masm.branchImm(Width.BITS32, Cond.NOT_EQUAL, temp, kind, slow);
  }

  /** dst = the address of a string, which may be a rope. */
  void loadString(Mem value, MutGp dst, MutGp temp) {
    loadCell(value, CellKind.STRING, dst, temp);
  }

  /** dst = an int32, zero-extended. */
  void loadInt32(Mem value, MutGp dst) {
    masm.load(Width.BITS64, dst, value);
    strategies.values().branchIfNotInt32(masm, dst, slow);
    strategies.values().unboxInt32(masm, dst, dst);
  }

  /** Returns the string of one Latin-1 unit, or, of {@link Strings#SINGLES}, the empty string. */
  void returnSingle(MutGp unit, MutGp temp) {
    masm.load(Width.BITS64, temp, Mem.at(roles.context(), Layout.CONTEXT_SINGLES));
    masm.load(Width.BITS64, roles.result(), Mem.indexed(temp, unit, WORD_SHIFT, 0));
    emitReturn();
  }

  void returnInt32(MutGp int32) {
    strategies.values().boxInt32(masm, roles.result(), int32);
    emitReturn();
  }
}
