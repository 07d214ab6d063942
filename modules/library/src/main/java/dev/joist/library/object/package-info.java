/** Object, Function and Reflect. */
package dev.joist.library.object;
