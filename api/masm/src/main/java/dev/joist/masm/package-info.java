/** The portable macro assembler contract. */
package dev.joist.masm;
