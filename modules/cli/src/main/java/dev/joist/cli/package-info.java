/** The joist command. */
package dev.joist.cli;
