/** Speculative inline caches: shape ids baked into code, with deoptimization. */
package dev.joist.ic.speculative;
