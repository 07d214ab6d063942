package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeSemantics;
import java.util.List;
import java.util.Set;

/** for-in, and the iteration protocol. */
final class IterationOpcodes {
  private IterationOpcodes() {}

  static List<OpcodeDefinition> definitions() {
    return List.of(
        op("ForInPrepare", "d enumerator, u object", "enumerator of an object; undefined and null have nothing to enumerate",
            IterationSemantics::forInPrepare),
        op("ForInNext", "d key, u enumerator, L target", "next key, or jump when done", IterationSemantics::forInNext),
        op("GetIterator", "d iterator, d next, u iterable", "the iterator and its next method", IterationSemantics::getIterator),
        op("BeginIteration", "d iterator, d next, u iterable",
            "as GetIterator, for IteratorNext and IteratorClose only: a plain array is its own iterator, and next the index that comes next",
            IterationSemantics::beginIteration),
        op("IteratorNext", "d value, u iterator, x next, L target", "next value; jumps when done (value then is the iterator result's value)",
            IterationSemantics::iteratorNext),
        op("GetAsyncIterator", "d iterator, d next, u iterable", "the async iterator, made of an iterator if there is none, and its next method",
            IterationSemantics::getAsyncIterator),
        op("IteratorClose", "u iterator, u next, n quiet", "calls return(); quiet 1: errors of return() and its result are ignored (leaving by a throw)",
            IterationSemantics::iteratorClose));
  }

  private static OpcodeDefinition op(String name, String signature, String summary, OpcodeSemantics semantics) {
    return OpcodeDefinition.of(name, signature, Set.of(THROWS, CALLS), summary, semantics);
  }
}
