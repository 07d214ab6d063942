package dev.joist.conformance.codegen;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.Disassembler;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.codegen.RegisterFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A backend whose macro assembler is disturbed. */
record WrongBackend(CodegenBackend right, Supplier<Disturbance> disturbances) implements CodegenBackend {
  /** Stands before a macro assembler; one for each piece of code. */
  @FunctionalInterface
  interface Disturbance {
    /** Anything but what a method answers: the call goes on to the right macro assembler. */
    Object PASS = new Object();

    /** Sees a call; answers {@link #PASS}, or what the call answers instead. */
    Object call(MacroAssembler right, Method method, Object[] arguments);
  }

  private record Builder(CodeBuilder right, MacroAssembler masm) implements CodeBuilder {
    @Override
    public CodeImage build() {
      return right.build();
    }

    @Override
    public int offsetOf(Label label) {
      return right.offsetOf(label);
    }
  }

  @Override
  public String name() {
    return right.name();
  }

  @Override
  public Isa isa() {
    return right.isa();
  }

  @Override
  public RegisterFile registers() {
    return right.registers();
  }

  @Override
  public CodeBuilder begin() {
    CodeBuilder builder = right.begin();
    MacroAssembler masm = builder.masm();
    Disturbance disturbance = disturbances.get();
    return new Builder(builder, (MacroAssembler) Proxy.newProxyInstance(MacroAssembler.class.getClassLoader(),
        new Class<?>[] {MacroAssembler.class}, (_, method, arguments) -> {
          Object answer = disturbance.call(masm, method, arguments);
          if (answer != Disturbance.PASS) {
            return answer;
          }
          try {
            return method.invoke(masm, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  @Override
  public Disassembler disassembler() {
    return right.disassembler();
  }
}
