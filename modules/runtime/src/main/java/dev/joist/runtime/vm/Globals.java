package dev.joist.runtime.vm;

import dev.joist.bytecode.Constant;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Global variables: top-level let, const and class in GLOBAL cells here, all others properties of the global object, which keeps data properties
 * in GLOBAL cells too. A site may remember a cell: while its value is not the hole, the name still means it. The cell of a variable that cannot be deleted
 * stays that for good; when it may be written no more, the cell says so.
 */
public final class Globals implements RootProvider {
  private static final int GLOBAL_BYTES = Layout.GLOBAL_VALUE + 8;

  private final Vm vm;
  private final Map<Long, Long> lexicals = new HashMap<>();
  /** Cells that sites may hold: they are kept, whatever becomes of the property. */
  private final Set<Long> remembered = new HashSet<>();

  Globals(Vm vm) {
    this.vm = vm;
  }

  private long object() {
    return vm.realm(Intrinsic.GLOBAL_OBJECT);
  }

  /**
   * The address of the GLOBAL cell that a name means now, for a site to remember; 0 when there is none to remember: the name is not defined, or
   * an accessor, or inherited.
   */
  public long cell(long key) {
    Long lexical = lexicals.get(key);
    long cell = lexical != null ? lexical : vm.objects().globalCell(object(), key);
    if (cell != 0) {
      remembered.add(cell);
    }
    return cell;
  }

  /** The value of a name; hole when it is not defined. A lexical that is not initialised throws a ReferenceError. */
  public long get(long key) {
    Long lexical = lexicals.get(key);
    if (lexical != null) {
      long value = Memory.getLong(lexical + Layout.GLOBAL_VALUE);
      if (value == Values.HOLE) {
        throw uninitialised(key);
      }
      return value;
    }
    return vm.objects().hasProperty(object(), key) ? vm.objects().get(object(), key) : Values.HOLE;
  }

  /** Assigns to a name. */
  public void set(long key, long value, boolean strict) {
    Long lexical = lexicals.get(key);
    if (lexical != null) {
      if (Memory.getLong(lexical + Layout.GLOBAL_VALUE) == Values.HOLE) {
        throw uninitialised(key);
      }
      if (isReadOnly(lexical)) {
        throw vm.typeError("Assignment to constant variable.");
      }
      Heap.store(lexical, Layout.GLOBAL_VALUE, value);
      return;
    }
    if (strict && !vm.objects().hasProperty(object(), key)) {
      throw notDefined(key);
    }
    if (!vm.objects().set(object(), key, value) && strict) {
      throw vm.typeError("Cannot assign to read only property '" + vm.strings().describeKey(key) + "' of object '#<Object>'");
    }
  }

  public static boolean isReadOnly(long cell) {
    return (Memory.getChar(cell + Layout.CELL_FLAGS) & Layout.GLOBAL_FLAG_READ_ONLY) != 0;
  }

  /** Initialises a lexical that was declared. */
  public void initialise(long key, long value) {
    Heap.store(lexicals.get(key), Layout.GLOBAL_VALUE, value);
  }

  /** To be thrown when a name is not defined. */
  public JsThrow notDefined(long key) {
    return vm.referenceError(vm.strings().describeKey(key) + " is not defined");
  }

  private JsThrow uninitialised(long key) {
    return vm.referenceError("Cannot access '" + vm.strings().describeKey(key) + "' before initialization");
  }

  /** GlobalDeclarationInstantiation: refuses clashes with a SyntaxError, then declares all. */
  public void declare(Constant.GlobalDeclarations declarations) {
    for (String name : declarations.lexicals()) {
      long key = vm.strings().permanentKey(name);
      PropertyDescriptor own = vm.objects().getOwnProperty(object(), key);
      if (lexicals.containsKey(key) || own != null && !own.attribute(Attributes.CONFIGURABLE)) {
        throw alreadyDeclared(name);
      }
    }
    declareVariables(declarations, 0);
    for (String name : declarations.lexicals()) {
      declareLexical(name, declarations.constants().contains(name));
    }
  }

  /** What sloppy eval code declares: as {@link #declare}, but its variables can be deleted. */
  public void declareForEval(Constant.GlobalDeclarations declarations) {
    declareVariables(declarations, Attributes.CONFIGURABLE);
  }

  private void declareVariables(Constant.GlobalDeclarations declarations, int configurable) {
    checkVariables(declarations.vars());
    checkVariables(declarations.functions());
    for (String name : declarations.functions()) {
      checkFunction(name);
    }
    for (String name : declarations.vars()) {
      checkVar(name);
    }
    for (String name : declarations.functions()) {
      declareFunction(name, configurable);
    }
    for (String name : declarations.vars()) {
      declareVar(name, configurable);
    }
  }

  private void checkVariables(List<String> names) {
    for (String name : names) {
      if (lexicals.containsKey(vm.strings().permanentKey(name))) {
        throw alreadyDeclared(name);
      }
    }
  }

  private JsThrow alreadyDeclared(String name) {
    return vm.syntaxError("Identifier '" + name + "' has already been declared");
  }

  private void checkVar(String name) {
    if (!vm.objects().hasOwnProperty(object(), vm.strings().permanentKey(name)) && !vm.objects().isExtensible(object())) {
      throw vm.typeError("Cannot define global variable '" + name + "', the global object is not extensible");
    }
  }

  private void declareVar(String name, int configurable) {
    long key = vm.strings().permanentKey(name);
    if (!vm.objects().hasOwnProperty(object(), key)) {
      vm.objects().addOwn(object(), key, Values.UNDEFINED, Attributes.WRITABLE | Attributes.ENUMERABLE | configurable);
    }
  }

  /** CanDeclareGlobalFunction. */
  private void checkFunction(String name) {
    PropertyDescriptor own = vm.objects().getOwnProperty(object(), vm.strings().permanentKey(name));
    boolean possible = own == null ? vm.objects().isExtensible(object())
        : own.attribute(Attributes.CONFIGURABLE) || !own.isAccessor() && own.attribute(Attributes.WRITABLE) && own.attribute(Attributes.ENUMERABLE);
    if (!possible) {
      throw vm.typeError("Cannot redefine global function '" + name + "'");
    }
  }

  private void declareFunction(String name, int configurable) {
    long key = vm.strings().permanentKey(name);
    PropertyDescriptor own = vm.objects().getOwnProperty(object(), key);
    PropertyDescriptor wanted = own == null || own.attribute(Attributes.CONFIGURABLE)
        ? PropertyDescriptor.data(Values.UNDEFINED, Attributes.WRITABLE | Attributes.ENUMERABLE | configurable)
        : new PropertyDescriptor().setValue(Values.UNDEFINED);
    vm.objects().defineOwnProperty(object(), key, wanted);
  }

  private void declareLexical(String name, boolean constant) {
    long key = vm.strings().permanentKey(name);
    vm.objects().renewGlobalCell(object(), key);
    long cell = vm.heap().allocate(CellKind.GLOBAL, 0, GLOBAL_BYTES);
    Memory.putChar(cell + Layout.CELL_FLAGS, Layout.GLOBAL_FLAG_PERMANENT | (constant ? Layout.GLOBAL_FLAG_READ_ONLY : 0));
    Memory.putLong(cell + Layout.GLOBAL_VALUE, Values.HOLE);
    lexicals.put(key, cell);
  }

  @Override
  public void markRoots(Marker marker) {
    lexicals.values().forEach(marker::markCell);
    remembered.forEach(marker::markCell);
  }
}
