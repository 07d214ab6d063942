package dev.joist.conformance.fuzz;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodeBuilder;
import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.RegisterAllocator;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** Strategies and lowerings that are wrong in one way. */
final class Mutants {
  /** Emits something else than a macro assembler's operation; false: the operation is to be emitted as it is. */
  @FunctionalInterface
  interface Mutation {
    boolean emit(MacroAssembler masm, String operation, Object[] arguments);
  }

  private Mutants() {}

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object delegate(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static MacroAssembler wrong(MacroAssembler masm, Mutation mutation) {
    return proxy(MacroAssembler.class, (_, method, arguments) -> mutation.emit(masm, method.getName(), arguments) ? null
        : delegate(masm, method, arguments));
  }

  private static LoweringContext wrong(LoweringContext cx, Mutation mutation) {
    MacroAssembler masm = wrong(cx.masm(), mutation);
    return proxy(LoweringContext.class, (_, method, arguments) -> method.getName().equals("masm") ? masm : delegate(cx, method, arguments));
  }

  /** A backend that is wrong wherever an operation is used. */
  static Parts backend(Parts parts, Mutation mutation) {
    CodegenBackend right = parts.backend();
    CodegenBackend wrong = proxy(CodegenBackend.class, (_, method, arguments) -> method.getName().equals("begin")
        ? new WrongBuilder(right.begin(), mutation) : delegate(right, method, arguments));
    return new Parts(wrong, parts.host(), parts.allocator(), parts.inlineCaches(), parts.abi(), parts.opcodes());
  }

  private record WrongBuilder(CodeBuilder right, MacroAssembler masm) implements CodeBuilder {
    WrongBuilder(CodeBuilder right, Mutation mutation) {
      this(right, wrong(right.masm(), mutation));
    }

    @Override
    public CodeImage build() {
      return right.build();
    }

    @Override
    public int offsetOf(Label label) {
      return right.offsetOf(label);
    }
  }

  /** One lowering that is wrong. */
  static Parts lowering(Parts parts, String opcode, Mutation mutation) {
    List<OpcodeDefinition> opcodes = parts.opcodes();
    OpcodeLowering right = opcodes.stream().filter(opcodeDefinition -> opcodeDefinition.descriptor().name().equals(opcode)).findFirst().orElseThrow()
        .lowering().orElseThrow();
    OpcodeLowering wrong = new OpcodeLowering() {
      @Override
      public Constraints constraints(Insn insn, LoweringEnvironment environment) {
        return right.constraints(insn, environment);
      }

      @Override
      public void emit(LoweringContext cx, Insn insn) {
        right.emit(wrong(cx, mutation), insn);
      }
    };
    return new Parts(parts.backend(), parts.host(), parts.allocator(), parts.inlineCaches(), parts.abi(),
        OpcodeDefinition.withLowerings(opcodes, Map.of(opcode, wrong)));
  }

  /** An allocator that forgets to write the last of the registers back when an instruction leaves. */
  static Parts staleWriteBack(Parts parts) {
    RegisterAllocator right = parts.allocator();
    RegisterAllocator wrong = new RegisterAllocator() {
      @Override
      public String name() {
        return right.name();
      }

      @Override
      public Allocation allocate(AllocationProblem problem, RegisterFile registers) throws AllocationException {
        Allocation allocation = right.allocate(problem, registers);
        return new Allocation(allocation.placements().stream().map(Mutants::forget).toList(), allocation.edges(), allocation.entries(),
            allocation.spillBytes(), allocation.statistics());
      }
    };
    return new Parts(parts.backend(), parts.host(), wrong, parts.inlineCaches(), parts.abi(), parts.opcodes());
  }

  private static Placement forget(Placement p) {
    List<ExitMap.Entry> entries = p.exit().entries();
    return entries.isEmpty() ? p : new Placement(p.before(), p.uses(), p.useGp(), p.useFp(), p.defs(), p.defGp(), p.defFp(), p.gpTemps(), p.fpTemps(),
        new ExitMap(entries.subList(0, entries.size() - 1)), p.after());
  }

  // Mutations

  /** Additions that do not notice that the result is no int32. */
  static boolean ignoreOverflow(MacroAssembler masm, String operation, Object[] a) {
    if (operation.equals("addOverflow")) {
      masm.add((Width) a[0], (MutGp) a[1], (Gp) a[2], (Gp) a[3]);
      return true;
    }
    if (operation.equals("addImmOverflow")) {
      masm.addImm((Width) a[0], (MutGp) a[1], (Gp) a[2], (long) a[3]);
      return true;
    }
    return false;
  }

  /** Leaves out a comparison of an int32 with 0. */
  static Mutation without(Cond cond) {
    return (_, operation, a) -> operation.equals("branchImm") && a[1] == cond && (long) a[3] == 0;
  }

  /** Less or equal taken for less. */
  static boolean forgetEquality(MacroAssembler masm, String operation, Object[] a) {
    if (operation.equals("branch") && a[1] == Cond.LESS_EQUAL) {
      masm.branch((Width) a[0], Cond.LESS, (Gp) a[2], (Gp) a[3], (Label) a[4]);
      return true;
    }
    return false;
  }
}
