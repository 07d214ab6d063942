package dev.joist.library.regexp;

import java.util.Arrays;

/**
 * Runs a program on a text: by backtracking, as the standard describes it, on a stack of its own, so that no text is too long for Java's. What can
 * be taken back lies there in order: choices, and the former values of registers.
 */
final class Matcher {
  private static final int ENTRY = 4;
  private static final int CHOICE = 0;
  /** A register's former value. */
  private static final int UNDO = 1;
  /** A run of single characters that can be shorter: where to go on, shortest and current end. */
  private static final int SHORTER = 2;
  private static final int MOST_STACK = 1 << 28;
  private static final int PATIENCE = 1 << 16;

  private final RegExpProgram program;
  private final int[] code;
  private final String text;
  private final boolean unicode;
  private final CaseFolding folding;
  private final Interrupts interrupts;
  private final int[] registers;
  private int[] stack = new int[64 * ENTRY];
  private int top;
  private int position;
  private int failures;

  /** Asked now and then in a long search. */
  @FunctionalInterface
  interface Interrupts {
    /** @param stackFull whether the search needs more memory than it may have */
    void check(boolean stackFull);
  }

  Matcher(RegExpProgram program, String text, Interrupts interrupts) {
    this.program = program;
    this.code = program.code();
    this.text = text;
    this.unicode = program.flags().unicode();
    this.folding = program.flags().folding();
    this.interrupts = interrupts;
    this.registers = new int[program.registers()];
  }

  /** The first match that begins at a position or behind it: start and end of the whole and of each group, -1 of those not taken; or null. */
  int[] search(int from) {
    // Nothing else than the beginning can match where the pattern asks for it first.
    int last = code[2] == Operation.TEXT_START ? 0 : text.length();
    for (int start = from; start <= last; start++) {
      if (program.first() >= 0) {
        start = text.indexOf(program.first(), start);
        if (start < 0) {
          return null;
        }
      }
      int[] found = matchAt(start);
      if (found != null) {
        return found;
      }
      if (unicode && start + 1 < text.length() && Character.isSurrogatePair(text.charAt(start), text.charAt(start + 1))) {
        start++;
      }
    }
    return null;
  }

  /** The match that begins exactly here, or null. */
  int[] matchAt(int start) {
    Arrays.fill(registers, -1);
    top = 0;
    position = start;
    return run() ? Arrays.copyOf(registers, 2 * (program.groups() + 1)) : null;
  }

  private boolean run() {
    int pc = 0;
    while (pc >= 0) {
      switch (code[pc]) {
        case Operation.MATCH -> {
          return true;
        }
        case Operation.CHARACTER, Operation.FOLDED, Operation.SET -> pc = one(code[pc], code[pc + 1], code[pc + 2]) ? pc + 3 : fail();
        case Operation.ANY, Operation.ANY_IN_LINE -> pc = one(code[pc], 0, code[pc + 1]) ? pc + 2 : fail();
        case Operation.JUMP -> pc = code[pc + 1];
        case Operation.TRY -> {
          push(CHOICE, code[pc + 1], position, 0);
          pc += 2;
        }
        case Operation.TRY_JUMP -> {
          push(CHOICE, pc + 2, position, 0);
          pc = code[pc + 1];
        }
        case Operation.RUN -> pc = many(pc);
        default -> pc = rare(pc);
      }
    }
    return false;
  }

  /** The operations that are not for each character. */
  private int rare(int pc) {
    switch (code[pc]) {
      case Operation.SAVE -> {
        set(code[pc + 1], position);
        return pc + 2;
      }
      case Operation.CLEAR -> {
        for (int register = code[pc + 1]; register < code[pc + 2]; register++) {
          set(register, -1);
        }
        return pc + 3;
      }
      case Operation.ZERO -> {
        set(code[pc + 1], 0);
        return pc + 2;
      }
      case Operation.LOOP -> {
        return loop(pc);
      }
      case Operation.INCREMENT -> {
        set(code[pc + 1], registers[code[pc + 1]] + 1);
        return pc + 2;
      }
      case Operation.PROGRESS -> {
        boolean optional = code[pc + 2] < 0 || registers[code[pc + 2]] >= code[pc + 3];
        return optional && position == registers[code[pc + 1]] ? fail() : pc + 4;
      }
      case Operation.BACK_REFERENCE -> {
        return backReference(program.references()[code[pc + 1]], code[pc + 2]) ? pc + 3 : fail();
      }
      case Operation.LOOK -> {
        set(code[pc + 2], position);
        noteHeight(code[pc + 1]);
        return pc + 3;
      }
      case Operation.LOOK_END -> {
        forgetChoices(registers[code[pc + 1]]);
        position = registers[code[pc + 2]];
        return pc + 3;
      }
      case Operation.LOOK_NOT -> {
        noteHeight(code[pc + 1]);
        push(CHOICE, code[pc + 2], position, 0);
        return pc + 3;
      }
      case Operation.LOOK_NOT_END -> {
        undoTo(registers[code[pc + 1]]);
        return fail();
      }
      default -> {
        return holds(code[pc]) ? pc + 1 : fail();
      }
    }
  }

