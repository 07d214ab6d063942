/** Random bytecode and random JavaScript: interpreter against compiled code. */
module dev.joist.conformance.fuzz {
  requires dev.joist.bytecode;
  requires dev.joist.compiler;
  requires dev.joist.interpreter;
  requires dev.joist.javascript;
  requires dev.joist.library;
  requires dev.joist.runtime;
  requires dev.joist.spi;
  requires info.picocli;
  requires java.management;

  exports dev.joist.conformance.fuzz;

  opens dev.joist.conformance.fuzz to info.picocli;

  uses dev.joist.interpreter.PreparedDispatch;
  uses dev.joist.spi.JoistPlugin;
  uses dev.joist.spi.abi.SlowPathAbi;
  uses dev.joist.spi.codegen.CodegenBackend;
  uses dev.joist.spi.host.MachineHostProvider;
  uses dev.joist.spi.ic.InlineCacheStrategy;
  uses dev.joist.spi.regalloc.RegisterAllocator;
}
