/** How the core opcodes become machine code. */
package dev.joist.plugin.core.lowering;
