/**
 * GraalJS' parser ({@code com.oracle.js.parser}) under a name of our own, with the few collections and strings that it
 * stands on. Only the parser and its syntax tree are exported.
 */
module dev.joist.javascript.parser {
  exports dev.joist.javascript.parser;
  exports dev.joist.javascript.parser.ir;
  exports dev.joist.javascript.parser.ir.visitor;
  exports dev.joist.javascript.parser.strings;
}
