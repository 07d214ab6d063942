/** Rules for value representations: the laws of the half in Java, and that the emitted half agrees with it. */
package dev.joist.conformance.kit.values;
