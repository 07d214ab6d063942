package dev.joist.plugin.core.lowering;

import dev.joist.masm.Fp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;

/** The double half of a binary operator. */
interface DoubleOperation {
  void emit(MacroAssembler masm, MutFp dst, Fp a, Fp b);
}
