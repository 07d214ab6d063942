/** Iterators: of arrays and strings, Iterator.prototype and its helpers, generators. */
package dev.joist.library.iterator;
