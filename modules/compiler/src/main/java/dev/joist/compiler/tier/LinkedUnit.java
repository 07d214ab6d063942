package dev.joist.compiler.tier;

import dev.joist.bytecode.FunctionTemplate;
import dev.joist.compiler.analysis.CompilationUnit;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.CallSites;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.value.Values;
import java.util.Optional;

/** A linked function as the compiler sees it. */
public record LinkedUnit(Vm vm, BytecodeFunction function) implements CompilationUnit {
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
  public Insn.ClosureParts closure(int index) {
    FunctionCode child = function.child(vm, index);
    Shape shape = vm.closures().shapeOf(child);
    return new Insn.ClosureParts(child.info(), shape.id(), shape.cellBytes());
  }

  @Override
  public Optional<Insn.Callee> callee(int site) {
    long callee = CallSites.callee(function.site(site));
    if (callee == 0 || !(vm.functions().ofCell(Values.address(callee)) instanceof BytecodeFunction code)) {
      return Optional.empty();
    }
    function.keepCallee(callee);
    return Optional.of(new Insn.Callee(callee, code.info(), code.parameterCount()));
  }

  @Override
  public long siteWord(int index) {
    return Memory.getLong(function.site(index));
  }

  @Override
  public boolean isPermanentGlobal(int site) {
    long cell = siteWord(site);
    return cell != 0 && (Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.GLOBAL_FLAG_PERMANENT) != 0
        && Memory.getLong(cell + Layout.GLOBAL_VALUE) != Values.HOLE;
  }

  @Override
  public int prototypeEpoch() {
    return Memory.getInt(vm.context() + Layout.CONTEXT_PROTOTYPE_EPOCH);
  }
}
