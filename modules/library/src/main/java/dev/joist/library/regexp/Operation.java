package dev.joist.library.regexp;

/** The operations of a {@link RegExpProgram}: numbers, since a switch over them runs for each character. */
final class Operation {
  static final int MATCH = 0;
  /** character, direction */
  static final int CHARACTER = 1;
  /** folded character, direction */
  static final int FOLDED = 2;
  /** direction; anything but the end of a line */
  static final int ANY_IN_LINE = 3;
  /** direction */
  static final int ANY = 4;
  /** set, direction */
  static final int SET = 5;
  /** target */
  static final int JUMP = 6;
  /** target; goes on here, and there when that fails */
  static final int TRY = 7;
  /** target; goes on there, and here when that fails */
  static final int TRY_JUMP = 8;
  /** register; becomes the position */
  static final int SAVE = 9;
  /** first register, end register; those of groups in a loop's body */
  static final int CLEAR = 10;
  /** register; becomes 0 */
  static final int ZERO = 11;
  /** register, least, most, exit, greedy */
  static final int LOOP = 12;
  /** register */
  static final int INCREMENT = 13;
  /** register of the position where the body began, register of the count or -1, least; fails when an optional turn was empty */
  static final int PROGRESS = 14;
  static final int TEXT_START = 15;
  static final int TEXT_END = 16;
  static final int LINE_START = 17;
  static final int LINE_END = 18;
  static final int WORD_BOUNDARY = 19;
  static final int NO_WORD_BOUNDARY = 20;
  /** references, direction */
  static final int BACK_REFERENCE = 21;
  /** register of the stack's height, register of the position */
  static final int LOOK = 22;
  /** the same */
  static final int LOOK_END = 23;
  /** register of the stack's height, where to go on when the body fails */
  static final int LOOK_NOT = 24;
  /** register of the stack's height */
  static final int LOOK_NOT_END = 25;
  /** operation of one character, its operand, least, most: as often as it goes, then less often */
  static final int RUN = 26;

  private Operation() {}
}
