package dev.joist.compiler.tier;

import dev.joist.compiler.emit.Strategies;
import dev.joist.masm.Cond;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.layout.Layout;
import java.util.List;

/** What stubs do with the characters of strings. */
final class StringStubs {
  private static final int WORD = 8;

  private final Strategies strategies;
  private final MacroAssembler masm;
  private final List<MutGp> temps;

  /** @param temps five registers that may be lost */
  StringStubs(Strategies strategies, MacroAssembler masm, List<MutGp> temps) {
    this.strategies = strategies;
    this.masm = masm;
    this.temps = temps;
  }

  /**
   * Goes to one of the labels, by the characters of two different cells of one length whose Values are in temps 0 and 1.
   *
   * @param rope where to go, with all temps lost, when the characters have to be put together first
   */
  void compare(Label equal, Label different, Label rope) {
    MutGp a = temps.get(0);
    MutGp b = temps.get(1);
    MutGp flags = temps.get(2);
    MutGp bytes = temps.get(3);
    MutGp other = temps.get(4);
    strategies.values().cellAddress(masm, a, a);
    strategies.values().cellAddress(masm, b, b);
    loadFlat(a, flags, bytes, rope);
    loadFlat(b, other, bytes, rope);
    masm.branch(Width.BITS64, Cond.EQUAL, a, b, equal);
    masm.and(Width.BITS32, bytes, flags, other);
    masm.branchIfAnyBits(Width.BITS32, bytes, Layout.STRING_FLAG_KEY, different);
    masm.xor(Width.BITS32, bytes, flags, other);
    masm.branchIfAnyBits(Width.BITS32, bytes, Layout.STRING_FLAG_UTF16, different);
    masm.load(Width.BITS32, bytes, Mem.at(a, Layout.STRING_LENGTH));
    Label latin1 = masm.newLabel();
    masm.branchIfNoBits(Width.BITS32, flags, Layout.STRING_FLAG_UTF16, latin1);
    masm.shiftLeftImm(Width.BITS32, bytes, bytes, 1);
    masm.bind(latin1);
    Label next = masm.newLabel();
    masm.bind(next);
    masm.load(Width.BITS64, flags, Mem.at(a, Layout.STRING_CHARS));
    masm.load(Width.BITS64, other, Mem.at(b, Layout.STRING_CHARS));
    masm.branch(Width.BITS64, Cond.NOT_EQUAL, flags, other, different);
    masm.addImm(Width.BITS64, a, a, WORD);
    masm.addImm(Width.BITS64, b, b, WORD);
    masm.addImm(Width.BITS32, bytes, bytes, -WORD);
    masm.branchImm(Width.BITS32, Cond.GREATER, bytes, 0, next);
    masm.jump(equal);
  }

  /** Of a string's address, the address and the flags of the cell with its characters. */
  void loadFlat(MutGp string, MutGp flags, MutGp temp, Label rope) {
    Label flat = masm.newLabel();
    masm.load(Width.BITS16, flags, Mem.at(string, Layout.CELL_FLAGS));
    masm.branchIfNoBits(Width.BITS32, flags, Layout.STRING_FLAG_ROPE, flat);
    masm.load(Width.BITS64, temp, Mem.at(string, Layout.ROPE_RIGHT));
    masm.branchImm(Width.BITS64, Cond.NOT_EQUAL, temp, 0, rope);
    masm.load(Width.BITS64, string, Mem.at(string, Layout.ROPE_LEFT));
    masm.load(Width.BITS16, flags, Mem.at(string, Layout.CELL_FLAGS));
    masm.bind(flat);
  }
}
