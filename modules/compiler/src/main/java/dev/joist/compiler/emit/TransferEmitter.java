package dev.joist.compiler.emit;

import dev.joist.masm.Fp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.opcode.SharedStub;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Location.Spilled;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.Values;
import java.util.List;

/**
 * Emits transfers between locations. Uses the last two general-purpose and the last two floating-point temps, which no
 * location names. Every value is what its source's and target's representations say: nothing is checked.
 */
final class TransferEmitter {
  private static final int SLOT_BYTES = 8;

  private final MacroAssembler masm;
  private final ValueEmitter values;
  private final OutOfLine outOfLine;
  private final MutGp context;
  private final MutGp base;
  private final MutGp allocation;
  private final MutGp temp;
  private final MutFp fpTemp;
  private final MutGp cycleTemp;
  private final MutFp fpCycleTemp;
  /** Whether the cycle temp holds what a cycle of transfers still needs. */
  private boolean cycleSaved;

  TransferEmitter(MacroAssembler masm, ValueEmitter values, RegisterFile registers, OutOfLine outOfLine) {
    this.outOfLine = outOfLine;
    context = registers.calls().context();
    this.masm = masm;
    this.values = values;
    base = registers.calls().base();
    allocation = registers.calls().allocation();
    temp = registers.tempGp().getLast();
    fpTemp = registers.tempFp().getLast();
    cycleTemp = registers.tempGp().get(registers.tempGp().size() - 2);
    fpCycleTemp = registers.tempFp().get(registers.tempFp().size() - 2);
  }

  Mem.Displaced slot(int register) {
    return new Mem.Displaced(base, SLOT_BYTES * register);
  }

  void emitAll(List<Transfer> transfers) {
    transfers.forEach(this::emit);
  }

  /** All sources are read before any target is written. */
  void emitParallel(List<Transfer> transfers) {
    ParallelTransfers.emit(transfers, new ParallelTransfers.Sink() {
      @Override
      public void emit(Transfer transfer) {
        TransferEmitter.this.emit(transfer);
      }

      @Override
      public Location save(Location location) {
        return TransferEmitter.this.save(location);
      }
    });
    cycleSaved = false;
  }

  private Location save(Location location) {
    return switch (location) {
      case InGp at -> {
        cycleSaved = true;
        masm.move(cycleTemp, at.register());
        yield new InGp(cycleTemp, at.representation());
      }
      case InFp at -> {
        masm.moveFp(fpCycleTemp, at.register());
        yield new InFp(fpCycleTemp);
      }
      default -> throw new IllegalStateException("the allocator asks for a cycle of transfers through " + location);
    };
  }

  void emit(Transfer transfer) {
    switch (transfer.to()) {
      case Slot slot -> store(transfer.from(), slot(transfer.register()));
      case InGp to -> loadGp(transfer.from(), to, slot(transfer.register()));
      case InFp to -> loadFp(transfer.from(), to.register(), slot(transfer.register()));
      case Spilled to -> spill(transfer.from(), to, slot(transfer.register()));
      case Known known -> { }
    }
  }

  private void store(Location from, Mem slot) {
    switch (from) {
      case Slot same -> { }
      case Known known -> masm.storeImm(Width.BITS64, known.value(), slot);
      case InGp at when at.representation() == Representation.BOXED -> masm.store(Width.BITS64, at.register(), slot);
      default -> {
        loadGp(from, new InGp(temp, Representation.BOXED), slot);
        masm.store(Width.BITS64, temp, slot);
      }
    }
  }

