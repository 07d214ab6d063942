/** From bytecode to an allocation problem: instructions, blocks, loops, liveness. */
package dev.joist.compiler.analysis;
