package dev.joist.assembler;

/** A field of an instruction that holds the distance from the instruction to a label. */
public interface PcRelative {
  /** The largest distance forward, in bytes, or {@link Integer#MAX_VALUE} if it is no limit. */
  int forwardReach();

  /** The largest distance backward, in bytes, as a positive number. */
  int backwardReach();

  /** True if a veneer can stand in for the label: so for branches, not for what needs the label's own address. */
  boolean acceptsVeneer();

  /** Puts the distance into the instruction at {@code site}. */
  void patch(CodeBuffer code, int site, int target);

  /** True if the field at {@code site} can hold the distance to {@code target}. */
  default boolean reaches(int site, int target) {
    int distance = target - site;
    return distance <= forwardReach() && distance >= -backwardReach();
  }
}
