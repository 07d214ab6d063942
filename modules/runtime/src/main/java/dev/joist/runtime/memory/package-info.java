/** Raw off-heap memory. Nobody else in the runtime names java.lang.foreign. */
package dev.joist.runtime.memory;
