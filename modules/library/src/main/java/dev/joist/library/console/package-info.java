/** The console object, and values as text for people: node's util.inspect and format. */
package dev.joist.library.console;
