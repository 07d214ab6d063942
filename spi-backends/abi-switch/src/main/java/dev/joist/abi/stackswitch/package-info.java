/** Slow paths leave machine code by switching from its own stack to Java's. */
package dev.joist.abi.stackswitch;
