/** Tagged values with doubles in heap cells. */
package dev.joist.values.tagged;
