package dev.joist.bytecode;

import java.util.List;

/**
 * A function as bytecode: immutable, independent of any engine.
 *
 * @param name for stacks and the function's `name` property; may be empty
 * @param kind what sort of function
 * @param strict strict mode code
 * @param parameterCount registers r1 to rN that hold parameters
 * @param length the function's `length` property
 * @param registerCount registers of a frame, r0 and parameters included: 1 to 255
 * @param code instructions; the array belongs to the template and is not written
 * @param constants the constant pool
 * @param handlers exception regions; of two that cover an instruction the earlier in the list is the inner one
 * @param siteWords 64-bit words of site data
 * @param positions where instructions come from, by ascending offset
 * @param source where the function's text stands, or null when it has none
 */
public record FunctionTemplate(
    String name, FunctionKind kind, boolean strict, int parameterCount, int length, int registerCount, byte[] code,
    List<Constant> constants, List<Handler> handlers, int siteWords, List<SourcePosition> positions, SourceRange source) {
  /** Most bytes of code a function may have: 20 bits of the frame link name an offset. */
  public static final int MAX_CODE_BYTES = 1 << 20;

  public FunctionTemplate {
    constants = List.copyOf(constants);
    handlers = List.copyOf(handlers);
    positions = List.copyOf(positions);
  }

  /** Instructions at start ≤ offset < end that throw continue at target, which begins with LoadException. */
  public record Handler(int start, int end, int target) {}

  /**
   * From this code offset on, up to the next position, instructions stem from here.
   *
   * @param line 1-based
   * @param column 1-based, in UTF-16 units
   * @param callee for calls and property accesses the text that errors show ("o.x"), else null
   */
  public record SourcePosition(int offset, int line, int column, String callee) {}

  /** The function's text within a source file: UTF-16 offsets. */
  public record SourceRange(String file, String text, int start, int end) {
    /** The function's text. */
    public String functionText() {
      return text.substring(start, end);
    }
  }

  /** The position an instruction stems from, or null when none is known. */
  public SourcePosition positionAt(int offset) {
    SourcePosition found = null;
    for (SourcePosition position : positions) {
      if (position.offset() > offset) {
        break;
      }
      found = position;
    }
    return found;
  }
}
