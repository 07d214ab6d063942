package dev.joist.assembler;

import java.util.ArrayList;
import java.util.HashMap;

/** 64-bit constants that code loads relative to its own address: each once, 8-byte aligned. */
public final class ConstantPool {
  private final CodeBuffer code;
  private final LabelLinker linker;
  private final HashMap<Long, CodeLabel> byBits = new HashMap<>();
  private final ArrayList<Entry> pending = new ArrayList<>();

  private record Entry(long bits, CodeLabel label) {}

  /** An empty pool for a buffer, whose references the linker knows. */
  public ConstantPool(CodeBuffer code, LabelLinker linker) {
    this.code = code;
    this.linker = linker;
  }

  /** The label of the constant, for {@link LabelLinker#refer}. It may have been emitted already, even out of reach. */
  public CodeLabel labelOf(long bits, PcRelative form, int site) {
    CodeLabel known = byBits.get(bits);
    if (known != null && linker.isInReach(known, form, site)) {
      return known;
    }
    CodeLabel label = new CodeLabel();
    byBits.put(bits, label);
    pending.add(new Entry(bits, label));
    return label;
  }

  /** Bytes that {@link #flush()} would emit at most. */
  public int pendingBytes() {
    return pending.isEmpty() ? 0 : pending.size() * Long.BYTES + Long.BYTES;
  }

  /** Emits the constants that are not in the code yet. Execution must not get here. */
  public void flush() {
    if (pending.isEmpty()) {
      return;
    }
    code.align(Long.BYTES);
    for (Entry entry : pending) {
      linker.bind(entry.label);
      code.put64(entry.bits);
    }
    pending.clear();
  }
}
