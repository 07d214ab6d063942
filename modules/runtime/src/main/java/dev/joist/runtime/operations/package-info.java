/** What each operator of JavaScript means: interpreter, compiled code's slow paths and library all come here. */
package dev.joist.runtime.operations;
