/** String and Symbol. */
package dev.joist.library.string;
