package dev.joist.javascript.codegen;

import dev.joist.bytecode.OpcodeDescriptor;

/** An instruction before its place in the code is final. */
final class Instruction {
  private final int number;
  private final OpcodeDescriptor descriptor;
  private final int[] operands;
  private final Label target;
  private final int position;
  private final String callee;
  private boolean removed;

  Instruction(int number, OpcodeDescriptor descriptor, int[] operands, Label target, int position, String callee) {
    this.number = number;
    this.descriptor = descriptor;
    this.operands = operands;
    this.target = target;
    this.position = position;
    this.callee = callee;
  }

  int number() {
    return number;
  }

  OpcodeDescriptor descriptor() {
    return descriptor;
  }

  /** In encoding order, without sites and target; may be patched until the code is assembled. */
  int[] operands() {
    return operands;
  }

  /** Where it may jump, or null. */
  Label target() {
    return target;
  }

  /** Source offset, or -1 when errors need none. */
  int position() {
    return position;
  }

  /** What errors call the callee or object, or null. */
  String callee() {
    return callee;
  }

  /** Takes it out of the code: it was emitted before anybody could know that nothing needs it. */
  void remove() {
    removed = true;
  }

  boolean isRemoved() {
    return removed;
  }
}
