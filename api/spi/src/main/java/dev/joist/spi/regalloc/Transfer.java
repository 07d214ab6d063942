package dev.joist.spi.regalloc;

/** A value of a register is copied (and boxed, or unboxed from what it is known to be) from one location to another. */
public record Transfer(int register, Location from, Location to) {}
