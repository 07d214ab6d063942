/** Rules for plugins that define opcodes. */
package dev.joist.conformance.kit.opcode;
