package dev.joist.spi.regalloc;

/** How a lowering wants a register that its instruction reads. */
public enum UsePolicy {
  /** As a Value in a machine register. */
  BOXED(true, false),
  /** As an int32, checked where the allocator does not know it. */
  INT32(true, false),
  /** As a double, checked where the allocator does not know it. */
  DOUBLE(true, false),
  /** Wherever it is. */
  ANY(false, false),
  /** In its slot of the register file. */
  IN_SLOT(false, true),
  /** Both in its slot and as a Value in a machine register. */
  BOXED_AND_IN_SLOT(true, true);

  private final boolean inRegister;
  private final boolean inSlot;

  UsePolicy(boolean inRegister, boolean inSlot) {
    this.inRegister = inRegister;
    this.inSlot = inSlot;
  }

  /** Whether the lowering asks for it in a machine register. */
  public boolean inRegister() {
    return inRegister;
  }

  /** Whether its slot must be current when the instruction begins. */
  public boolean inSlot() {
    return inSlot;
  }
}
