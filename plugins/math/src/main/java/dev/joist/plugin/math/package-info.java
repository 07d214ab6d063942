/** Functions of Math as opcodes. */
package dev.joist.plugin.math;
