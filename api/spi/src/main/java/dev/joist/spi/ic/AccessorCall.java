package dev.joist.spi.ic;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.LoweringContext;

/**
 * Calls of getters and setters in line, by an instruction that declares calls. The object is known to be one that the facts are about. Its frame is followed by
 * the function's: no window was made for a call that nobody sees.
 */
public record AccessorCall(LoweringContext cx, PropertyOperands operands, FactsEmitter facts, MutGp temp) {
  private static final int LINK = 2;
  private static final int THIS = 3;

  /** Emits object.name, where a getter is found. */
  public void get(int kind, Gp object) {
    MutGp getter = load(kind, object, Layout.ACCESSOR_GETTER);
    call(getter, object, 0);
    cx.masm().move(cx.def(operands.value()), cx.roles().result());
  }

  /** Emits object.name = value, where a setter is found. */
  public void set(int kind, Gp object, Gp value) {
    MutGp setter = load(kind, object, Layout.ACCESSOR_SETTER);
    cx.masm().store(Width.BITS64, value, cx.slot(cx.registerCount() + THIS + 1));
    call(setter, object, 1);
  }

  private MutGp load(int kind, Gp object, int accessor) {
    facts.load(kind - PropertyKind.ACCESSOR, object, temp, cx.slowPath());
    cx.masm().load(Width.BITS64, temp, Mem.at(temp, accessor + cx.values().cellBias()));
    // Without one there is nothing to call, or an error.
    cx.values().branchIfNotCell(cx.masm(), temp, cx.slowPath());
    return temp;
  }

  private void call(MutGp function, Gp object, int argc) {
    MacroAssembler masm = cx.masm();
    MutGp sites = cx.roles().sites();
    int window = cx.registerCount();
    int words = window + THIS;
    cx.requireRoom(words);
    masm.store(Width.BITS64, object, cx.slot(window + THIS));
    masm.store(Width.BITS64, function, cx.slot(window));
    masm.load(Width.BITS64, sites, Mem.at(function, Layout.FUNCTION_INFO + cx.values().cellBias()));
    masm.storeImm(Width.BITS64, cx.link(words, argc, false), cx.slot(window + LINK));
    masm.moveImm(cx.roles().argumentCount(), argc);
    masm.load(Width.BITS64, function, Mem.at(sites, Layout.INFO_ENTRY));
    cx.callFunction(function, words);
  }
}
