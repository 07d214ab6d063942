package dev.joist.compiler.tier;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import java.util.stream.IntStream;

/**
 * What a function's sites say that better code could be made from: what kinds of values and of hits they have seen, not
 * which.
 */
final class SiteSummary {
  private static final int FEEDBACK_MASK = 0xff;
  private static final int KIND_SHIFT = 8;
  private static final int MORE_SHIFT = 13;

  private SiteSummary() {}

  /** A number for each site, in code order. */
  static int[] of(BytecodeFunction function, OpcodeTable table) {
    IntStream.Builder summary = IntStream.builder();
    forEach(function, table, (kind, site) -> summary.add(of(kind, site)));
    return summary.build().toArray();
  }

  /** Whether a site has got other feedback since a summary was made. Feedback only grows, so that happens a few times at most. */
  static boolean hasLearnt(int[] summary, BytecodeFunction function, long site, OpcodeTable table) {
    int[] next = {0};
    boolean[] learnt = {false};
    forEach(function, table, (kind, at) -> {
      int then = summary[next[0]++];
      learnt[0] |= at == site && (of(kind, at) & FEEDBACK_MASK) != (then & FEEDBACK_MASK);
    });
    return learnt[0];
  }

  /** Hears of sites. */
  private interface Visitor {
    void site(SiteKind kind, long address);
  }

  private static void forEach(BytecodeFunction function, OpcodeTable table, Visitor visitor) {
    byte[] code = function.template().code();
    for (int pc = 0; pc < code.length; ) {
      OpcodeDescriptor descriptor = table.descriptor(CodeReader.u8(code, pc));
      int at = pc + 1;
      for (Operand operand : descriptor.operands()) {
        if (operand.kind() == OperandKind.SITE) {
          visitor.site(operand.site(), function.site(CodeReader.u16(code, at)));
        }
        at += operand.kind().bytes();
      }
      pc = at;
    }
  }

  private static int of(SiteKind kind, long site) {
    return switch (kind) {
      case FEEDBACK, ELEMENT, CALL -> Memory.getByte(site + Layout.SITE_FEEDBACK) & FEEDBACK_MASK;
      case PROPERTY, PRIVATE -> {
        int key = Memory.getInt(site + Layout.SITE_KEY);
        int hit = key == 0 ? 0 : PropertyKind.kind(key) + 1;
        int more = PropertyKind.kinds(Memory.getLong(site + Layout.SITE_WORD3));
        yield Memory.getByte(site + Layout.SITE_FEEDBACK) & FEEDBACK_MASK | hit << KIND_SHIFT | more << MORE_SHIFT;
      }
      // Code counts on one cell, and the variable may get another.
      case GLOBAL -> Long.hashCode(Memory.getLong(site));
      case ALLOCATION -> Memory.getLong(site) == 0 ? 0 : 1;
      case LOOP -> 0;
    };
  }
}
