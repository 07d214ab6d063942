/** The front of the front end: source text, its lines, the parser and syntax errors. */
package dev.joist.javascript.source;
