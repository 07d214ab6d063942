/** ArrayBuffer, typed arrays and DataView. */
package dev.joist.library.typed;
