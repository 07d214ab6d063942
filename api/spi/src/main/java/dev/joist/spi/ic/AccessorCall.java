package dev.joist.spi.ic;

import dev.joist.masm.Gp;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.ic.InlineCacheStrategy.PropertyOperands;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.UnseenCall;

/** Calls of getters and setters in line, by an instruction that declares calls. The object is known to be one that the facts are about. */
public record AccessorCall(LoweringContext cx, PropertyOperands operands, FactsEmitter facts, MutGp temp) {
  /** Emits object.name, where a getter is found. */
  public void get(int kind, Gp object) {
    MutGp getter = load(kind, object, Layout.ACCESSOR_GETTER);
    new UnseenCall(cx).emit(getter, object, 0);
    cx.masm().move(cx.def(operands.value()), cx.roles().result());
  }

  /** Emits object.name = value, where a setter is found. */
  public void set(int kind, Gp object, Gp value) {
    MutGp setter = load(kind, object, Layout.ACCESSOR_SETTER);
    UnseenCall call = new UnseenCall(cx);
    call.argument(0, value);
    call.emit(setter, object, 1);
  }

  private MutGp load(int kind, Gp object, int accessor) {
    facts.load(kind - PropertyKind.ACCESSOR, object, temp, cx.slowPath());
    cx.masm().load(Width.BITS64, temp, Mem.at(temp, accessor + cx.values().cellBias()));
    // Without one there is nothing to call, or an error.
    cx.values().branchIfNotCell(cx.masm(), temp, cx.slowPath());
    return temp;
  }
}
