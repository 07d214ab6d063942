/** Polymorphic inline caches and a stub cache: facts as data. */
package dev.joist.ic.polymorphic;
