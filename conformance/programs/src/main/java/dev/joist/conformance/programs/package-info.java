/** Programs, the modes they run in, and what came out. */
package dev.joist.conformance.programs;
