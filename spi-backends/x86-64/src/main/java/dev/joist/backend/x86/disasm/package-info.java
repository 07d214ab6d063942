/** A disassembler of the x86-64 instructions that this module emits, in the notation of GNU objdump with Intel syntax. */
package dev.joist.backend.x86.disasm;
