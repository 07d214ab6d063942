/** Fixed mapping of bytecode registers to machine registers. */
package dev.joist.regalloc.fixed;