  private void loadGp(Location from, InGp to, Mem slot) {
    boolean boxed = to.representation() == Representation.BOXED;
    MutGp dst = to.register();
    switch (from) {
      case Known known -> masm.moveImm(dst, boxed ? known.value()
          : Integer.toUnsignedLong(Values.asInt32(known.value())));
      case Slot at -> {
        masm.load(Width.BITS64, dst, slot);
        if (!boxed) {
          values.unboxInt32(masm, dst, dst);
        }
      }
      case InGp at when at.representation() == to.representation() -> {
        if (!at.register().equals(dst)) {
          masm.move(dst, at.register());
        }
      }
      case InGp at when boxed -> values.boxInt32(masm, dst, at.register());
      case InGp at -> values.unboxInt32(masm, dst, at.register());
      case InFp at when boxed -> boxDouble(dst, at.register());
      case Spilled at when at.representation() == Representation.INT32 -> {
        masm.load(Width.BITS64, dst, masm.spill(at.offset()));
        if (boxed) {
          values.boxInt32(masm, dst, dst);
        }
      }
      case Spilled at when boxed -> {
        masm.loadFp(fpTemp, masm.spill(at.offset()));
        boxDouble(dst, fpTemp);
      }
      case InFp at -> throw cannot(from, to);
      case Spilled at -> throw cannot(from, to);
    }
  }

  /** Makes a number a double, an int32 too. The register is not {@code temp}. */
  void makeDouble(MutGp value, Label notNumber) {
    values.unboxNumber(masm, fpTemp, value, temp, notNumber);
    boxDouble(value, fpTemp);
  }

  private void boxDouble(MutGp dst, MutFp src) {
    if (!dst.equals(temp)) {
      boxDouble(dst, src, temp);
    } else if (!cycleSaved || !values.doublesAreCells()) {
      boxDouble(dst, src, cycleTemp);
    } else {
      askForBox(dst, src);
    }
  }

  /**
   * dst = the Value of a double. Never collects, so it may be done anywhere.
   *
   * @param free a register that is lost, other than dst
   */
  void boxDouble(MutGp dst, Fp src, MutGp free) {
    if (!values.doublesAreCells()) {
      values.boxDouble(masm, dst, src, allocation, free, masm.newLabel());
      return;
    }
    Label done = masm.newLabel();
    Label noRoom = outOfLine.add(() -> {
      askForBox(dst, src);
      masm.jump(done);
    });
    values.boxDouble(masm, dst, src, allocation, free, noRoom);
    masm.bind(done);
  }

  private void askForBox(MutGp dst, Fp src) {
    Mem argument = Mem.at(context, SharedStub.argument(0));
    masm.storeFp(src, argument);
    masm.load(Width.BITS64, dst, Mem.at(context, SharedStub.BOX_DOUBLE.contextOffset()));
    masm.call(dst);
    masm.load(Width.BITS64, dst, argument);
  }

  private void loadFp(Location from, MutFp dst, Mem slot) {
    switch (from) {
      case Known known -> masm.moveFpImm(dst, Values.asNumber(known.value()));
      case Slot at -> {
        masm.load(Width.BITS64, temp, slot);
        unboxNumber(dst, temp);
      }
      case InGp at when at.representation() == Representation.INT32 -> masm.int32ToFp(dst, at.register());
      case InGp at -> unboxNumber(dst, at.register());
      case InFp at -> {
        if (!at.register().equals(dst)) {
          masm.moveFp(dst, at.register());
        }
      }
      case Spilled at when at.representation() == Representation.DOUBLE -> masm.loadFp(dst, masm.spill(at.offset()));
      case Spilled at -> {
        masm.load(Width.BITS64, temp, masm.spill(at.offset()));
        masm.int32ToFp(dst, temp);
      }
    }
  }

  private void unboxNumber(MutFp dst, MutGp value) {
    Label never = masm.newLabel();
    values.unboxNumber(masm, dst, value, temp, never);
    masm.bind(never);
  }

  private void spill(Location from, Spilled to, Mem slot) {
    Mem spill = masm.spill(to.offset());
    switch (from) {
      case InGp at when at.representation() == to.representation() -> masm.store(Width.BITS64, at.register(), spill);
      case InFp at when to.representation() == Representation.DOUBLE -> masm.storeFp(at.register(), spill);
      default -> {
        if (to.representation() == Representation.DOUBLE) {
          loadFp(from, fpTemp, slot);
          masm.storeFp(fpTemp, spill);
        } else {
          loadGp(from, new InGp(temp, Representation.INT32), slot);
          masm.store(Width.BITS64, temp, spill);
        }
      }
    }
  }

  private static IllegalStateException cannot(Location from, Location to) {
    return new IllegalStateException("the allocator asks for a transfer from " + from + " to " + to);
  }
}
