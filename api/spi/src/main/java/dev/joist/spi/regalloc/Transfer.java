package dev.joist.spi.regalloc;

/**
 * A value of a register is copied (and boxed, or unboxed from what it is known to be) from one location to another. A
 * number may be put into a floating-point register before the bytecode register has it: the place then holds that number for
 * uses that are known to read it.
 */
public record Transfer(int register, Location from, Location to) {}
