/** JavaScript's built-in objects. */
package dev.joist.library;
