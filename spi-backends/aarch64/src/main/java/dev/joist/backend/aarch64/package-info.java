/**
 * AArch64 code generation: the portable macro assembler on top of {@link dev.joist.backend.aarch64.asm}, the use of the
 * registers, and listings.
 */
package dev.joist.backend.aarch64;
