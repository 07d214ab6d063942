package dev.joist.spi.opcode;

/**
 * Somewhere in the heap, as far as lowerings tell such places apart: a property of the objects of a shape, a captured variable.
 * Who writes a place may change what is read from equal ones, and from no others.
 */
public interface Place {}
