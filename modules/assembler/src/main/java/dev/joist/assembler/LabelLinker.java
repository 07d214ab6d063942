package dev.joist.assembler;

import dev.joist.assembler.CodeLabel.Fixup;
import java.util.ArrayList;

/**
 * Connects references and labels, in one pass over the code. References forward wait; where one is
 * about to get out of reach, an island of veneers (long jumps to the labels) keeps it connected.
 *
 * <p>The emitter asks {@link #deadline()} before each instruction, one comparison. At the deadline it
 * makes a gap that execution does not enter and calls {@link #emitVeneers} in it.
 */
public final class LabelLinker {
  /** No deadline. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** References whose reach ends within this many bytes of each other get their veneers together. */
  private static final int TOGETHER = 1024;

  /**
   * How long before the first reference loses its label the island is made. An island holds the references whose
   * sites lie within about twice TOGETHER, for each form; and an emitter may ask for {@link #LONGEST_SEQUENCE}.
   */
  private static final int MARGIN = 8 * TOGETHER;

  /** Bytes that may be emitted between two looks at the deadline. */
  public static final int LONGEST_SEQUENCE = 512;

  private final CodeBuffer code;
  private final ArrayList<Fixup> limited = new ArrayList<>();
  private int deadline = NEVER;
  private int waiting;

  /** A linker for the labels of one buffer. */
  public LabelLinker(CodeBuffer code) {
    this.code = code;
  }

  /** Emits a jump of unlimited reach, at the end of the code. */
  @FunctionalInterface
  public interface VeneerEmitter {
    /** Emits a jump to the label, which is not bound. */
    void emitJump(CodeLabel target);
  }

  /**
   * Makes the instruction at {@code site} refer to the label, now or when it is bound. A bound label must be within
   * reach: the emitter asks {@link #isInReach} first, and has longer code where it is not.
   */
  public void refer(CodeLabel label, PcRelative form, int site) {
    if (label.isBound()) {
      if (!form.reaches(site, label.position())) {
        throw outOfReach(form, site, label.position());
      }
      form.patch(code, site, label.position());
      return;
    }
    Fixup fixup = new Fixup(site, form, label);
    label.await(fixup);
    waiting++;
    if (form.forwardReach() != NEVER) {
      limited.add(fixup);
      deadline = Math.min(deadline, fixup.reach() - MARGIN);
    }
  }

  /** True unless the label is bound and an instruction of that form at {@code site} cannot reach it. */
  public boolean isInReach(CodeLabel label, PcRelative form, int site) {
    return !label.isBound() || form.reaches(site, label.position());
  }

  /** Binds the label to the end of the code so far. */
  public void bind(CodeLabel label) {
    if (label.isBound()) {
      throw new IllegalStateException("the label is bound already, at offset " + label.position());
    }
    int position = code.position();
    label.bindTo(position);
    for (Fixup fixup = label.takeWaiting(); fixup != null; fixup = fixup.next) {
      resolve(fixup, position);
    }
  }

  /** Complains if a label was referred to and never bound. */
  public void requireNoneWaiting() {
    if (waiting != 0) {
      throw new IllegalStateException(waiting + " references to labels that were never bound; bind every label used");
    }
  }

  /** The offset at or after which {@link #relax} must be asked before anything is emitted. */
  public int deadline() {
    return deadline;
  }

  /** Looks at the references again; true if an island of veneers is needed before the next so many bytes. */
  public boolean relax(int bytes) {
    limited.removeIf(fixup -> fixup.resolved);
    deadline = NEVER;
    for (Fixup fixup : limited) {
      deadline = Math.min(deadline, fixup.reach() - MARGIN);
    }
    return code.position() >= deadline - bytes;
  }

  /** Emits veneers here for all references that would otherwise soon lose their labels. */
  public void emitVeneers(VeneerEmitter emitter) {
    int horizon = code.position() + MARGIN + TOGETHER;
    ArrayList<Fixup> due = new ArrayList<>();
    for (Fixup fixup : limited) {
      if (!fixup.resolved && fixup.reach() <= horizon) {
        due.add(fixup);
      }
    }
    for (Fixup fixup : due) {
      if (!fixup.resolved) {
        emitVeneer(fixup.label, horizon, emitter);
      }
    }
    relax(0);
  }

  /** One veneer for all references to the label that are due. */
  private void emitVeneer(CodeLabel label, int horizon, VeneerEmitter emitter) {
    int veneer = code.position();
    Fixup next;
    for (Fixup fixup = label.takeWaiting(); fixup != null; fixup = next) {
      next = fixup.next;
      if (fixup.form.forwardReach() == NEVER || fixup.reach() > horizon) {
        label.await(fixup);
      } else if (fixup.form.acceptsVeneer()) {
        resolve(fixup, veneer);
      } else {
        throw outOfReach(fixup.form, fixup.site, veneer);
      }
    }
    emitter.emitJump(label);
  }

  private void resolve(Fixup fixup, int target) {
    if (!fixup.form.reaches(fixup.site, target)) {
      throw outOfReach(fixup.form, fixup.site, target);
    }
    fixup.form.patch(code, fixup.site, target);
    fixup.resolved = true;
    waiting--;
  }

  private static EncodingException outOfReach(PcRelative form, int site, int target) {
    return new EncodingException(
        "the reference at offset " + site + " is " + (target - site) + " bytes from its label; " + form + " reaches " + form.backwardReach() + " bytes back and " + form.forwardReach() + " forward");
  }
}
