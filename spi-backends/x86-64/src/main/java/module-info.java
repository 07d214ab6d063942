import dev.joist.backend.x86.X86Backend;
import dev.joist.spi.codegen.CodegenBackend;

/** x86-64 code generation. */
module dev.joist.backend.x86 {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;
  requires dev.joist.assembler;

  provides CodegenBackend with X86Backend;
}
