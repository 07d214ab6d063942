package dev.joist.javascript.codegen;

/** A place in the code of one function, bound once, before or after the jumps to it. */
final class Label {
  private int index = -1;
  private boolean used;

  /** The index of the instruction that follows the label. */
  int index() {
    return index;
  }

  boolean isBound() {
    return index >= 0;
  }

  /** True once something refers to the label. */
  boolean isUsed() {
    return used;
  }

  void bind(int instructionIndex) {
    if (isBound()) {
      throw new IllegalStateException("label bound twice");
    }
    index = instructionIndex;
  }

  void use() {
    used = true;
  }
}
