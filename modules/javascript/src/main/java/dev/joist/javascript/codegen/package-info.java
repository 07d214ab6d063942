/**
 * Bytecode out of syntax trees. A {@link dev.joist.javascript.codegen.FunctionGenerator} holds what one function needs;
 * the classes beside it each generate one part of the language.
 */
package dev.joist.javascript.codegen;
