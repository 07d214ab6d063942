/** The global functions. */
package dev.joist.library.global;
