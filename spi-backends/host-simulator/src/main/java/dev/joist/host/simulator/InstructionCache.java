package dev.joist.host.simulator;

import dev.joist.host.simulator.CodePage.Line;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * All installed code, decoded, and the state of its cache lines. Real processors fetch from a cache that data stores do
 * not reach; here, fetching from a line that was written and not maintained since is a fault.
 */
final class InstructionCache {
  /** Set in a decoded instruction that is to be traced. */
  static final int TRACED = 1 << 31;

  private CodePage[] pages = new CodePage[0];
  private CodePage last;
  private final Set<Long> beingMaintained = new HashSet<>();
  private final Decoder decoder = new Decoder();
  private boolean traced;

  /** The page that holds {@code pc}, or null if no code was ever installed there. */
  CodePage page(long pc) {
    long base = CodePage.baseOf(pc);
    if (last != null && last.base == base) {
      return last;
    }
    int at = search(base);
    return at < 0 ? null : (last = pages[at]);
  }

  /** Makes words executable; those whose lines are not maintained fault until they are. */
  void install(long address, long size) {
    if ((address & 3) != 0 || (size & 3) != 0 || size <= 0) {
      throw new IllegalArgumentException("code at 0x%x, %d bytes, is no sequence of words".formatted(address, size));
    }
    for (long at = address; at < address + size; at += 4) {
      CodePage page = pageOrNew(at);
      page.install(page.indexOf(at));
    }
  }

  /** Makes words inexecutable. */
  void remove(long address, long size) {
    for (long at = address; at < address + size; at += 4) {
      CodePage page = page(at);
      if (page != null) {
        page.remove(page.indexOf(at));
      }
    }
  }

  boolean isInstalled(long address) {
    CodePage page = page(address);
    return page != null && page.isInstalled(page.indexOf(address));
  }

  /** Data was stored: the lines are stale now. */
  void written(long address, long size) {
    forLines(address, size, Line.WRITTEN);
  }

  /** All maintenance at once: what the operating system's or a library's cache flush does. */
  void maintain(long address, long size) {
    forLines(address, size, Line.MAINTAINED);
  }

  /** {@code dc cvau}. */
  void clean(long address) {
    advance(address, Line.WRITTEN, Line.CLEANED);
  }

  /** {@code ic ivau}. */
  void invalidate(long address) {
    advance(address, Line.CLEANED_COMPLETE, Line.INVALIDATED);
  }

  /** {@code dsb}. */
  void completeMaintenance() {
    for (long line : beingMaintained.toArray(Long[]::new)) {
      advance(line, Line.CLEANED, Line.CLEANED_COMPLETE);
      advance(line, Line.INVALIDATED, Line.INVALIDATED_COMPLETE);
    }
  }

  /** {@code isb}. */
  void synchronise() {
    for (long line : beingMaintained.toArray(Long[]::new)) {
      advance(line, Line.INVALIDATED_COMPLETE, Line.MAINTAINED);
    }
  }

  /** Decodes the installed instruction at an index. */
  void decode(CodePage page, int index) {
    long pc = page.base + 4L * index;
    int insn = decoder.decode(Memory.getInt(pc), pc, index);
    page.imm[index] = decoder.immediate();
    page.code[index] = traced ? insn | TRACED : insn;
  }

  void setTraced(boolean traced) {
    if (this.traced != traced) {
      this.traced = traced;
      for (CodePage page : pages) {
        page.forgetDecoded();
      }
    }
  }

  /** What the line at an address lacks, for a message. */
  Line lineOf(long address) {
    CodePage page = page(address);
    return page == null ? Line.MAINTAINED : page.lineOf(page.indexOf(address));
  }

  private void forLines(long address, long size, Line state) {
    for (long line = address & -CodePage.LINE_BYTES; line < address + size; line += CodePage.LINE_BYTES) {
      set(line, state);
    }
  }

  private void advance(long address, Line from, Line to) {
    if (lineOf(address) == from) {
      set(address & -CodePage.LINE_BYTES, to);
    }
  }

  private void set(long line, Line state) {
    CodePage page = pageOrNew(line);
    page.setLine(page.indexOf(line), state);
    if (state == Line.MAINTAINED) {
      beingMaintained.remove(line);
    } else {
      beingMaintained.add(line);
    }
  }

  private CodePage pageOrNew(long address) {
    CodePage page = page(address);
    if (page != null) {
      return page;
    }
    int at = ~search(CodePage.baseOf(address));
    CodePage[] more = Arrays.copyOf(pages, pages.length + 1);
    System.arraycopy(pages, at, more, at + 1, pages.length - at);
    more[at] = new CodePage(CodePage.baseOf(address));
    pages = more;
    return more[at];
  }

  private int search(long base) {
    int low = 0;
    int high = pages.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (pages[middle].base == base) {
        return middle;
      }
      if (pages[middle].base < base) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }
}
