package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** Object, array and template literals. */
final class LiteralOpcodes {
  private LiteralOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        allocates("CreateObject", "d result, n expected, s:ALLOCATION", "empty object; expected number of properties",
            LiteralSemantics::createObject),
        allocates("CreateObjectLiteral", "d result, k:KEYS keys, r values, n count, s:ALLOCATION",
            "an object with these properties (distinct names, no index, no `__proto__`) and the range's values",
            LiteralSemantics::createObjectLiteral),
        allocates("CreateArray", "d result, r elements, n count", "array of the range's values", LiteralSemantics::createArray),
        allocates("CreateEmptyArray", "d result, i32 capacity", "array of length 0; expected capacity",
            LiteralSemantics::createEmptyArray),
        allocates("ArrayPush", "u array, u value", "appends (array literals only)", LiteralSemantics::arrayPush),
        allocates("ArrayPushHole", "u array", "appends a hole (array literals only)", LiteralSemantics::arrayPushHole),
        calls("ArraySpread", "u array, u iterable", "appends all that the iterable gives", LiteralSemantics::arraySpread),
        calls("DefineMethod", "u object, u key, u function, n enumerable", "own data property holding a method; sets nothing else",
            LiteralSemantics::defineMethod),
        calls("DefineGetter", "u object, u key, u function, n enumerable", "own accessor property's getter",
            LiteralSemantics::defineGetter),
        calls("DefineSetter", "u object, u key, u function, n enumerable", "own accessor property's setter",
            LiteralSemantics::defineSetter),
        OpcodeDefinition.of("SetHomeObject", "u function, u home", Set.of(), "for `super` in the function",
            LiteralSemantics::setHomeObject),
        allocates("SetFunctionName", "u function, u key, n prefix", "the function's name property; prefix: 0 none, 1 \"get\", 2 \"set\"",
            LiteralSemantics::setFunctionName),
        calls("SetPrototype", "u object, u value", "`__proto__: value` in a literal", LiteralSemantics::setPrototype),
        calls("CopyDataProperties", "u target, u source, r excluded, n count", "own enumerable properties of source but the excluded keys",
            LiteralSemantics::copyDataProperties),
        allocates("TemplateObject", "d result, k:TEMPLATE_STRINGS strings", "a tagged template's strings; one object for each site",
            LiteralSemantics::templateObject),
        calls("CreateRegExp", "d result, k:NAME literal", "a regular expression: its flags, a slash, its pattern", LiteralSemantics::createRegExp));
  }

  private static OpcodeDefinition allocates(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS), summary, semantics);
  }

  private static OpcodeDefinition calls(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS, CALLS), summary, semantics);
  }
}
