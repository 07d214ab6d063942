/** Runs AArch64 machine code on any host, counting instructions. */
package dev.joist.host.simulator;
