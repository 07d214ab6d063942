/** Opcode descriptors, function templates, builder, text form, verifier. */
package dev.joist.bytecode;
