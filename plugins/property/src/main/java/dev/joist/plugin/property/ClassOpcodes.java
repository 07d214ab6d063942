package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Classes, their fields and private names. */
final class ClassOpcodes {
  private ClassOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        op("CreateClass", "d constructor, d prototype, u superclass, k:FUNCTION template, u scope",
            "superclass: the hole when there is none; scope: undefined or the closure's scope", ClassSemantics::createClass),
        OpcodeDefinition.of("SetFieldInitialiser", "u constructor, u method", Set.of(),
            "method is run for each new instance with `this` (undefined: none)", ClassSemantics::setFieldInitialiser),
        op("RunFieldInitialiser", "u constructor, u this", "runs the constructor's field initialiser, if it has one",
            ClassSemantics::runFieldInitialiser),
        OpcodeDefinition.of("CreatePrivateName", "d result, k:NAME description", Set.of(THROWS), "a new private name",
            ClassSemantics::createPrivateName),
        op("GetPrivate", "d result, u object, u name, s:PRIVATE", "object.#name; TypeError when missing", ClassSemantics::getPrivate),
        op("SetPrivate", "u object, u name, u value, s:PRIVATE", "object.#name = value; TypeError when missing or not writable",
            ClassSemantics::setPrivate),
        op("DefinePrivate", "u object, u name, u value, s:PRIVATE", "adds a private field; TypeError when there",
            ClassSemantics::definePrivate),
        op("DefinePrivateMethod", "u object, u name, u function, n type, s:PRIVATE", "type: 0 method, 1 getter, 2 setter",
            ClassSemantics::definePrivateMethod),
        op("HasPrivate", "d result, u object, u name, s:PRIVATE", "#name in object; TypeError when not an object",
            ClassSemantics::hasPrivate));
  }

  private static OpcodeDefinition op(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS, CALLS), summary, semantics);
  }
}
