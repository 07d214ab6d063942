/** From an allocation to machine code, through the lowerings. */
package dev.joist.compiler.emit;
