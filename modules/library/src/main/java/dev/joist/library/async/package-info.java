/** The event loop, timers and promises. */
package dev.joist.library.async;
