/** The oracle. */
package dev.joist.interpreter;
