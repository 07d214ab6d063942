/** Monomorphic inline caches: facts as data. */
package dev.joist.ic.monomorphic;
