package dev.joist.engine;

import dev.joist.compiler.Compilation;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.emit.GuardPolicy;
import dev.joist.compiler.tier.LinkedUnit;
import dev.joist.engine.Listings.Listing;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.FunctionCode;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Disassembler;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Machine code of an engine's compiled functions as text, with the bytecode it stems from. */
final class MachineListings {
  private final Vm vm;
  private final Compiler compiler;

  /** @param compiler one that adds remarks; compiling is a pure function, so it gives the code that the engine's own gives now */
  MachineListings(Vm vm, Compiler compiler) {
    this.vm = vm;
    this.compiler = compiler;
  }

  List<Listing> all() {
    List<Listing> listings = new ArrayList<>();
    for (FunctionCode code : vm.functions().all()) {
      if (code instanceof BytecodeFunction function && function.compiled() != null) {
        listings.add(new Listing(function.name(), text(function)));
      }
    }
    return listings;
  }

  private String text(BytecodeFunction function) {
    String title = "; function " + function + ", " + function.code().length + " bytes of bytecode";
    return switch (compiler.compile(new LinkedUnit(vm, function), GuardPolicy.HONEST)) {
      case Compilation.Declined declined -> title + ", not compiled: " + declined.reason() + "\n";
      case Compilation.Compiled compiled -> title + ", " + compiled.code().image().bytes().length + " bytes of machine code\n"
          + interleave(compiled.code().image());
    };
  }

  private String interleave(CodeImage image) {
    StringBuilder text = new StringBuilder();
    Iterator<CodeImage.Remark> remarks = image.remarks().iterator();
    CodeImage.Remark remark = remarks.hasNext() ? remarks.next() : null;
    for (Disassembler.Line line : compiler.strategies().backend().disassembler().disassemble(image.bytes())) {
      while (remark != null && remark.offset() <= line.offset()) {
        text.append("; ").append(remark.text()).append('\n');
        remark = remarks.hasNext() ? remarks.next() : null;
      }
      text.append(String.format("%6x  %s%n", line.offset(), line.text()));
    }
    return text.toString();
  }
}
