/** What {@code joist bench} measures. */
package dev.joist.cli.bench;
