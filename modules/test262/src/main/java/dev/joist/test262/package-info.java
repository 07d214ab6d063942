/** Runs tc39/test262, the official test suite of ECMAScript, as its INTERPRETING.md asks. */
package dev.joist.test262;
