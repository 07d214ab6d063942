package dev.joist.bytecode;

import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Refuses functions that could do harm, before anything runs. What it accepts reads no register that was not written, jumps to
 * instructions only, and stays within registers, constants and sites. Operators may still throw: types are not its business.
 */
public final class Verifier {
  /** The one opcode that may stand at a handler's target. */
  static final String HANDLER_ENTRY = "LoadException";

  private final OpcodeTable table;
  private final Set<FunctionTemplate> done = Collections.newSetFromMap(new IdentityHashMap<>());

  private Verifier(OpcodeTable table) {
    this.table = table;
  }

  /**
   * Checks a function and all that its constants hold.
   *
   * @throws BytecodeException naming function, offset and reason
   */
  public static void verify(OpcodeTable table, FunctionTemplate function) {
    new Verifier(table).verify(function);
  }

  private void verify(FunctionTemplate function) {
    if (!done.add(function)) {
      return;
    }
    header(function);
    boolean[] starts = new InstructionChecker(table, function).check();
    handlers(function, starts);
    positions(function, starts);
    new AssignmentChecker(table, function).check();
    for (Constant constant : function.constants()) {
      if (constant instanceof Constant.Function nested) {
        verify(nested.template());
      }
    }
  }

  private static void header(FunctionTemplate function) {
    require(function.code().length > 0, function, 0, "has no code");
    require(function.code().length <= FunctionTemplate.MAX_CODE_BYTES, function, 0,
        "code of " + function.code().length + " bytes is too large: at most " + FunctionTemplate.MAX_CODE_BYTES);
    require(function.registerCount() >= 1 && function.registerCount() <= 255, function, 0,
        "has " + function.registerCount() + " registers: 1 to 255 are possible");
    require(function.parameterCount() >= 0 && function.parameterCount() < function.registerCount(), function, 0,
        function.parameterCount() + " parameters do not fit into " + function.registerCount() + " registers, the first of which is `this`");
    require(function.siteWords() >= 0 && function.siteWords() <= 65536, function, 0, function.siteWords() + " words of sites: 0 to 65536 are possible");
    require(function.constants().size() <= 65536, function, 0, function.constants().size() + " constants: at most 65536 are possible");
  }

  private void handlers(FunctionTemplate function, boolean[] starts) {
    List<Handler> handlers = function.handlers();
    int length = function.code().length;
    for (int i = 0; i < handlers.size(); i++) {
      Handler handler = handlers.get(i);
      String name = "handler " + i;
      require(handler.start() >= 0 && handler.start() < handler.end() && handler.end() <= length, function, handler.start(),
          name + " covers " + handler.start() + " to " + handler.end() + ", which is no part of the code");
      require(starts[handler.start()], function, handler.start(), name + " begins in the middle of an instruction");
      require(handler.end() == length || starts[handler.end()], function, handler.end(), name + " ends in the middle of an instruction");
      require(handler.target() >= 0 && handler.target() < length && starts[handler.target()], function, handler.start(),
          name + " continues at " + handler.target() + ", where no instruction begins");
      String entry = table.descriptor(function.code()[handler.target()] & 0xff).name();
      require(entry.equals(HANDLER_ENTRY), function, handler.target(), name + " continues at " + entry + " instead of " + HANDLER_ENTRY);
      for (int inner = 0; inner < i; inner++) {
        nesting(function, handlers.get(inner), inner, handler, i);
      }
    }
  }

  private static void nesting(FunctionTemplate function, Handler earlier, int earlierIndex, Handler later, int laterIndex) {
    boolean disjoint = earlier.end() <= later.start() || later.end() <= earlier.start();
    boolean nested = earlier.start() >= later.start() && earlier.end() <= later.end();
    if (disjoint || nested) {
      return;
    }
    boolean reversed = later.start() >= earlier.start() && later.end() <= earlier.end();
    throw new BytecodeException(function.name(), later.start(), reversed
        ? "handlers out of order: handler " + laterIndex + " lies within handler " + earlierIndex + " and must come before it"
        : "handlers " + earlierIndex + " and " + laterIndex + " overlap without nesting");
  }

  private static void positions(FunctionTemplate function, boolean[] starts) {
    int last = -1;
    for (SourcePosition position : function.positions()) {
      require(position.offset() > last, function, position.offset(), "positions are not in ascending order");
      require(position.offset() < function.code().length && starts[position.offset()], function, position.offset(),
          "a position names offset " + position.offset() + ", where no instruction begins");
      require(position.line() >= 1 && position.column() >= 1, function, position.offset(),
          "position " + position.line() + ":" + position.column() + " is not 1-based");
      last = position.offset();
    }
  }

  private static void require(boolean condition, FunctionTemplate function, int offset, String reason) {
    if (!condition) {
      throw new BytecodeException(function.name(), offset, reason);
    }
  }
}
