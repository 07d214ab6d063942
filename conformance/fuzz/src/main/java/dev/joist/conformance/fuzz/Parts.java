package dev.joist.conformance.fuzz;

import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.host.MachineHostProvider;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.util.List;

/**
 * A combination of strategies that fit together.
 *
 * @param opcodes the linked opcodes, with the lowerings that compiled code is made by
 */
public record Parts(
    CodegenBackend backend, MachineHostProvider host, RegisterAllocator allocator, InlineCacheStrategy inlineCaches, SlowPathAbi abi,
    List<OpcodeDefinition> opcodes) {
  public Parts {
    opcodes = List.copyOf(opcodes);
  }

  @Override
  public String toString() {
    return "--backend " + backend.name() + " --host " + host.name() + " --allocator " + allocator.name() + " --ic " + inlineCaches.name() + " --abi "
        + abi.name();
  }
}
