package dev.joist.assembler;

import dev.joist.masm.Label;

/** A place in a {@link CodeBuffer}: bound at most once, referred to any number of times before and after. */
public final class CodeLabel implements Label {
  private static final int UNBOUND = -1;

  private int position = UNBOUND;
  private Fixup waiting;

  /** An unbound label. */
  public CodeLabel() {}

  @Override
  public boolean isBound() {
    return position != UNBOUND;
  }

  /** The offset that the label names. */
  public int position() {
    if (!isBound()) {
      throw new IllegalStateException("the label is not bound yet");
    }
    return position;
  }

  /** True if something refers to the label and the label is not bound yet. */
  public boolean isAwaited() {
    return waiting != null;
  }

  void bindTo(int offset) {
    position = offset;
  }

  void await(Fixup fixup) {
    fixup.next = waiting;
    waiting = fixup;
  }

  Fixup takeWaiting() {
    Fixup first = waiting;
    waiting = null;
    return first;
  }

  /** A reference to a label that is not bound yet. */
  static final class Fixup {
    final int site;
    final PcRelative form;
    final CodeLabel label;
    Fixup next;
    boolean resolved;

    Fixup(int site, PcRelative form, CodeLabel label) {
      this.site = site;
      this.form = form;
      this.label = label;
    }

    /** The last offset that the reference reaches. */
    int reach() {
      return site + form.forwardReach();
    }
  }
}
