/** When functions are compiled, entered, left and compiled again. */
package dev.joist.compiler.tier;
