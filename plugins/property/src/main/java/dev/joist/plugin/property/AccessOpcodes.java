package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Reading, writing and deleting properties. */
final class AccessOpcodes {
  private AccessOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        op("GetProperty", "d result, u object, k:NAME name, s:PROPERTY", "object.name, through an inline cache",
            AccessSemantics::getProperty),
        op("SetProperty", "u object, k:NAME name, u value, s:PROPERTY", "object.name = value; strictness is the function's",
            AccessSemantics::setProperty),
        op("DefineProperty", "u object, k:NAME name, u value, s:PROPERTY", "own data property, enumerable, writable, configurable",
            AccessSemantics::defineProperty),
        op("GetElement", "d result, u object, u key, s:ELEMENT", "object[key]", AccessSemantics::getElement),
        op("SetElement", "u object, u key, u value, s:ELEMENT", "object[key] = value; strictness is the function's",
            AccessSemantics::setElement),
        op("DefineElement", "u object, u key, u value", "own data property, computed key", AccessSemantics::defineElement),
        op("DeleteProperty", "d result, u object, k:NAME name", "delete object.name", AccessSemantics::deleteProperty),
        op("DeleteElement", "d result, u object, u key", "delete object[key]", AccessSemantics::deleteElement),
        op("GetSuper", "d result, u this, u parent, u key", "super[key] in a method whose home object has this prototype", AccessSemantics::getSuper),
        op("SetSuper", "u this, u parent, u key, u value", "super[key] = value", AccessSemantics::setSuper));
  }

  private static OpcodeDefinition op(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS, CALLS), summary, semantics);
  }
}