  private boolean holds(int assertion) {
    return switch (assertion) {
      case Operation.TEXT_START -> position == 0;
      case Operation.TEXT_END -> position == text.length();
      case Operation.LINE_START -> position == 0 || CharacterSet.isLineEnd(text.charAt(position - 1));
      case Operation.LINE_END -> position == text.length() || CharacterSet.isLineEnd(text.charAt(position));
      default -> (isWord(position - 1) != isWord(position)) == (assertion == Operation.WORD_BOUNDARY);
    };
  }

  private boolean isWord(int index) {
    return index >= 0 && index < text.length() && CharacterSet.isWord(text.charAt(index), folding);
  }

  /** Reads one character in a direction and says whether it is the one wanted. */
  private boolean one(int operation, int operand, int direction) {
    int c;
    if (direction > 0) {
      if (position >= text.length()) {
        return false;
      }
      c = text.charAt(position++);
      if (unicode && Character.isHighSurrogate((char) c) && position < text.length() && Character.isLowSurrogate(text.charAt(position))) {
        c = Character.toCodePoint((char) c, text.charAt(position++));
      }
    } else {
      if (position <= 0) {
        return false;
      }
      c = text.charAt(--position);
      if (unicode && Character.isLowSurrogate((char) c) && position > 0 && Character.isHighSurrogate(text.charAt(position - 1))) {
        c = Character.toCodePoint(text.charAt(--position), (char) c);
      }
    }
    return is(operation, operand, c);
  }

  private boolean is(int operation, int operand, int c) {
    return switch (operation) {
      case Operation.CHARACTER -> c == operand;
      case Operation.FOLDED -> c == operand || folding.fold(c) == operand;
      case Operation.SET -> program.sets()[operand].contains(c);
      case Operation.ANY_IN_LINE -> !CharacterSet.isLineEnd(c);
      default -> true;
    };
  }

  private int many(int pc) {
    int operation = code[pc + 1];
    int operand = code[pc + 2];
    int start = position;
    int end = (int) Math.min(text.length(), (long) start + code[pc + 4]);
    int at = start;
    while (at < end && is(operation, operand, text.charAt(at))) {
      at++;
    }
    if (at - start < code[pc + 3]) {
      return fail();
    }
    position = at;
    if (at - start > code[pc + 3]) {
      push(SHORTER, pc + 5, start + code[pc + 3], at);
    }
    return pc + 5;
  }

  private int loop(int pc) {
    int count = registers[code[pc + 1]];
    int exit = code[pc + 4];
    if (count < code[pc + 2]) {
      return pc + 6;
    }
    if (count >= code[pc + 3]) {
      return exit;
    }
    boolean greedy = code[pc + 5] != 0;
    push(CHOICE, greedy ? exit : pc + 6, position, 0);
    return greedy ? pc + 6 : exit;
  }

  private boolean backReference(int[] groups, int direction) {
    for (int group : groups) {
      int start = registers[2 * group];
      int end = registers[2 * group + 1];
      if (start < 0 || end < 0) {
        continue;
      }
      int length = end - start;
      int from = direction > 0 ? position : position - length;
      if (from < 0 || from + length > text.length()) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        char a = text.charAt(start + i);
        char b = text.charAt(from + i);
        if (a != b && (folding == CaseFolding.NONE || folding.fold(a) != folding.fold(b))) {
          return false;
        }
      }
      position = direction > 0 ? from + length : from;
      return true;
    }
    return true;
  }

  private void push(int kind, int a, int b, int c) {
    if (top == stack.length) {
      if (top >= MOST_STACK) {
        interrupts.check(true);
      }
      stack = Arrays.copyOf(stack, 2 * top);
    }
    stack[top] = kind;
    stack[top + 1] = a;
    stack[top + 2] = b;
    stack[top + 3] = c;
    top += ENTRY;
  }

  private void set(int register, int value) {
    if (registers[register] != value) {
      push(UNDO, register, registers[register], 0);
      registers[register] = value;
    }
  }

  private void noteHeight(int register) {
    push(UNDO, register, registers[register], 0);
    registers[register] = top;
  }

  /** Goes back to the last choice: where to go on, or -1 when there is none left. */
  private int fail() {
    if (++failures == PATIENCE) {
      failures = 0;
      interrupts.check(false);
    }
    while (top > 0) {
      top -= ENTRY;
      switch (stack[top]) {
        case CHOICE -> {
          position = stack[top + 2];
          return stack[top + 1];
        }
        case UNDO -> registers[stack[top + 1]] = stack[top + 2];
        default -> {
          position = --stack[top + 3];
          int target = stack[top + 1];
          if (position > stack[top + 2]) {
            top += ENTRY;
          }
          return target;
        }
      }
    }
    return -1;
  }

  /** Takes back all above a height. */
  private void undoTo(int height) {
    while (top > height) {
      top -= ENTRY;
      if (stack[top] == UNDO) {
        registers[stack[top + 1]] = stack[top + 2];
      }
    }
  }

  /** The choices above a height are no longer open, but what they have set can still be taken back. */
  private void forgetChoices(int height) {
    int kept = Math.min(height, top);
    for (int entry = kept; entry < top; entry += ENTRY) {
      if (stack[entry] == UNDO) {
        System.arraycopy(stack, entry, stack, kept, ENTRY);
        kept += ENTRY;
      }
    }
    top = kept;
  }
}
