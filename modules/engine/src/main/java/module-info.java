/** Guice wiring: the only module that names Guice. */
module dev.joist.engine {
  requires transitive dev.joist.embedding;
  requires dev.joist.bytecode;
  requires dev.joist.spi;
  requires dev.joist.runtime;
  requires dev.joist.interpreter;
  requires dev.joist.compiler;
  requires dev.joist.javascript;
  requires dev.joist.library;
  requires dev.joist.node;
  requires com.google.guice;
  requires com.google.common;
  requires jakarta.inject;

  exports dev.joist.engine;

  uses dev.joist.interpreter.PreparedDispatch;
  uses dev.joist.spi.JoistPlugin;
  uses dev.joist.spi.abi.SlowPathAbi;
  uses dev.joist.spi.codegen.CodegenBackend;
  uses dev.joist.spi.host.MachineHostProvider;
  uses dev.joist.spi.ic.InlineCacheStrategy;
  uses dev.joist.spi.regalloc.AllocationAudit;
  uses dev.joist.spi.regalloc.RegisterAllocator;
  uses dev.joist.spi.value.ValueRepresentation;

  provides dev.joist.embedding.EngineProvider with dev.joist.engine.JoistEngineProvider;
}
