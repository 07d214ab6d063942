package dev.joist.plugin.call.lowering;

import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.opcode.Place;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;

/** Captured variables. */
final class ScopeLowering {
  private static final int SLOT_BYTES = 8;

  private ScopeLowering() {}

  /** A slot of a scope, some hops up from a scope's Value. */
  private static Mem field(LoweringContext cx, Gp scope, int hops, int slot) {
    int offset = Layout.SCOPE_SLOTS + SLOT_BYTES * slot;
    int bias = cx.values().cellBias();
    Gp at = scope;
    for (int i = 0; i < hops; i++) {
      cx.masm().load(Width.BITS64, cx.temp(0), Mem.at(at, Layout.SCOPE_PARENT + bias));
      at = cx.temp(0);
    }
    return Mem.at(at, offset + bias);
  }

  /** A slot of any scope. */
  private record ScopePlace(int slot) implements Place {}

  /** LoadScoped: result, scope, hops, slot. */
  static final class Load implements OpcodeLowering {
    private static final int SLOT = 3;

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return Constraints.builder().use(1, UsePolicy.BOXED).temps(1, 0).reads(new ScopePlace(insn.operand(SLOT))).build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Mem field = field(cx, cx.use(1), insn.operand(2), insn.operand(3));
      cx.masm().load(Width.BITS64, cx.def(0), field);
    }
  }

  /** StoreScoped: scope, hops, slot, value. */
  static final class Store implements OpcodeLowering {
    private static final int SLOT = 2;

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return Constraints.builder().use(0, UsePolicy.BOXED).use(3, UsePolicy.BOXED).temps(1, 0).writes(new ScopePlace(insn.operand(SLOT)))
          .build();
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Gp value = cx.use(3);
      cx.storeToCell(value, field(cx, cx.use(0), insn.operand(1), insn.operand(2)));
    }
  }

  /** CreateScope: result, parent (a scope or undefined), number of slots. */
  static final class Create implements OpcodeLowering {
    /** Beyond this the slow path is as good. */
    private static final int MOST_SLOTS = 16;
    private static final int SLOTS = 2;
    private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(2, 0).exits().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return insn.operand(SLOTS) > MOST_SLOTS ? Constraints.SLOW_PATH_ONLY : CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      int slots = insn.operand(SLOTS);
      if (slots > MOST_SLOTS) {
        masm.jump(cx.slowPath());
        return;
      }
      MutGp cell = cx.temp(0);
      MutGp temp = cx.temp(1);
      Gp parent = cx.use(1);
      int bytes = Layout.SCOPE_SLOTS + SLOT_BYTES * slots;
      int size = cx.allocate(cell, temp, CellKind.SCOPE, 0, bytes, cx.slowPath());
      masm.store(Width.BITS64, parent, Mem.at(cell, Layout.SCOPE_PARENT));
      masm.storeImm(Width.BITS64, slots, Mem.at(cell, Layout.SCOPE_COUNT));
      masm.moveImm(temp, Values.HOLE);
      for (int i = 0; i < slots; i++) {
        masm.store(Width.BITS64, temp, Mem.at(cell, Layout.SCOPE_SLOTS + SLOT_BYTES * i));
      }
      for (int at = bytes; at < size; at += SLOT_BYTES) {
        masm.storeImm(Width.BITS64, 0, Mem.at(cell, at));
      }
      cx.values().boxCell(masm, cx.def(0), cell);
    }
  }

  /** LoadFunctionScope: result. */
  static final class OfFunction implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      MutGp def = cx.def(0);
      masm.load(Width.BITS64, def, Mem.at(cx.roles().base(), Layout.FRAME_CALLEE));
      masm.load(Width.BITS64, def, Mem.at(def, Layout.FUNCTION_SCOPE + cx.values().cellBias()));
    }
  }
}
