package dev.joist.runtime.vm;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Shape;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.EnumMap;
import java.util.Map;

/** Makes function objects and scopes. */
public final class Closures {
  /** length, name and prototype. */
  private static final int INLINE = 3;

  private final Vm vm;
  private Shape functionShape;
  private final Map<Intrinsic, Shape> otherShapes = new EnumMap<>(Intrinsic.class);

  Closures(Vm vm) {
    this.vm = vm;
  }

  /**
   * A function object with the prototype that its kind has.
   *
   * @param scope a scope, or undefined
   */
  public long create(FunctionCode code, long scope) {
    return create(code, scope, shapeOf(code));
  }

  /** Likewise, of a function that no scope is around. */
  public long create(FunctionCode code) {
    return create(code, Values.UNDEFINED);
  }

  /** The shape that function objects of a code have at first. It lives as long as the engine. */
  public Shape shapeOf(FunctionCode code) {
    return shape(code.functionPrototype());
  }

  /** A function object with another prototype: an object or null. */
  public long create(FunctionCode code, long scope, long prototype) {
    return create(code, scope, vm.shapes().root(prototype, CellKind.FUNCTION, INLINE));
  }

  private long create(FunctionCode code, long scope, Shape shape) {
    long cell = vm.heap().allocate(CellKind.FUNCTION, shape.id(), shape.cellBytes());
    Memory.putLong(cell + Layout.FUNCTION_INFO, code.info());
    Memory.putLong(cell + Layout.FUNCTION_SCOPE, scope);
    Memory.putLong(cell + Layout.FUNCTION_BOUND, Values.UNDEFINED);
    return Values.cell(cell);
  }

  /** A function object for a function written in Java. */
  public long createNative(String name, int length, boolean constructs, NativeFunction body) {
    return create(vm.functions().link(name, length, constructs, body));
  }

  /** The shape of closures without properties of their own. */
  public Shape functionShape() {
    if (functionShape == null) {
      functionShape = pinned(Intrinsic.FUNCTION_PROTOTYPE);
    }
    return functionShape;
  }

  private Shape shape(Intrinsic prototype) {
    return prototype == Intrinsic.FUNCTION_PROTOTYPE ? functionShape() : otherShapes.computeIfAbsent(prototype, this::pinned);
  }

  private Shape pinned(Intrinsic prototype) {
    Shape shape = vm.shapes().root(vm.realm(prototype), CellKind.FUNCTION, INLINE);
    vm.shapes().pin(shape);
    return shape;
  }

  /**
   * A new scope, all slots the hole.
   *
   * @param parent a scope, or undefined
   */
  public long createScope(long parent, int slots) {
    long scope = vm.heap().allocate(CellKind.SCOPE, 0, Layout.SCOPE_SLOTS + 8L * slots);
    Memory.putLong(scope + Layout.SCOPE_PARENT, parent);
    Memory.putLong(scope + Layout.SCOPE_COUNT, slots);
    Memory.fillLongs(scope + Layout.SCOPE_SLOTS, slots, Values.HOLE);
    return Values.cell(scope);
  }

  /** A copy of a scope with the same parent. */
  public long copyScope(long scope) {
    long cell = Values.address(scope);
    long slots = Memory.getLong(cell + Layout.SCOPE_COUNT);
    long copy = vm.heap().allocate(CellKind.SCOPE, 0, Layout.SCOPE_SLOTS + 8L * slots);
    Memory.copy(cell + Layout.SCOPE_PARENT, copy + Layout.SCOPE_PARENT, Layout.SCOPE_SLOTS - Layout.SCOPE_PARENT + 8L * slots);
    return Values.cell(copy);
  }

  /** An object for a base constructor's `this`: its prototype is new.target's. */
  long createThis(FunctionCode callee, long newTarget) {
    long prototype = vm.objects().get(newTarget, vm.names().prototype);
    if (!Objects.isObject(prototype)) {
      prototype = vm.realm(Intrinsic.OBJECT_PROTOTYPE);
    }
    Shape shape = callee instanceof BytecodeFunction base && Callees.isCallable(newTarget)
        && vm.functions().ofCell(Values.address(newTarget)) instanceof BytecodeFunction target
        ? target.instanceShape(vm, base, newTarget, prototype)
        : vm.shapes().root(prototype, CellKind.OBJECT, Objects.DEFAULT_INLINE);
    return vm.objects().factory().newObject(shape);
  }
}
