package dev.joist.library.iterator;

import dev.joist.bytecode.FunctionKind;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.object.DynamicFunctions;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Generators;
import dev.joist.runtime.vm.Generators.Mode;
import dev.joist.runtime.vm.Intrinsic;

/** Generators' prototype, and that of generator functions with its constructor, which no global name leads to. */
public final class GeneratorBuiltins extends Natives {
  private static final String CONSTRUCTOR = "GeneratorFunction";
  private static final String PROTOTYPE_MEMBERS = "next/1, return/1, throw/1";

  private GeneratorBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines the prototypes and makes the constructor. */
  public static long define(Builtins builtins) {
    GeneratorBuiltins generators = new GeneratorBuiltins(builtins);
    long ofFunctions = builtins.vm().realm(Intrinsic.GENERATOR_FUNCTION_PROTOTYPE);
    long ofGenerators = builtins.vm().realm(Intrinsic.GENERATOR_PROTOTYPE);
    long constructor = builtins.define().functionConstructor(CONSTRUCTOR, generators, ofFunctions);
    builtins.define().value(ofFunctions, builtins.js().names().prototype, ofGenerators, "c");
    builtins.define().toStringTag(ofFunctions, CONSTRUCTOR);
    builtins.define().value(ofGenerators, builtins.js().names().constructor, ofFunctions, "c");
    builtins.define().members(ofGenerators, PROTOTYPE_MEMBERS, generators);
    builtins.define().toStringTag(ofGenerators, "Generator");
    builtins.vm().realm().set(Intrinsic.GENERATOR_NEXT, builtins.js().get(ofGenerators, builtins.js().names().next));
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals(CONSTRUCTOR)) {
      return DynamicFunctions.create(vm, js, a, FunctionKind.GENERATOR);
    }
    long generator = a.thisValue();
    if (!Generators.isGenerator(vm, generator)) {
      throw vm.typeError("Method [Generator].prototype." + member + " called on incompatible receiver " + js.describe(generator));
    }
    Mode mode = switch (member) {
      case "next" -> Mode.NEXT;
      case "return" -> Mode.RETURN;
      case "throw" -> Mode.THROW;
      default -> throw unknown(member);
    };
    long value = Generators.resume(vm, generator, mode, a.get(0));
    if (Generators.isDelegating(vm, generator)) {
      return value;
    }
    return js.iteratorResult(value, Generators.isDone(vm, generator));
  }
}
