/** Date: arithmetic and text on java.time, and the built-in object. */
package dev.joist.library.date;
