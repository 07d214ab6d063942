package dev.joist.library.regexp;

import dev.joist.library.regexp.PatternNode.Alternatives;
import dev.joist.library.regexp.PatternNode.AnyCharacter;
import dev.joist.library.regexp.PatternNode.Assertion;
import dev.joist.library.regexp.PatternNode.BackReference;
import dev.joist.library.regexp.PatternNode.Capture;
import dev.joist.library.regexp.PatternNode.Empty;
import dev.joist.library.regexp.PatternNode.Literal;
import dev.joist.library.regexp.PatternNode.Look;
import dev.joist.library.regexp.PatternNode.OneOf;
import dev.joist.library.regexp.PatternNode.Repeat;
import dev.joist.library.regexp.PatternNode.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pattern's tree to the operations that match it. */
final class PatternCompiler {
  private static final int LARGEST = 1 << 20;

  private final PatternParser.Parsed pattern;
  private final Flags flags;
  private final CaseFolding folding;
  private final List<CharacterSet> sets = new ArrayList<>();
  private final List<int[]> references = new ArrayList<>();
  private int[] code = new int[64];
  private int size;
  private int registers;

  PatternCompiler(PatternParser.Parsed pattern, Flags flags) {
    this.pattern = pattern;
    this.flags = flags;
    this.folding = flags.folding();
    this.registers = 2 * (pattern.groups() + 1);
  }

  RegExpProgram compile() throws PatternError {
    emit(Operation.SAVE, 0);
    node(pattern.root(), false);
    emit(Operation.SAVE, 1);
    emit(Operation.MATCH);
    return new RegExpProgram(Arrays.copyOf(code, size), sets.toArray(new CharacterSet[0]), references.toArray(new int[0][]), pattern.groups(), registers,
        flags, pattern.names(), folding == CaseFolding.NONE && !flags.unicode() ? first(pattern.root()) : -1);
  }

  private static int first(PatternNode node) {
    return switch (node) {
      case Literal literal -> literal.character();
      case Capture capture -> first(capture.body());
      case Sequence sequence -> first(sequence.parts().getFirst());
      case Repeat repeat -> repeat.least() > 0 ? first(repeat.body()) : -1;
      default -> -1;
    };
  }

  private void emit(int... words) throws PatternError {
    if (size + words.length > LARGEST) {
      throw new PatternError("Regular expression too large");
    }
    if (size + words.length > code.length) {
      code = Arrays.copyOf(code, Math.max(2 * code.length, size + words.length));
    }
    System.arraycopy(words, 0, code, size, words.length);
    size += words.length;
  }

  /** Emits an operation whose last word is a target that {@link #land} fills in. */
  private int emitForward(int... words) throws PatternError {
    emit(words);
    emit(0);
    return size - 1;
  }

  private void land(int word) {
    code[word] = size;
  }

  private static int direction(boolean back) {
    return back ? -1 : 1;
  }

  /** @param back whether the text is read towards its beginning, as in a look behind */
  private void node(PatternNode node, boolean back) throws PatternError {
    switch (node) {
      case Empty _ -> { }
      case Literal _, AnyCharacter _, OneOf _ -> {
        int[] single = single(node);
        if (single.length == 2) {
          emit(single[0], single[1], direction(back));
        } else {
          emit(single[0], direction(back));
        }
      }
      case Sequence sequence -> {
        for (PatternNode part : back ? sequence.parts().reversed() : sequence.parts()) {
          node(part, back);
        }
      }
      case Alternatives alternatives -> alternatives(alternatives.choices(), back);
      case Capture capture -> {
        emit(Operation.SAVE, 2 * capture.group() + (back ? 1 : 0));
        node(capture.body(), back);
        emit(Operation.SAVE, 2 * capture.group() + (back ? 0 : 1));
      }
      case Repeat repeat -> repeat(repeat, back);
      case Assertion assertion -> emit(switch (assertion.kind()) {
        case START -> flags.has('m') ? Operation.LINE_START : Operation.TEXT_START;
        case END -> flags.has('m') ? Operation.LINE_END : Operation.TEXT_END;
        case WORD_BOUNDARY -> Operation.WORD_BOUNDARY;
        case NO_WORD_BOUNDARY -> Operation.NO_WORD_BOUNDARY;
      });
      case Look look -> look(look);
      case BackReference reference -> {
        references.add(reference.groups().stream().mapToInt(Integer::intValue).toArray());
        emit(Operation.BACK_REFERENCE, references.size() - 1, direction(back));
      }
    }
  }

