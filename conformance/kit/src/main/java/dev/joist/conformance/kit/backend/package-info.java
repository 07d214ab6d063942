/** The kit for backends. */
package dev.joist.conformance.kit.backend;
