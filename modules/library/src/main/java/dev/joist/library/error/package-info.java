/** Error and its kinds. */
package dev.joist.library.error;
