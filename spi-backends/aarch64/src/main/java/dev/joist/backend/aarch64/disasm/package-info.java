/** The AArch64 disassembler, for listings; written in the notation of GNU objdump, aliases included. */
package dev.joist.backend.aarch64.disasm;
