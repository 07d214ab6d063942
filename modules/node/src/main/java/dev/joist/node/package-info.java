/** CommonJS modules, {@code process}, and node's own modules as far as command-line programs need them. */
package dev.joist.node;
