/** Rules for register allocators. */
package dev.joist.conformance.kit.regalloc;
