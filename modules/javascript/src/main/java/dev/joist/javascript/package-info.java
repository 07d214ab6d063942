/** JavaScript source to bytecode. */
package dev.joist.javascript;
