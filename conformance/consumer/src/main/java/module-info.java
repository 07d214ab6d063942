/** An opcode and a register allocator for Joist. */
module com.example.acme {
  requires dev.joist.spi;

  provides dev.joist.spi.JoistPlugin with com.example.acme.AcmePlugin;
  provides dev.joist.spi.regalloc.RegisterAllocator with com.example.acme.InSlots;
}
