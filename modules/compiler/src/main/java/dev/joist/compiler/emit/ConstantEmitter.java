package dev.joist.compiler.emit;

import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Transfer;

/** Emits an instruction that does nothing but define a constant. */
final class ConstantEmitter {
  private ConstantEmitter() {}

  static void emit(TransferEmitter transfers, Operands operands) {
    Known value = new Known(operands.constraints().constant().getAsLong());
    transfers.emitAll(operands.placement().before());
    for (int d = 0; d < operands.placement().defs().size(); d++) {
      transfers.emit(new Transfer(operands.problem().defs().get(d).register(), value,
          operands.placement().defs().get(d)));
    }
    transfers.emitAll(operands.placement().after());
  }
}
