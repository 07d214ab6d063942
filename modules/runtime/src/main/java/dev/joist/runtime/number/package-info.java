/** Numbers as text, both ways, exactly as ECMAScript says. Knows nothing of the heap. */
package dev.joist.runtime.number;
