package dev.joist.backend.x86.asm;

import static dev.joist.backend.x86.asm.Encoder.NONE;

import dev.joist.assembler.CodeBuffer;
import dev.joist.assembler.CodeLabel;
import dev.joist.assembler.ConstantPool;
import dev.joist.assembler.EncodingException;
import dev.joist.assembler.LabelLinker;

/** The instructions, by family, and those that refer to labels or transfer control. */
public final class Assembler {
  private final CodeBuffer code;
  private final Encoder encoder;
  private final IntegerInstructions integer;
  private final SseInstructions sse;
  private final LabelLinker linker;
  private final ConstantPool pool;

  /** An assembler that appends to the buffer. */
  public Assembler(CodeBuffer code) {
    this.code = code;
    this.encoder = new Encoder(code);
    this.integer = new IntegerInstructions(encoder);
    this.sse = new SseInstructions(encoder);
    this.linker = new LabelLinker(code);
    this.pool = new ConstantPool(code, linker);
  }

  /** Integers. */
  public IntegerInstructions integer() {
    return integer;
  }

  /** Doubles. */
  public SseInstructions sse() {
    return sse;
  }

  /** The offset of the next instruction. */
  public int position() {
    return code.position();
  }

  /** Binds the label to the next instruction. */
  public void bind(CodeLabel label) {
    linker.bind(label);
  }

  /** Jump; two bytes where the label is known to be near. */
  public void jmp(CodeLabel target) {
    jump(0xeb, 0xe9, target);
  }

  /** Jump if the condition holds; two bytes where the label is known to be near. */
  public void j(Condition condition, CodeLabel target) {
    jump(0x70 | condition.code(), 0x0f80 | condition.code(), target);
  }

  private void jump(int shortOpcode, int longOpcode, CodeLabel target) {
    int shortSite = code.position() + 1;
    if (target.isBound() && linker.isInReach(target, JumpForm.REL8, shortSite)) {
      encoder.opcode(shortOpcode);
      code.put8(0);
      linker.refer(target, JumpForm.REL8, shortSite);
    } else {
      encoder.opcode(longOpcode);
      refer(target);
    }
  }

  private void refer(CodeLabel target) {
    code.put32(0);
    linker.refer(target, JumpForm.REL32, code.position() - 4);
  }

  /** Call. */
  public void call(CodeLabel target) {
    encoder.opcode(0xe8);
    refer(target);
  }

  /** Call of the address in a register. */
  public void call(Reg target) {
    encoder.registers(NONE, false, 0xff, 2, target.code());
  }

  /** Jump to the address in a register. */
  public void jmp(Reg target) {
    encoder.registers(NONE, false, 0xff, 4, target.code());
  }

  /** Return. */
  public void ret() {
    code.put8(0xc3);
  }

  /** {@code d =} the address of the label. */
  public void lea(Reg d, CodeLabel label) {
    linker.refer(label, JumpForm.REL32, encoder.relative(NONE, true, 0x8d, d.code()));
  }

  /** Loads the double with these bits, from the pool. */
  public void movsd(Xmm d, long bits) {
    int site = sse.movsdRelative(d);
    linker.refer(pool.labelOf(bits, JumpForm.REL32, site), JumpForm.REL32, site);
  }

  /** An instruction that is undefined for ever, with a number of 16 bits that faults show in its operand. */
  public void ud1(int number) {
    if (number < 0 || number > 0xffff) {
      throw new EncodingException("ud1: number " + number + " is out of range, 0 to 65535 can be encoded");
    }
    encoder.opcode(0x0fb9);
    code.put8(0x80);
    code.put32(number);
  }

  /** Emits the constants that wait; every label referred to must be bound. Nothing may fall through to here. */
  public void finish() {
    pool.flush();
    linker.requireNoneWaiting();
  }
}
