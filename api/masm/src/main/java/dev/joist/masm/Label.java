package dev.joist.masm;

/** A place in the code that branches name. Made by {@link MacroAssembler#newLabel()}, bound at most once. */
public interface Label {
  boolean isBound();
}
