/**
 * The AArch64 assembler: pure encoders by instruction family, and an {@link
 * dev.joist.backend.aarch64.asm.Assembler} that adds labels, veneers and literals.
 *
 * <p>Every encoder maps typed operands to one instruction word and has no state, so that tests and
 * tools can use it without a buffer. Operand order is that of the architecture manual (Arm ARM,
 * DDI 0487): destination first. An operand that the instruction cannot encode is an {@link
 * dev.joist.assembler.EncodingException} which names instruction, operand and range.
 */
package dev.joist.backend.aarch64.asm;
