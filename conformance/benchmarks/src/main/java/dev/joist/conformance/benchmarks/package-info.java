/** What the parts of Joist cost, each by itself, measured with JMH in the JVM's steady state. */
package dev.joist.conformance.benchmarks;
