package dev.joist.spi.opcode;

/** How an opcode becomes machine code: written once against the portable macro assembler. Stateless. */
public interface OpcodeLowering {}
