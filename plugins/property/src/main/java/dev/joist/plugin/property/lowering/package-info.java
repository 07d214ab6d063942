/** How property and element access become machine code. */
package dev.joist.plugin.property.lowering;
