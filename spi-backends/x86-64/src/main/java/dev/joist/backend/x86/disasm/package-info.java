/** A disassembler of the x86-64 instructions that this module emits, as GNU objdump writes them in Intel syntax. */
package dev.joist.backend.x86.disasm;
