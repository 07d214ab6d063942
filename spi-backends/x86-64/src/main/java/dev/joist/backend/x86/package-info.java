/**
 * x86-64 code generation: the portable macro assembler on top of {@link dev.joist.backend.x86.asm}, the use of the
 * registers, and listings. Functions of the host follow the System V ABI.
 */
package dev.joist.backend.x86;
