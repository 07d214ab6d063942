/** The kits from the command line. */
package dev.joist.conformance.kit.command;
