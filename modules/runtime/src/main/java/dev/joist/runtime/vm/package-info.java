/** The running engine: VM stack, calls, exceptions, roots, and what the tiers ask of each other. */
package dev.joist.runtime.vm;
