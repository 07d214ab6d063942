package dev.joist.plugin.call.lowering;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeLowering;
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
      bias = 0;
    }
    return Mem.at(at, offset + bias);
  }

  /** LoadScoped: result, scope, hops, slot. */
  static final class Load implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().use(1, UsePolicy.BOXED).temps(1, 0).build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Mem field = field(cx, cx.use(1), insn.operand(2), insn.operand(3));
      cx.masm().load(Width.BITS64, cx.def(0), field);
    }
  }

  /** StoreScoped: scope, hops, slot, value. */
  static final class Store implements OpcodeLowering {
    private static final Constraints CONSTRAINTS =
        Constraints.builder().use(0, UsePolicy.BOXED).use(3, UsePolicy.BOXED).temps(1, 0).build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      Gp value = cx.use(3);
      cx.storeToCell(value, field(cx, cx.use(0), insn.operand(1), insn.operand(2)));
    }
  }

  /** LoadFunctionScope: result. */
  static final class OfFunction implements OpcodeLowering {
    private static final Constraints CONSTRAINTS = Constraints.builder().temps(1, 0).build();

    @Override
    public Constraints constraints(Insn insn, LoweringEnvironment environment) {
      return CONSTRAINTS;
    }

    @Override
    public void emit(LoweringContext cx, Insn insn) {
      MacroAssembler masm = cx.masm();
      MutGp scope = cx.temp(0);
      MutGp def = cx.def(0);
      Label done = masm.newLabel();
      masm.load(Width.BITS64, scope, Mem.at(cx.roles().base(), Layout.FRAME_CALLEE));
      masm.load(Width.BITS64, scope, Mem.at(scope, Layout.FUNCTION_SCOPE + cx.values().cellBias()));
      masm.branchImm(Width.BITS64, Cond.EQUAL, scope, 0, cx.outOfLine(() -> {
        masm.moveImm(def, Values.UNDEFINED);
        masm.jump(done);
      }));
      cx.values().boxCell(masm, def, scope);
      masm.bind(done);
    }
  }
}
