/** NaN-boxed values. */
package dev.joist.values.nanbox;
