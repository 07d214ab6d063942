/** What strategies and opcode plugins implement. */
package dev.joist.spi;
