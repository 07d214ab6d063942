/**
 * The x86-64 assembler: instructions by family over one encoder, and labels with short and long jumps. Operand order is
 * Intel's, destination first. Instructions are those of x86-64-v2 (SSE4.1 for rounding), which every processor since
 * 2009 has.
 */
package dev.joist.backend.x86.asm;
