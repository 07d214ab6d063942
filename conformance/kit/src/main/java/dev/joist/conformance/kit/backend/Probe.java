package dev.joist.conformance.kit.backend;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs pieces of code with all allocatable registers set from Java before, and seen by Java after. The registers live in
 * a block of memory; the register file's base register points at it while the code runs, and code under test leaves it alone.
 */
public final class Probe implements AutoCloseable {
  private final Target target;
  private final Arena arena = Arena.ofConfined();
  private final MachineHost host;
  private final MemorySegment block;
  private final List<MutGp> gp;
  private final List<MutFp> fp;
  private final long dataOffset;

  /** Emits code under test; it ends by falling through, or by a branch to the label. */
  @FunctionalInterface
  public interface Code {
    void emit(MacroAssembler masm, Label taken);
  }

  public Probe(Target target) throws InstallException {
    this(target, 0);
  }

  /** @param dataBytes of memory that code under test may use, zeroed at first: see {@link #data} */
  Probe(Target target, int dataBytes) throws InstallException {
    this.target = target;
    RegisterFile registers = target.backend().registers();
    gp = new ArrayList<>(registers.savedGp());
    gp.addAll(registers.tempGp());
    fp = new ArrayList<>(registers.savedFp());
    fp.addAll(registers.tempFp());
    host = target.open((_, argument) -> argument);
    dataOffset = 8L * (1 + gp.size() + fp.size());
    block = arena.allocate(dataOffset + dataBytes, 16);
    host.allow(block.address(), block.byteSize());
  }

  /** Allocatable general-purpose registers. */
  public List<MutGp> gp() {
    return gp;
  }

  /** Allocatable floating-point registers. */
  public List<MutFp> fp() {
    return fp;
  }

  /** Memory that code under test may use. */
  Mem data(int offset) {
    return Mem.at(target.backend().registers().calls().base(), (int) dataOffset + offset);
  }

  /** All registers, then the data: what a run leaves. */
  byte[] contents() {
    return block.asSlice(Long.BYTES).toArray(ValueLayout.JAVA_BYTE);
  }

  public boolean arithmeticNaNIsCanonical() {
    return target.backend().begin().masm().arithmeticNaNIsCanonical();
  }

  public MachineHost host() {
    return host;
  }

  /** Code made ready to run; {@link #toString()} is its listing, for messages. */
  public record Ready(long entry, String listing) {
    @Override
    public String toString() {
      return listing;
    }
  }

  public Ready prepare(Code code) throws InstallException {
    CodeBuilder builder = target.backend().begin();
    MacroAssembler masm = builder.masm();
    MutGp base = target.backend().registers().calls().base();
    Label entry = masm.newLabel();
    Label taken = masm.newLabel();
    Label out = masm.newLabel();
    masm.bindIndirect(entry);
    masm.enterHostFrame();
    masm.move(base, target.backend().registers().calls().hostArgument().get(0));
    for (int i = 0; i < fp.size(); i++) {
      masm.loadFp(fp.get(i), Mem.at(base, fpOffset(i)));
    }
    for (int i = 0; i < gp.size(); i++) {
      masm.load(Width.BITS64, gp.get(i), Mem.at(base, gpOffset(i)));
    }
    int start = masm.offset();
    code.emit(masm, taken);
    int end = masm.offset();
    masm.storeImm(Width.BITS64, 0, Mem.at(base, 0));
    masm.jump(out);
    masm.bind(taken);
    masm.storeImm(Width.BITS64, 1, Mem.at(base, 0));
    masm.bind(out);
    for (int i = 0; i < gp.size(); i++) {
      masm.store(Width.BITS64, gp.get(i), Mem.at(base, gpOffset(i)));
    }
    for (int i = 0; i < fp.size(); i++) {
      masm.storeFp(fp.get(i), Mem.at(base, fpOffset(i)));
    }
    masm.leaveHostFrameAndReturn();
    CodeImage image = builder.build();
    return new Ready(host.install(image) + builder.offsetOf(entry), listing(image, start, end));
  }

  private String listing(CodeImage image, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (Disassembler.Line line : target.backend().disassembler().disassemble(image.bytes())) {
      if (line.offset() >= start && line.offset() < end && text.length() < 4_000) {
        text.append(line.text()).append('\n');
      }
    }
    return text.toString();
  }

  /** Runs; answers whether the code branched to its label. */
  public boolean run(Ready code) {
    host.call(code.entry, block.address(), 0, 0, 0);
    return block.get(ValueLayout.JAVA_LONG, 0) != 0;
  }

  public long gpValue(int index) {
    return block.get(ValueLayout.JAVA_LONG, gpOffset(index));
  }

  public void setGp(int index, long value) {
    block.set(ValueLayout.JAVA_LONG, gpOffset(index), value);
  }

  /** The raw bits of a floating-point register. */
  public long fpBits(int index) {
    return block.get(ValueLayout.JAVA_LONG, fpOffset(index));
  }

  public void setFpBits(int index, long bits) {
    block.set(ValueLayout.JAVA_LONG, fpOffset(index), bits);
  }

  private static int gpOffset(int index) {
    return 8 + 8 * index;
  }

  private int fpOffset(int index) {
    return 8 + 8 * (gp.size() + index);
  }

  @Override
  public void close() {
    host.close();
    arena.close();
  }
}
