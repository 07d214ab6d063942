/** Cells off-heap: allocation, precise marking, sweeping, and what keeps cells alive. */
package dev.joist.runtime.heap;
