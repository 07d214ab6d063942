package dev.joist.spi.ic;

import dev.joist.spi.opcode.Place;

/**
 * A property that objects of a shape have themselves. As long as no object gets another shape, objects of two shapes are two objects.
 *
 * @param kind OWN_INLINE or OWN_SLOTS
 */
record PropertyPlace(int shape, int kind, int offset) implements Place {}
