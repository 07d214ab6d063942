package dev.joist.compiler.emit;

import dev.joist.compiler.analysis.PluginFault;
import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.regalloc.Allocation.Placement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The macro assembler as one instruction's lowering of a plugin from outside gets it: it refuses to write a register that is neither a result nor a temp of
 * that instruction. Registers are told apart by type already; this finds those that a lowering made itself or kept from another instruction.
 */
final class GuardedAssembler {
  private final MacroAssembler masm;
  private final Operands operands;
  private final Function<Throwable, PluginFault> blame;
  private final Set<Gp> gp = new HashSet<>();
  private final Set<Fp> fp = new HashSet<>();
  private final Set<Object> written = new HashSet<>();

  /**
   * @param calls registers that an instruction that calls may write as well
   * @param blame makes an error that names the plugin of whatever its code throws
   */
  GuardedAssembler(MacroAssembler masm, Operands operands, Set<Gp> calls, Function<Throwable, PluginFault> blame) {
    this.masm = masm;
    this.blame = blame;
    this.operands = operands;
    Placement placement = operands.placement();
    placement.defGp().stream().filter(register -> register != null).forEach(gp::add);
    placement.defFp().stream().filter(register -> register != null).forEach(fp::add);
    gp.addAll(placement.gpTemps());
    fp.addAll(placement.fpTemps());
    if (operands.constraints().calls()) {
      gp.addAll(calls);
    }
  }

  MacroAssembler lend() {
    return (MacroAssembler) Proxy.newProxyInstance(GuardedAssembler.class.getClassLoader(), new Class<?>[] {MacroAssembler.class},
        (_, method, arguments) -> forward(method, arguments));
  }

  private Object forward(Method method, Object[] arguments) throws Throwable {
    for (int i = 0; i < method.getParameterCount(); i++) {
      Class<?> type = method.getParameterTypes()[i];
      if (type == MutGp.class || type == MutFp.class) {
        check(method.getName(), arguments[i], type == MutGp.class ? gp.contains(arguments[i]) : fp.contains(arguments[i]));
      }
    }
    try {
      return method.invoke(masm, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** A write that does not go through the macro assembler. */
  void checkWrite(String operation, MutGp register) {
    check(operation, register, gp.contains(register));
  }

  private void check(String operation, Object register, boolean allowed) {
    if (!allowed) {
      throw operands.error(operation + " writes " + register + ", which is no result and no temp of this instruction");
    }
    written.add(register);
  }

  /** Runs code of the plugin. */
  void run(Runnable code) {
    try {
      code.run();
    } catch (RuntimeException | LinkageError e) {
      throw blame.apply(e);
    }
  }

  /** After the lowering: whatever the instruction defines must have been written. */
  void checkResults() {
    for (int d = 0; d < operands.placement().defs().size(); d++) {
      Object register = operands.placement().defFp().get(d) != null ? operands.placement().defFp().get(d) : operands.placement().defGp().get(d);
      if (operands.constraints().copyOf() < 0 && !written.contains(register)) {
        throw operands.error("emits nothing that writes its result, operand " + operands.problem().defs().get(d).operand());
      }
    }
  }
}
