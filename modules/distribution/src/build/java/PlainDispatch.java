import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the bootstraps of switches over types, and of records' equals and hashCode, by methods that do the same. What the bootstraps make at run
 * time costs some milliseconds for each place, at each start.
 */
final class PlainDispatch implements PrepareClassFiles.Preparation {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final int PRIVATE = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
  private static final int HASH_FACTOR = 31;

  /** A method to add. */
  private record Replacement(String name, InvokeDynamicInstruction instruction) {}

  @Override
  public Optional<byte[]> prepare(ClassFile classFile, ClassModel model) {
    if (!hasBootstrap(model)) {
      return Optional.empty();
    }
    List<Replacement> replacements = new ArrayList<>();
    Set<MethodModel> callers = new HashSet<>();
    for (MethodModel method : model.methods()) {
      for (CodeElement element : method.code().<Iterable<CodeElement>>map(code -> code).orElse(List.of())) {
        if (isReplaced(element)) {
          callers.add(method);
          replacements.add(new Replacement("plain$" + replacements.size(), (InvokeDynamicInstruction) element));
        }
      }
    }
    if (replacements.isEmpty()) {
      return Optional.empty();
    }
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    int[] next = {0};
    ClassTransform calls = ClassTransform.transformingMethodBodies(callers::contains, (code, element) -> {
      if (isReplaced(element)) {
        Replacement replacement = replacements.get(next[0]++);
        code.invokestatic(self, replacement.name, replacement.instruction.typeSymbol(), isInterface);
      } else {
        code.with(element);
      }
    });
    return Optional.of(classFile.transformClass(model, calls.andThen(ClassTransform.endHandler(type -> replacements.forEach(r -> add(type, self, r))))));
  }

  private static boolean hasBootstrap(ClassModel model) {
    return model.findAttribute(Attributes.bootstrapMethods()).stream().flatMap(attribute -> attribute.bootstrapMethods().stream())
        .map(entry -> (DirectMethodHandleDesc) entry.bootstrapMethod().asSymbol())
        .anyMatch(handle -> handle.owner().equals(SWITCHES) || handle.owner().equals(RECORDS));
  }

  private static boolean isReplaced(CodeElement element) {
    return element instanceof InvokeDynamicInstruction dynamic && (isTypeSwitch(dynamic) || isRecordMethod(dynamic));
  }

  private static boolean isTypeSwitch(InvokeDynamicInstruction dynamic) {
    DirectMethodHandleDesc bootstrap = dynamic.bootstrapMethod();
    return bootstrap.owner().equals(SWITCHES) && bootstrap.methodName().equals("typeSwitch")
        && dynamic.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance) && !dynamic.typeSymbol().parameterType(0).isPrimitive();
  }

  private static boolean isRecordMethod(InvokeDynamicInstruction dynamic) {
    return dynamic.bootstrapMethod().owner().equals(RECORDS)
        && (dynamic.name().equalsString("equals") || dynamic.name().equalsString("hashCode"));
  }

  private static void add(ClassBuilder type, ClassDesc self, Replacement replacement) {
    InvokeDynamicInstruction dynamic = replacement.instruction;
    type.withMethodBody(replacement.name, dynamic.typeSymbol(), PRIVATE, code -> {
      if (isTypeSwitch(dynamic)) {
        typeSwitch(code, dynamic.bootstrapArgs());
      } else if (dynamic.name().equalsString("equals")) {
        equals(code, self, components(dynamic));
      } else {
        hashCode(code, self, components(dynamic));
      }
    });
  }

  /** The getters of a record's components, behind the record's class and the components' names. */
  private static List<DirectMethodHandleDesc> components(InvokeDynamicInstruction dynamic) {
    return dynamic.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
  }

  /** (value, from): the number of the first type from there on that the value is of; -1 for null; the number of types when there is none. */
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> types) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }

  private static void equals(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> components) {
    Label differs = code.newLabel();
    Label other = code.newLabel();
    code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
    code.aload(1).instanceOf(self).ifeq(differs);
    code.aload(1).checkcast(self).astore(2);
    for (DirectMethodHandleDesc component : components) {
      ClassDesc type = type(component);
      load(code, self, component, 0);
      load(code, self, component, 2);
      switch (TypeKind.from(type).asLoadable()) {
        case INT -> code.if_icmpne(differs);
        case REFERENCE -> code.invokestatic(OBJECTS, "equals",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object)).ifeq(differs);
        default -> code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(differs);
      }
    }
    code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
  }

  private static void hashCode(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> components) {
    code.iconst_0();
    for (DirectMethodHandleDesc component : components) {
      ClassDesc type = type(component);
      code.loadConstant(HASH_FACTOR).imul();
      load(code, self, component, 0);
      if (type.isPrimitive()) {
        code.invokestatic(box(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
      } else {
        code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  private static void load(CodeBuilder code, ClassDesc self, DirectMethodHandleDesc component, int variable) {
    code.aload(variable).getfield(self, component.methodName(), type(component));
  }

  private static ClassDesc type(DirectMethodHandleDesc component) {
    return component.invocationType().returnType();
  }

  private static ClassDesc box(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case SHORT -> ConstantDescs.CD_Short;
      case CHAR -> ConstantDescs.CD_Character;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      default -> throw new IllegalArgumentException(primitive + " is no primitive type");
    };
  }
}
