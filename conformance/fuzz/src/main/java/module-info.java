/** Random bytecode and random JavaScript: interpreter against compiled code. */
module dev.joist.conformance.fuzz {
  requires dev.joist.bytecode;
  requires dev.joist.compiler;
  requires dev.joist.embedding;
  requires dev.joist.interpreter;
  requires dev.joist.library;
  requires dev.joist.plugin.standard;
  requires dev.joist.runtime;
  requires dev.joist.spi;

  exports dev.joist.conformance.fuzz;

  uses dev.joist.spi.abi.SlowPathAbi;
  uses dev.joist.spi.codegen.CodegenBackend;
  uses dev.joist.spi.host.MachineHostProvider;
  uses dev.joist.spi.ic.InlineCacheStrategy;
  uses dev.joist.spi.regalloc.RegisterAllocator;
}
