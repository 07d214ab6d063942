/** Constants, moves, arithmetic, comparisons, jumps, globals. */
package dev.joist.plugin.core;
