/** What the library needs of the program around the engine, and offers it. */
package dev.joist.library.host;
