package dev.joist.spi.opcode;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;

/**
 * Calls in line, by an instruction that declares calls, of a function that the source does not call there: a getter, say. No window was made for it, so
 * the frame of the instruction is followed by the function's.
 */
public record UnseenCall(LoweringContext cx) {
  private static final int LINK = 2;
  private static final int THIS = 3;

  /** Before {@link #emit}: gives it an argument. */
  public void argument(int number, Gp value) {
    cx.masm().store(Width.BITS64, value, cx.slot(cx.registerCount() + THIS + 1 + number));
  }

  /**
   * Emits the call; the result register has the result then.
   *
   * @param function its Value, which is lost
   */
  public void emit(MutGp function, Gp thisValue, int argc) {
    MacroAssembler masm = cx.masm();
    MutGp sites = cx.roles().sites();
    int window = cx.registerCount();
    int words = window + THIS;
    cx.requireRoom(words);
    masm.store(Width.BITS64, thisValue, cx.slot(window + THIS));
    masm.store(Width.BITS64, function, cx.slot(window));
    masm.load(Width.BITS64, sites, Mem.at(function, Layout.FUNCTION_INFO + cx.values().cellBias()));
    masm.storeImm(Width.BITS64, cx.link(words, argc, false), cx.slot(window + LINK));
    masm.moveImm(cx.roles().argumentCount(), argc);
    masm.load(Width.BITS64, function, Mem.at(sites, Layout.INFO_ENTRY));
    cx.callFunction(function, words);
  }
}
