/** Map, Set, WeakMap, WeakSet, WeakRef and FinalizationRegistry. */
package dev.joist.library.collection;
