/** Array. */
package dev.joist.library.array;
