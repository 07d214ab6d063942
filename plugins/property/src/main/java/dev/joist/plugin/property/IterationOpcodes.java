package dev.joist.plugin.property;

import static dev.joist.bytecode.Effect.CALLS;
import static dev.joist.bytecode.Effect.THROWS;

import dev.joist.bytecode.OpcodeDescriptor;
import java.util.List;
import java.util.Set;

/** for-in, and the iteration protocol. */
final class IterationOpcodes {
  private IterationOpcodes() {}

  static List<OpcodeDescriptor> descriptors() {
    return List.of(
        op("ForInPrepare", "d enumerator, u object", "enumerator of an object; undefined and null have nothing to enumerate"),
        op("ForInNext", "d key, u enumerator, L target", "next key, or jump when done"),
        op("GetIterator", "d iterator, d next, u iterable", "the iterator and its next method"),
        op("IteratorNext", "d value, u iterator, u next, L target", "next value; jumps when done (value then is the iterator result's value)"),
        op("IteratorClose", "u iterator, n quiet", "calls return(); quiet 1: errors of return() and its result are ignored (leaving by a throw)"));
  }

  private static OpcodeDescriptor op(String name, String signature, String summary) {
    return OpcodeDescriptor.of(name, signature, Set.of(THROWS, CALLS), summary);
  }
}
