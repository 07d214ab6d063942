/** Objects: named properties in slots, elements, arrays, exotic objects, the global object. */
package dev.joist.runtime.object;
