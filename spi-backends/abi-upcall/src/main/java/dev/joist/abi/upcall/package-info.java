/** Slow paths leave machine code through one upcall stub. */
package dev.joist.abi.upcall;
