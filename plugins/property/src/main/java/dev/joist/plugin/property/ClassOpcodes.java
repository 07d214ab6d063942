package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Classes, their fields and private names. */
final class ClassOpcodes {
  private ClassOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        op("CreateClass", "d constructor, d prototype, u superclass, k:FUNCTION template, u scope",
            "superclass: the hole when there is none; scope: undefined or the closure's scope"),
        OpcodeDescriptor.of("SetFieldInitialiser", "u constructor, u method", Set.of(),
            "method is run for each new instance with `this` (undefined: none)"),
        op("RunFieldInitialiser", "u constructor, u this", "runs the constructor's field initialiser, if it has one"),
        OpcodeDescriptor.of("CreatePrivateName", "d result, k:NAME description", Set.of(THROWS), "a new private name"),
        op("GetPrivate", "d result, u object, u name", "object.#name; TypeError when missing"),
        op("SetPrivate", "u object, u name, u value", "object.#name = value; TypeError when missing or not writable"),
        op("DefinePrivate", "u object, u name, u value", "adds a private field; TypeError when there"),
        op("DefinePrivateMethod", "u object, u name, u function, n type", "type: 0 method, 1 getter, 2 setter"),
        op("HasPrivate", "d result, u object, u name", "#name in object; TypeError when not an object"));
  }

  private static OpcodeDescriptor op(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS, CALLS), summary);
  }
}
