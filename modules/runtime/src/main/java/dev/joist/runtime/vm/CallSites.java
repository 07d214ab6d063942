package dev.joist.runtime.vm;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.bytecode.Operand;
import dev.joist.bytecode.OperandKind;
import dev.joist.bytecode.SiteKind;
import dev.joist.runtime.heap.Liveness;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.stream.IntStream;

/** CALL sites: each knows the function that it calls as long as that is always the same one. */
public final class CallSites {
  /** Stands for the callee where there have been several. No Value of a cell. */
  private static final long SEVERAL = 1;

  private CallSites() {}

  /** The words of site data at which a function's CALL sites begin. */
  static int[] of(FunctionTemplate template, OpcodeTable opcodes) {
    IntStream.Builder sites = IntStream.builder();
    byte[] code = template.code();
    for (int pc = 0; pc < code.length; ) {
      OpcodeDescriptor descriptor = opcodes.descriptor(CodeReader.u8(code, pc));
      int at = pc + 1;
      for (Operand operand : descriptor.operands()) {
        if (operand.kind() == OperandKind.SITE && operand.site() == SiteKind.CALL) {
          sites.add(CodeReader.u16(code, at));
        }
        at += operand.kind().bytes();
      }
      pc += descriptor.length();
    }
    return sites.build().toArray();
  }

  /** A Value is about to be called; what is no function is not worth knowing. */
  public static void note(long site, long callee) {
    long known = Memory.getLong(site + Layout.SITE_WORD1);
    if (known != callee && known != SEVERAL && Values.isCell(callee)
        && Memory.getByte(Values.address(callee) + Layout.CELL_KIND) == CellKind.FUNCTION) {
      Memory.putLong(site + Layout.SITE_WORD1, known == 0 ? callee : SEVERAL);
    }
  }

  /** The function that a site calls, or 0 when there has been none or more than one. */
  public static long callee(long site) {
    long known = Memory.getLong(site + Layout.SITE_WORD1);
    return known == SEVERAL ? 0 : known;
  }

  /** A site keeps no function alive. */
  static void forgetDead(long site, Liveness liveness) {
    long known = callee(site);
    if (known != 0 && !liveness.isLive(Values.address(known))) {
      Memory.putLong(site + Layout.SITE_WORD1, 0);
    }
  }
}
