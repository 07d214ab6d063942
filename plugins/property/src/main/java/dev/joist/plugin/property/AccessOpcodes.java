package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** Reading, writing and deleting properties. */
final class AccessOpcodes {
  private AccessOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        op("GetProperty", "d result, u object, k:NAME name, s:PROPERTY", "object.name, through an inline cache"),
        op("SetProperty", "u object, k:NAME name, u value, s:PROPERTY", "object.name = value; strictness is the function's"),
        op("DefineProperty", "u object, k:NAME name, u value, s:PROPERTY", "own data property, enumerable, writable, configurable"),
        op("GetElement", "d result, u object, u key, s:ELEMENT", "object[key]"),
        op("SetElement", "u object, u key, u value, s:ELEMENT", "object[key] = value; strictness is the function's"),
        op("DefineElement", "u object, u key, u value", "own data property, computed key"),
        op("DeleteProperty", "d result, u object, k:NAME name", "delete object.name"),
        op("DeleteElement", "d result, u object, u key", "delete object[key]"),
        op("GetSuper", "d result, u this, u home, u key", "super[key] in a method of the home object"),
        op("SetSuper", "u this, u home, u key, u value", "super[key] = value"));
  }

  private static OpcodeDescriptor op(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS, CALLS), summary);
  }
}
