/** Rules for register allocators, and a checker of what they answer, whoever wrote them. */
package dev.joist.conformance.kit.regalloc;
