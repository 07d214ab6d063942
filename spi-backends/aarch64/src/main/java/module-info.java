import dev.joist.backend.aarch64.Aarch64Backend;
import dev.joist.spi.codegen.CodegenBackend;

/** AArch64 code generation. */
module dev.joist.backend.aarch64 {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires dev.joist.assembler;

  provides CodegenBackend with Aarch64Backend;
}
