/** Code buffer, labels, fixups, veneers and constant pool for backend authors. */
package dev.joist.assembler;
