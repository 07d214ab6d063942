/** Linear scan over live intervals, with unboxed numbers. */
package dev.joist.regalloc.linearscan;
