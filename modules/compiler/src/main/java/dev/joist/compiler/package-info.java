/** The baseline pipeline. */
package dev.joist.compiler;
