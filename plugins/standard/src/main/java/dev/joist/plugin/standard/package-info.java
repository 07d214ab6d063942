/** The standard opcode set and its dispatch, generated at build time. */
package dev.joist.plugin.standard;
