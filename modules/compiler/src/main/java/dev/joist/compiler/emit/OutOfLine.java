package dev.joist.compiler.emit;

import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import java.util.ArrayDeque;
import java.util.Deque;

/** Code that is emitted after the function's body. */
final class OutOfLine {
  private record Piece(Label start, Runnable code) {}

  private final MacroAssembler masm;
  private final Deque<Piece> pieces = new ArrayDeque<>();

  OutOfLine(MacroAssembler masm) {
    this.masm = masm;
  }

  /** Code that starts at the returned label; what it needs of the current state it takes along now. */
  Label add(Runnable code) {
    Label start = masm.newLabel();
    pieces.add(new Piece(start, code));
    return start;
  }

  /** Emits all pieces, and those that they add. */
  void flush() {
    while (!pieces.isEmpty()) {
      Piece piece = pieces.remove();
      masm.bind(piece.start);
      piece.code.run();
    }
  }
}
