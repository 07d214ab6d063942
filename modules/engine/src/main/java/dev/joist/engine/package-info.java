/** Engines put together: strategies found and chosen by name, parts wired by Guice, the engine's own thread. */
package dev.joist.engine;
