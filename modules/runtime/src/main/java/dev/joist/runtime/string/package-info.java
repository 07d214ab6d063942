/** JavaScript strings and symbols in cells, and property keys. */
package dev.joist.runtime.string;