  /** The operation that matches one character, with its operand if it has one; null of what is more than one character. */
  private int[] single(PatternNode node) {
    return switch (node) {
      case Literal literal -> folding == CaseFolding.NONE
          ? new int[] {Operation.CHARACTER, literal.character()}
          : new int[] {Operation.FOLDED, folding.fold(literal.character())};
      case AnyCharacter _ -> new int[] {flags.has('s') ? Operation.ANY : Operation.ANY_IN_LINE};
      case OneOf oneOf -> {
        sets.add(oneOf.set());
        yield new int[] {Operation.SET, sets.size() - 1};
      }
      default -> null;
    };
  }

  private void alternatives(List<PatternNode> choices, boolean back) throws PatternError {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < choices.size() - 1; i++) {
      int next = emitForward(Operation.TRY);
      node(choices.get(i), back);
      ends.add(emitForward(Operation.JUMP));
      land(next);
    }
    node(choices.getLast(), back);
    ends.forEach(this::land);
  }

  private void repeat(Repeat repeat, boolean back) throws PatternError {
    if (repeat.most() == 0) {
      return;
    }
    if (!back && repeat.greedy() && !flags.unicode()) {
      int[] single = single(repeat.body());
      if (single != null) {
        emit(Operation.RUN, single[0], single.length == 2 ? single[1] : 0, repeat.least(), repeat.most());
        return;
      }
    }
    boolean mayBeEmpty = mayBeEmpty(repeat.body());
    if (repeat.least() == 0 && (repeat.most() == 1 || repeat.most() == Repeat.UNBOUNDED)) {
      int loop = size;
      int exit = emitForward(repeat.greedy() ? Operation.TRY : Operation.TRY_JUMP);
      body(repeat, back, mayBeEmpty, -1);
      if (repeat.most() != 1) {
        emit(Operation.JUMP, loop);
      }
      land(exit);
      return;
    }
    int counter = registers++;
    emit(Operation.ZERO, counter);
    int loop = size;
    emit(Operation.LOOP, counter, repeat.least(), repeat.most(), 0, repeat.greedy() ? 1 : 0);
    body(repeat, back, mayBeEmpty, counter);
    emit(Operation.INCREMENT, counter);
    emit(Operation.JUMP, loop);
    land(loop + 4);
  }

  private void body(Repeat repeat, boolean back, boolean mayBeEmpty, int counter) throws PatternError {
    int mark = mayBeEmpty ? registers++ : -1;
    if (mayBeEmpty) {
      emit(Operation.SAVE, mark);
    }
    if (repeat.endGroup() > repeat.firstGroup()) {
      emit(Operation.CLEAR, 2 * repeat.firstGroup(), 2 * repeat.endGroup());
    }
    node(repeat.body(), back);
    if (mayBeEmpty) {
      emit(Operation.PROGRESS, mark, counter, repeat.least());
    }
  }

  private static boolean mayBeEmpty(PatternNode node) {
    return switch (node) {
      case Literal _, AnyCharacter _, OneOf _ -> false;
      case Sequence sequence -> sequence.parts().stream().allMatch(PatternCompiler::mayBeEmpty);
      case Alternatives alternatives -> alternatives.choices().stream().anyMatch(PatternCompiler::mayBeEmpty);
      case Capture capture -> mayBeEmpty(capture.body());
      case Repeat repeat -> repeat.least() == 0 || mayBeEmpty(repeat.body());
      case Empty _, Assertion _, Look _, BackReference _ -> true;
    };
  }

  private void look(Look look) throws PatternError {
    int height = registers++;
    if (look.negative()) {
      int after = emitForward(Operation.LOOK_NOT, height);
      node(look.body(), !look.ahead());
      emit(Operation.LOOK_NOT_END, height);
      land(after);
      return;
    }
    int position = registers++;
    emit(Operation.LOOK, height, position);
    node(look.body(), !look.ahead());
    emit(Operation.LOOK_END, height, position);
  }
}
