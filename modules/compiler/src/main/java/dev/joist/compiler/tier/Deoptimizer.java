package dev.joist.compiler.tier;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.Frames;
import dev.joist.runtime.vm.Link;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Feedback;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.DeoptReason;
import dev.joist.spi.value.Values;
import java.util.function.LongSupplier;

/** Frames that compiled code gives up, and what is learnt from it. */
final class Deoptimizer {
  /** So many failures at a site, and no guess is made there any more, unless it would be another one now. */
  private static final int PATIENCE = 2;
  private static final int MAX_COUNT = 255;

  private final Vm vm;
  private final Tiering tiering;

  Deoptimizer(Vm vm, Tiering tiering) {
    this.vm = vm;
    this.tiering = tiering;
  }

  /** Interprets a frame, which is the topmost, from an offset to its end, and gives its result. */
  long resume(BytecodeFunction function, long base, int pc) {
    return asEntry(base, () -> vm.interpreter().run(vm, base, pc));
  }

  /** Does something for which the topmost frame has to be one that returns to Java, which it is told not to be afterwards. */
  long asEntry(long base, LongSupplier action) {
    long link = Vm.link(base);
    if (Link.isEntry(link)) {
      return action.getAsLong();
    }
    long callerBase = base - Link.delta(link);
    Frames.makeEntry(base);
    vm.pushEntry(callerBase, Link.offset(link));
    try {
      return action.getAsLong();
    } finally {
      // Whoever entered compiled code on this frame, in a loop perhaps, is about to leave the frame by its link.
      Memory.putLong(base + Layout.FRAME_LINK, Values.opaque(link));
      vm.popEntry();
      vm.setFrame(callerBase, vm.bytecodeAt(callerBase));
    }
  }

  /** A guard has failed. */
  void note(BytecodeFunction function, int guard, DeoptReason reason) {
    if (reason == DeoptReason.FORCED) {
      tiering.noteFailure(function, guard);
      tiering.discard(function);
      return;
    }
    Witness witness = witnessAt(function, guard);
    if (witness == null) {
      return;
    }
    long site = witness.site;
    int count = Math.min(MAX_COUNT, (Memory.getByte(site + Layout.SITE_DEOPTIMIZATIONS) & 0xff) + 1);
    boolean impatient = count >= PATIENCE;
    if (impatient && (tiering.hasLearnt(function, site) || witness.kind == SiteKind.PROPERTY && learnsFrom(site, reason))) {
      count = 0;
    } else if (impatient) {
      addFeedback(site, Feedback.GENERIC);
    }
    if (impatient || reason == DeoptReason.PROTOTYPE) {
      // That what the code relies on about prototypes has ended will not change.
      tiering.discard(function);
    }
    Memory.putByte(site + Layout.SITE_DEOPTIMIZATIONS, (byte) count);
  }

  /** What was read was no number: that must not be counted on, but what it was read from may be. True when that is news. */
  private static boolean learnsFrom(long site, DeoptReason reason) {
    if (reason != DeoptReason.NOT_DOUBLE || (Memory.getByte(site + Layout.SITE_FEEDBACK) & Feedback.OTHER) != 0) {
      return false;
    }
    addFeedback(site, Feedback.OTHER);
    return true;
  }

  private static void addFeedback(long site, int bits) {
    Memory.putByte(site + Layout.SITE_FEEDBACK, (byte) (Memory.getByte(site + Layout.SITE_FEEDBACK) | bits));
  }

  /** A site that hears of failures. */
  private record Witness(SiteKind kind, long site) {}

  /** The site of the instruction at an offset that hears of failures (of a loop: of guards before it), or null. */
  private Witness witnessAt(BytecodeFunction function, int offset) {
    byte[] code = function.code();
    OpcodeDescriptor descriptor = vm.opcodes().descriptor(CodeReader.u8(code, offset));
    for (int o = 0; o < descriptor.operands().size(); o++) {
      Operand operand = descriptor.operands().get(o);
      if (operand.kind() == OperandKind.SITE && operand.site() != SiteKind.GLOBAL
          && operand.site() != SiteKind.ALLOCATION) {
        return new Witness(operand.site(), function.site(CodeReader.u16(code, offset + descriptor.operandOffset(o))));
      }
    }
    return null;
  }
}
