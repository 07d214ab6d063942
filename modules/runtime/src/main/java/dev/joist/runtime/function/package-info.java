/** Functions as an engine runs them: bytecode linked to off-heap infos, and functions written in Java. */
package dev.joist.runtime.function;
