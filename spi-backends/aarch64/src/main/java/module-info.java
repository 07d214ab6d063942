/** AArch64 code generation. */
module dev.joist.backend.aarch64 {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires transitive dev.joist.assembler;
}
