package dev.joist.runtime.vm;

import dev.joist.bytecode.CodeReader;
import dev.joist.bytecode.FunctionTemplate;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.runtime.memory.Memory;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Guesses how many properties constructors give their object, so that these lie in the cell: the names stored to `this`, in the code of a whole class. */
final class ExpectedProperties {
  private static final int MOST = 32;

  private ExpectedProperties() {}

  /** Of one function's code. Evaluating what is stored may need `this` in another register, to which it is moved first. */
  static int of(FunctionTemplate template, OpcodeTable opcodes) {
    Set<Integer> names = new HashSet<>();
    int privateNames = 0;
    byte[] code = template.code();
    int set = opcodes.find("SetProperty").orElse(-1);
    int define = opcodes.find("DefineProperty").orElse(-1);
    int definePrivate = opcodes.find("DefinePrivate").orElse(-1);
    int definePrivateMethod = opcodes.find("DefinePrivateMethod").orElse(-1);
    int move = opcodes.find("Move").orElse(-1);
    BitSet self = new BitSet();
    self.set(0);
    for (int pc = 0; pc < code.length; pc += opcodes.descriptor(code[pc] & 0xff).length()) {
      int opcode = code[pc] & 0xff;
      boolean ofThis = self.get(code[pc + 1] & 0xff);
      // All of them: u object, then u name, or k name
      if ((opcode == set || opcode == define) && ofThis) {
        names.add(CodeReader.u16(code, pc + 2));
      } else if ((opcode == definePrivate || opcode == definePrivateMethod) && ofThis) {
        privateNames++;
      } else if (opcode == move && code[pc + 1] != 0) {
        self.set(code[pc + 1] & 0xff, self.get(code[pc + 2] & 0xff));
      }
    }
    return Math.min(names.size() + privateNames, MOST);
  }

  /** Of all classes from new.target's to that whose constructor makes the object, with their fields. */
  static int ofClasses(Vm vm, BytecodeFunction base, long newTarget) {
    int sum = 0;
    for (long function = newTarget; Callees.isCallable(function); function = vm.shapes().of(Values.address(function)).prototype()) {
      FunctionCode code = vm.functions().ofCell(Values.address(function));
      sum += ofClass(vm, function, code);
      if (code == base) {
        return Math.min(sum, MOST);
      }
    }
    return base.expectedProperties();
  }

  private static int ofClass(Vm vm, long function, FunctionCode code) {
    long fields = Memory.getLong(Values.address(function) + Layout.FUNCTION_FIELDS);
    return own(code) + (fields == 0 ? 0 : own(vm.functions().ofCell(fields)));
  }

  private static int own(FunctionCode code) {
    return code instanceof BytecodeFunction function ? function.expectedProperties() : 0;
  }
}
