/** Guice wiring. */
package dev.joist.engine;
