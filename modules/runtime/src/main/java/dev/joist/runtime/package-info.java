/** Heap, collector, shapes, strings, and the one home of every operation's meaning. */
package dev.joist.runtime;
