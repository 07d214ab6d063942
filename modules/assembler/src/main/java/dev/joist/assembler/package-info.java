/**
 * What every backend's assembler needs and no ISA is named in: a growing code buffer, labels whose references are
 * patched in one pass, islands of veneers for references that run out of reach, a pool of constants. And for
 * hosts: where pieces of code lie.
 */
package dev.joist.assembler;
