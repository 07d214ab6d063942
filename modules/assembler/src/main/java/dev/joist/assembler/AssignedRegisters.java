package dev.joist.assembler;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.MutGp;
import java.util.List;

/** The registers that an instruction set's author assigns to the parts of {@link CallRegisters}. */
public record AssignedRegisters(MutGp base, MutGp context, MutGp allocation, MutGp sites, MutGp argumentCount, MutGp result, List<MutGp> hostArgument,
    MutGp hostResult) implements CallRegisters {
  public AssignedRegisters {
    hostArgument = List.copyOf(hostArgument);
  }
}
