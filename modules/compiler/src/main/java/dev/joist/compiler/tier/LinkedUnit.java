package dev.joist.compiler.tier;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.compiler.analysis.CompilationUnit;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.vm.BytecodeFunction;

/** A linked function as the compiler sees it. */
public record LinkedUnit(BytecodeFunction function) implements CompilationUnit {
  @Override
  public FunctionTemplate template() {
    return function.template();
  }

  @Override
  public long info() {
    return function.info();
  }

  @Override
  public long constantValue(int index) {
    return function.constant(index);
  }

  @Override
  public long siteWord(int index) {
    return Memory.getLong(function.site(index));
  }
}
