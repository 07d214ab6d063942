package dev.joist.interpreter;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.INIT_NAME;

import dev.joist.bytecode.Effect;
import dev.joist.bytecode.OpcodeDescriptor;
import dev.joist.bytecode.OpcodeTable;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.Frames;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the interpreter's loop from an opcode table: a switch with a case for each opcode, in which the opcode's semantics are a
 * constant, so that HotSpot sees one receiver at each call and can put the semantics in line.
 */
public final class DispatchGenerator {
  private static final ClassDesc CD_FRAMES = Frames.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_VM = Vm.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_FUNCTION = BytecodeFunction.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_SEMANTICS = OpcodeSemantics.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_LOOP = DispatchLoop.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_ACTIVATION = Activation.class.describeConstable().orElseThrow();
  private static final ClassDesc CD_BYTES = CD_byte.arrayType();
  private static final MethodTypeDesc LOOP = MethodTypeDesc.of(CD_long, CD_VM, CD_long, CD_int);
  private static final MethodTypeDesc EXECUTE = MethodTypeDesc.of(CD_int, CD_ACTIVATION, CD_BYTES, CD_long, CD_int);

  private static final int VM = 1;
  private static final int BASE = 2;
  private static final int PC = 4;
  private static final int CODE = 5;

  private final ClassDesc self;
  private final OpcodeTable table;
  private final SemanticsSource source;

  /** Emits the instructions that leave an {@code OpcodeSemantics[]}, by opcode number, on the stack. */
  @FunctionalInterface
  public interface SemanticsSource {
    void emit(CodeBuilder code);
  }

  private DispatchGenerator(ClassDesc self, OpcodeTable table, SemanticsSource source) {
    this.self = self;
    this.table = table;
    this.source = source;
  }

  /**
   * The class file of a final subclass of {@link DispatchLoop} with a public constructor without parameters.
   *
   * @param self its name
   * @param source where its initialiser gets the semantics from
   */
  public static byte[] generate(ClassDesc self, OpcodeTable table, SemanticsSource source) {
    return new DispatchGenerator(self, table, source).generate();
  }

  private byte[] generate() {
    return ClassFile.of().build(self, type -> {
      type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
      type.withSuperclass(CD_LOOP);
      type.withField("ALL", CD_SEMANTICS.arrayType(), ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
      for (int i = 0; i < table.size(); i++) {
        type.withField(field(i), CD_SEMANTICS, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
      }
      type.withMethodBody(CLASS_INIT_NAME, MethodTypeDesc.of(CD_void), ClassFile.ACC_STATIC, this::initialiser);
      type.withMethodBody(INIT_NAME, MethodTypeDesc.of(CD_void), ClassFile.ACC_PUBLIC, code -> code.aload(0)
          .getstatic(self, "ALL", CD_SEMANTICS.arrayType())
          .invokespecial(CD_LOOP, INIT_NAME, MethodTypeDesc.of(CD_void, CD_SEMANTICS.arrayType()))
          .return_());
      type.withMethodBody("loop", LOOP, ClassFile.ACC_PROTECTED | ClassFile.ACC_FINAL, this::loop);
    });
  }

  /** A field's name: the opcode's, which may hold dots. */
  private String field(int opcode) {
    return table.descriptor(opcode).name().replace('.', '$');
  }

  private void initialiser(CodeBuilder code) {
    source.emit(code);
    code.putstatic(self, "ALL", CD_SEMANTICS.arrayType());
    for (int i = 0; i < table.size(); i++) {
      code.getstatic(self, "ALL", CD_SEMANTICS.arrayType()).loadConstant(i).aaload().putstatic(self, field(i), CD_SEMANTICS);
    }
    code.return_();
  }

  private void loop(CodeBuilder code) {
    loadCode(code);
    Label top = code.newLabel();
    Label unknown = code.newLabel();
    Label reload = code.newLabel();
    Label left = code.newLabel();
    code.labelBinding(top);
    code.aload(CODE).iload(PC).baload().sipush(0xff).iand();
    List<SwitchCase> cases = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Label label = code.newLabel();
      labels.add(label);
      cases.add(SwitchCase.of(i, label));
    }
    code.tableswitch(0, table.size() - 1, unknown, cases);
    for (int i = 0; i < table.size(); i++) {
      code.labelBinding(labels.get(i));
      instruction(code, i, table.descriptor(i), top, reload);
    }
    code.labelBinding(reload);
    code.iload(PC).loadConstant(Frames.LEFT).if_icmpeq(left);
    code.iload(PC).invokestatic(CD_FRAMES, "offset", MethodTypeDesc.of(CD_int, CD_int)).istore(PC);
    code.aload(VM).invokevirtual(CD_VM, "base", MethodTypeDesc.of(CD_long)).lstore(BASE);
    loadCode(code);
    code.goto_(top);
    code.labelBinding(left);
    code.aload(VM).invokevirtual(CD_VM, "result", MethodTypeDesc.of(CD_long)).lreturn();
    code.labelBinding(unknown);
    code.aload(CODE).iload(PC).invokestatic(CD_LOOP, "unknown", MethodTypeDesc.of(RuntimeException.class.describeConstable().orElseThrow(), CD_BYTES, CD_int)).athrow();
  }

  private static void loadCode(CodeBuilder code) {
    code.aload(VM).invokevirtual(CD_VM, "function", MethodTypeDesc.of(CD_FUNCTION));
    code.invokevirtual(CD_FUNCTION, "code", MethodTypeDesc.of(CD_BYTES)).astore(CODE);
  }

  private void instruction(CodeBuilder code, int opcode, OpcodeDescriptor descriptor, Label top, Label reload) {
    if (descriptor.has(Effect.THROWS) || descriptor.has(Effect.CALLS) || descriptor.has(Effect.SAFEPOINT)) {
      code.aload(VM).iload(PC).invokevirtual(CD_VM, "at", MethodTypeDesc.of(CD_void, CD_int));
    }
    code.getstatic(self, field(opcode), CD_SEMANTICS);
    code.aload(VM).aload(CODE).lload(BASE).iload(PC);
    code.invokeinterface(CD_SEMANTICS, "execute", EXECUTE).istore(PC);
    if (descriptor.has(Effect.SWITCHES_FRAME)) {
      code.iload(PC).iflt(reload);
    }
    code.goto_(top);
  }
}
