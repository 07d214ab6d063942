package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.shape.Shape;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;
import java.util.List;

/** Error objects with their stacks. */
public final class ErrorObjects {
  private static final int STACK_FRAMES = 10;

  private final Vm vm;
  private StackTrace.Frame lastThrow;

  ErrorObjects(Vm vm) {
    this.vm = vm;
  }

  /** A new error object of the runtime's own. */
  public long create(ErrorType type, String message) {
    long error = create(vm.realm(type.prototype()));
    long text = vm.strings().fromJava(message);
    captureStack(error, type.errorName() + ": " + message);
    vm.objects().addOwn(error, vm.names().message, text, Attributes.METHOD);
    return error;
  }

  /** A new error object without properties. */
  public long create(long prototype) {
    Shape shape = vm.shapes().root(prototype, CellKind.ERROR, 3);
    return vm.objects().factory().newObject(shape);
  }

  /**
   * Gives an object the {@code stack} property that an error has that is made now.
   *
   * @param header the first line: "TypeError: message"
   */
  public void captureStack(long error, String header) {
    StringBuilder text = new StringBuilder(header);
    for (StackTrace.Frame frame : StackTrace.capture(vm, STACK_FRAMES)) {
      text.append("\n    at ").append(frame);
    }
    vm.objects().createDataProperty(error, vm.names().stack, vm.strings().fromJava(text.toString()), Attributes.METHOD);
  }

  /** Remembers where the exception comes from that becomes pending now. */
  void noteThrow() {
    lastThrow = null;
    for (StackTrace.Frame frame : StackTrace.capture(vm, STACK_FRAMES)) {
      if (frame.file() != null && frame.line() > 0) {
        lastThrow = frame;
        return;
      }
    }
  }

  /** Where the last exception was thrown, or null when no source is known for it. */
  public StackTrace.Frame lastThrow() {
    return lastThrow;
  }

  /** What an error message calls the thing that the instruction at work calls or accesses: its text in the source, or its value. */
  public String describeCallee(long value) {
    if (vm.function() != null && vm.base() != 0 && vm.functionAt(vm.base()) == vm.function()) {
      SourcePosition position = vm.function().template().positionAt(vm.pc());
      if (position != null && position.callee() != null) {
        return position.callee();
      }
    }
    return describe(value);
  }

  /** A Value in a message, without running code. */
  public String describe(long value) {
    if (value == Values.UNDEFINED) {
      return "undefined";
    } else if (value == Values.NULL) {
      return "null";
    } else if (Values.isBoolean(value)) {
      return Boolean.toString(value == Values.TRUE);
    } else if (Values.isNumber(value)) {
      return NumberText.toString(Values.asNumber(value));
    } else if (Strings.isString(value)) {
      return "\"" + vm.strings().toJava(value) + "\"";
    } else if (Callees.isCallable(value)) {
      FunctionCode code = vm.functions().ofCell(Values.address(value));
      return code.isClassConstructor() ? "class " + code.name() : code.sourceText();
    } else if (Objects.isObject(value)) {
      return "#<" + constructorName(value) + ">";
    }
    return vm.strings().describeKey(value);
  }

  /** The name of the function that seems to have made an object, without running code. */
  public String constructorName(long object) {
    for (long at = object; at != Values.NULL; at = vm.shapes().of(Values.address(at)).prototype()) {
      long constructor = vm.objects().ownRaw(at, vm.names().constructor);
      if (Callees.isCallable(constructor)) {
        String name = vm.functions().ofCell(Values.address(constructor)).name();
        if (!name.isEmpty()) {
          return name;
        }
      }
    }
    return "Object";
  }

  /** The frames of what runs now, for tools. */
  public List<StackTrace.Frame> frames() {
    return StackTrace.capture(vm, Integer.MAX_VALUE);
  }
}
