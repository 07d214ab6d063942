package dev.joist.compiler;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.Leaves;
import dev.joist.compiler.analysis.Code;
import dev.joist.compiler.analysis.CompilationUnit;
import dev.joist.compiler.analysis.ControlFlow;
import dev.joist.compiler.analysis.Lowerings;
import dev.joist.compiler.analysis.PluginFault;
import dev.joist.compiler.analysis.ProblemBuilder;
import dev.joist.compiler.emit.Environment;
import dev.joist.compiler.emit.FunctionEmitter;
import dev.joist.compiler.emit.GuardPolicy;
import dev.joist.compiler.emit.Strategies;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;

/**
 * The baseline pipeline: bytecode, blocks, allocation problem, allocation, code. Pure: it changes nothing in the
 * engine.
 */
public final class Compiler {
  /** Beyond this a function is not worth the time: it is mostly data. */
  private static final int MAX_CODE_BYTES = 1 << 16;

  private final Strategies strategies;
  private final Lowerings lowerings;
  private final boolean remarks;

  /** @param remarks whether images have the bytecode among their remarks, for listings */
  public Compiler(Strategies strategies, Lowerings lowerings, boolean remarks) {
    this.strategies = strategies;
    this.lowerings = lowerings;
    this.remarks = remarks;
  }

  public Strategies strategies() {
    return strategies;
  }

  /** A lowering or an allocator that errs declines the function; the reason says which. */
  public Compilation compile(CompilationUnit unit, GuardPolicy guards) {
    String refusal = refusal(unit.template());
    if (refusal != null) {
      return new Compilation.Declined(refusal);
    }
    try {
      ControlFlow flow = ControlFlow.of(Code.decode(unit, lowerings.table()));
      Environment environment = new Environment(strategies, unit.info(), Leaves.isLeaf(unit.template(), lowerings.table()));
      ProblemBuilder builder = new ProblemBuilder(flow, lowerings, environment);
      AllocationProblem problem = builder.build(strategies.allocator().keepsUnboxed());
      Allocation allocation = strategies.allocator().allocate(problem, strategies.backend().registers());
      FunctionEmitter emitter =
          new FunctionEmitter(builder.flow(), lowerings, environment, builder.constraints(), builder.facts(),
          builder.known(), problem, allocation, guards, remarks);
      return new Compilation.Compiled(emitter.emit(), AllocationCounts.of(allocation));
    } catch (AllocationException e) {
      return new Compilation.Declined("allocator " + strategies.allocator().name() + ": " + e.getMessage());
    } catch (PluginFault e) {
      return new Compilation.Declined(e.getMessage(), true);
    } catch (IllegalStateException | IllegalArgumentException e) {
      return new Compilation.Declined(e.getMessage());
    }
  }

  private static String refusal(FunctionTemplate template) {
    if (template.code().length > MAX_CODE_BYTES) {
      return "the function has " + template.code().length + " bytes of bytecode, more than " + MAX_CODE_BYTES;
    }
    return null;
  }
}
