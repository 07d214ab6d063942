package dev.joist.runtime.vm;

import dev.joist.bytecode.Constant;
import dev.joist.runtime.heap.Heap;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.Globals;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.value.Values;
import java.util.HashSet;
import java.util.Set;

/** Global variables as programs access them by name, with the errors that they see. */
public final class GlobalAccess implements RootProvider {
  private final Vm vm;
  private final Globals globals;
  /** GLOBAL cells that sites may hold: they are kept, whatever becomes of the variable. */
  private final Set<Long> remembered = new HashSet<>();

  GlobalAccess(Vm vm) {
    this.vm = vm;
    this.globals = vm.objects().globals();
  }

  /** The address of the GLOBAL cell that a name means now, for a site to remember; 0 when there is none. */
  public long cell(long key) {
    long cell = globals.resolve(key);
    if (cell != 0) {
      remembered.add(cell);
    }
    return cell;
  }

  /** The value of a name; hole when it is not defined. A lexical that is not initialised throws a ReferenceError. */
  public long get(long key) {
    if (globals.isLexical(key)) {
      long value = Memory.getLong(globals.resolve(key) + Layout.GLOBAL_VALUE);
      if (value == Values.HOLE) {
        throw uninitialised(key);
      }
      return value;
    }
    long object = globals.globalObject();
    return vm.objects().hasProperty(object, key) ? vm.objects().get(object, key) : Values.HOLE;
  }

  /** Assigns to a name. */
  public void set(long key, long value, boolean strict) {
    if (globals.isLexical(key)) {
      setLexical(globals.resolve(key), key, value);
      return;
    }
    long object = globals.globalObject();
    if (strict && !vm.objects().hasProperty(object, key)) {
      throw notDefined(key);
    }
    if (!vm.objects().set(object, key, value) && strict) {
      throw vm.typeError("Cannot assign to read only property '" + vm.strings().describeKey(key) + "' of object '#<Object>'");
    }
  }

  private void setLexical(long cell, long key, long value) {
    if (Memory.getLong(cell + Layout.GLOBAL_VALUE) == Values.HOLE) {
      throw uninitialised(key);
    }
    if (Globals.isReadOnly(cell)) {
      throw vm.typeError("Assignment to constant variable.");
    }
    Heap.store(cell, Layout.GLOBAL_VALUE, value);
  }

  /** Initialises a lexical that was declared. */
  public void initialise(long key, long value) {
    Heap.store(globals.resolve(key), Layout.GLOBAL_VALUE, value);
  }

  /** To be thrown when a name is not defined. */
  public JsThrow notDefined(long key) {
    return vm.referenceError(vm.strings().describeKey(key) + " is not defined");
  }

  private JsThrow uninitialised(long key) {
    return vm.referenceError("Cannot access '" + vm.strings().describeKey(key) + "' before initialization");
  }

  /** GlobalDeclarationInstantiation: refuses clashes, then declares all. */
  public void declare(Constant.GlobalDeclarations declarations) {
    for (String name : declarations.lexicals()) {
      long key = vm.strings().permanentKey(name);
      if (globals.isLexical(key) || globals.isRestricted(key)) {
        throw alreadyDeclared(name);
      }
    }
    for (String name : declarations.functions()) {
      long key = undeclared(name);
      if (!globals.canDeclareFunction(key)) {
        throw vm.typeError("Cannot redefine property: " + name);
      }
    }
    for (String name : declarations.vars()) {
      long key = undeclared(name);
      if (!globals.canDeclareVar(key)) {
        throw vm.typeError("Cannot define global variable '" + name + "', object is not extensible");
      }
    }
    declarations.functions().forEach(name -> globals.declareFunction(vm.strings().permanentKey(name)));
    declarations.vars().forEach(name -> globals.declareVar(vm.strings().permanentKey(name)));
    declarations.lexicals().forEach(name -> globals.declareLexical(vm.strings().permanentKey(name), declarations.constants().contains(name)));
  }

  private long undeclared(String name) {
    long key = vm.strings().permanentKey(name);
    if (globals.isLexical(key)) {
      throw alreadyDeclared(name);
    }
    return key;
  }

  private JsThrow alreadyDeclared(String name) {
    return vm.syntaxError("Identifier '" + name + "' has already been declared");
  }

  @Override
  public void markRoots(Marker marker) {
    remembered.forEach(marker::markCell);
  }
}
