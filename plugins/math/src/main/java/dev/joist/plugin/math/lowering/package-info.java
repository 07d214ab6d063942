/** How functions of Math become machine code. */
package dev.joist.plugin.math.lowering;
