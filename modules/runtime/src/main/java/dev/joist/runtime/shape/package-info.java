/** What objects look like: which property lies in which slot, with which attributes; the prototype. */
package dev.joist.runtime.shape;
