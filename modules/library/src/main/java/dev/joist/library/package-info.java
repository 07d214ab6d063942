/** JavaScript's built-in objects: {@link dev.joist.library.Library} puts them into an engine. */
package dev.joist.library;
