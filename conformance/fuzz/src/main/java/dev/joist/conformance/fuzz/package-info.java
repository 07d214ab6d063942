/** Random bytecode and random JavaScript, run interpreted and compiled: both must give the same. */
package dev.joist.conformance.fuzz;
