/** Runs machine code on the processor itself. */
package dev.joist.host.nativecode;
