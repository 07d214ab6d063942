package dev.joist.javascript.codegen;

import dev.joist.bytecode.OpcodeTable;
import dev.joist.javascript.parser.ir.Node;
import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.Source;

/**
 * What all functions of one source share.
 *
 * @param completion whether the script returns the value of its last statement, as {@code eval} does
 */
record Unit(OpcodeTable opcodes, RegExpSyntax regExps, Source source, boolean completion) {
  /** The error for a part of the language that this front end does not compile. */
  JsSyntaxError unsupported(String construct, Node place) {
    return unsupported(construct, place.getStart());
  }

  JsSyntaxError unsupported(String construct, int offset) {
    return new JsSyntaxError(construct + " not supported", source, offset);
  }
}
