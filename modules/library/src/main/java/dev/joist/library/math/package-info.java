/** Math, Number and Boolean. */
package dev.joist.library.math;
