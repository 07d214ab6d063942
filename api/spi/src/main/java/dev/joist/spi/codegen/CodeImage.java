package dev.joist.spi.codegen;

import java.util.List;

/**
 * Finished machine code that runs at any address that is a multiple of 16.
 *
 * @param bytes the code; the array belongs to the image
 * @param remarks for listings, by ascending offset
 */
public record CodeImage(Isa isa, byte[] bytes, List<Remark> remarks) {
  public CodeImage {
    remarks = List.copyOf(remarks);
  }

  /** A remark that stands before the instruction at the offset. */
  public record Remark(int offset, String text) {}
}
