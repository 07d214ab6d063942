package dev.joist.javascript.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What surrounds the code that is being generated: loops and labels to jump to, and what has to happen on the way out
 * of them (finally blocks, iterators to close, regions to leave).
 */
final class Control {
  /** Something that a jump may leave. */
  private sealed interface Enclosure {}

  /** Where {@code break} goes, with one of the labels or, for loops and switches, without one. */
  private record Breakable(Set<String> labels, boolean unlabelled, Label end) implements Enclosure {}

  /** Where {@code continue} goes. */
  private record Continuable(Set<String> labels, Label next) implements Enclosure {}

  /** Code whose exceptions go to a handler. */
  private record Guarded(Region region) implements Enclosure {}

  /** An iterator that is closed when its loop is left early. @param done true when it needs none, or NEVER_DONE */
  private record OpenIterator(int iterator, int next, int done, boolean async) implements Enclosure {}

  /** A try block with a finally block: whoever leaves tells it where to go on afterwards. */
  private record Finally(FinallyExits exits) implements Enclosure {}

  private static final int NO_VALUE = -1;

  /** Stands for the register of an iterator that always is to be closed. */
  static final int NEVER_DONE = -1;

  private final FunctionGenerator g;
  private final List<Enclosure> enclosures = new ArrayList<>();

  Control(FunctionGenerator g) {
    this.g = g;
  }

  /** Where code goes on that leaves a try block: the number is what the finally block's end switches on. */
  static final class FinallyExits {
    /** The value of the state register when the try block ended by itself. */
    static final int FALL_THROUGH = 0;

    /** ... when an exception is to be thrown again. */
    static final int THROW = 1;

    private static final int FIRST_EXIT = 2;

    private final int state;
    private final int value;
    private final Label entry = new Label();
    private final Map<Exit, Integer> numbers = new LinkedHashMap<>();

    /**
     * @param state register with the reason why the finally block runs
     * @param value register with the exception or the value to return
     */
    FinallyExits(int state, int value) {
      this.state = state;
      this.value = value;
    }

    int state() {
      return state;
    }

    int value() {
      return value;
    }

    /** The start of the finally block. */
    Label entry() {
      return entry;
    }

    int number(Exit exit) {
      int next = FIRST_EXIT + numbers.size();
      return numbers.computeIfAbsent(exit, e -> next);
    }

    Map<Exit, Integer> numbers() {
      return numbers;
    }
  }

  /** A way to leave. */
  sealed interface Exit {
    /** A jump to a label, out to the given number of enclosures. */
    record Jump(Label label, int depth) implements Exit {}

    record Return() implements Exit {}
  }

  /** Generates what {@code break} can leave; the label is bound by the caller. */
  void breakable(Set<String> labels, boolean unlabelled, Label end, Runnable body) {
    enclosed(new Breakable(labels, unlabelled, end), body);
  }

  /** Generates a loop's body, and binds the label that {@code continue} goes to after it. */
  void continuable(Set<String> labels, Runnable body) {
    Label next = new Label();
    enclosed(new Continuable(labels, next), body);
    g.code().bind(next);
  }

  private void enclosed(Enclosure enclosure, Runnable body) {
    enclosures.add(enclosure);
    body.run();
    enclosures.removeLast();
  }

  /** Generates code whose exceptions go to the region's handler. */
  void guarded(Region region, Runnable body) {
    region.open(g.code());
    enclosed(new Guarded(region), body);
    region.close(g.code());
    if (!region.isEmpty()) {
      g.code().add(region);
    }
  }

  void withFinally(FinallyExits exits, Runnable body) {
    enclosed(new Finally(exits), body);
  }

  /**
   * Generates code that uses an iterator, which is closed when the code is left by an exception, a jump or a return.
   *
   * @param done register that is true while the iterator is not to be closed, or {@link #NEVER_DONE}
   * @param rest where it goes on after the body: this stands before the handler, out of whose way it jumps
   */
  void guardIterator(int iterator, int next, int done, Runnable body, Runnable rest) {
    guardIterator(new OpenIterator(iterator, next, done, false), body, rest);
  }

  /** As {@link #guardIterator}, for an async iterator that always is to be closed. */
  void guardAsyncIterator(int iterator, int next, Runnable body, Runnable rest) {
    guardIterator(new OpenIterator(iterator, next, NEVER_DONE, true), body, rest);
  }

  private void guardIterator(OpenIterator open, Runnable body, Runnable rest) {
    Region region = new Region();
    enclosed(open, () -> guarded(region, body));
    rest.run();
    if (region.isEmpty()) {
      return;
    }
    g.code().bind(region.handler());
    int mark = g.registers().mark();
    int exception = g.registers().temp();
    g.code().emit("LoadException", exception);
    close(open, true);
    g.code().emit("Throw", exception);
    g.registers().release(mark);
  }

  private void close(OpenIterator open, boolean quiet) {
    Label closed = new Label();
    if (open.done() != NEVER_DONE) {
      g.code().jump("JumpIfTrue", closed, open.done());
    }
    if (open.async()) {
      g.generators().closeAwaited(open.iterator(), quiet);
    } else {
      g.code().emit("IteratorClose", open.iterator(), open.next(), quiet ? 1 : 0);
    }
    g.code().bind(closed);
  }

  /** {@code break}, with a label or null. The parser has checked that there is a target. */
  void breakTo(String label) {
    for (int depth = enclosures.size() - 1; ; depth--) {
      if (enclosures.get(depth) instanceof Breakable target
          && (label == null ? target.unlabelled() : target.labels().contains(label))) {
        leave(new Exit.Jump(target.end(), depth), NO_VALUE);
        return;
      }
    }
  }

  /** {@code continue}, with a label or null. */
  void continueTo(String label) {
    for (int depth = enclosures.size() - 1; ; depth--) {
      if (enclosures.get(depth) instanceof Continuable target && (label == null || target.labels().contains(label))) {
        leave(new Exit.Jump(target.next(), depth), NO_VALUE);
        return;
      }
    }
  }

  /** Returns a value from the function. */
  void returnValue(int value) {
    leave(new Exit.Return(), value);
  }

  /**
   * Generates the way out from here, or as far as the next finally block, which goes on with it.
   *
   * @param value register with the value to return
   */
  private void leave(Exit exit, int value) {
    if (!g.code().isReachable()) {
      return;
    }
    int depth = exit instanceof Exit.Jump jump ? jump.depth() : 0;
    List<Region> left = new ArrayList<>();
    boolean stopped = false;
    for (int i = enclosures.size() - 1; i >= depth && !stopped; i--) {
      switch (enclosures.get(i)) {
        case Breakable breakable -> { }
        case Continuable continuable -> { }
        case Guarded(Region region) -> {
          // What happens on the way out is not to be caught here.
          if (region.isOpen()) {
            region.close(g.code());
            left.add(region);
          }
        }
        case OpenIterator open -> close(open, false);
        case Finally(FinallyExits exits) -> {
          enter(exits, exit, value);
          stopped = true;
        }
      }
    }
    if (!stopped) {
      switch (exit) {
        case Exit.Jump jump -> g.code().jump("Jump", jump.label());
        case Exit.Return() -> g.functions().emitReturn(value);
      }
    }
    left.forEach(region -> region.open(g.code()));
  }

  private void enter(FinallyExits exits, Exit exit, int value) {
    if (exit instanceof Exit.Return && value != exits.value()) {
      g.code().emit("Move", exits.value(), value);
    }
    g.expressions().number(exits.number(exit), exits.state());
    g.code().jump("Jump", exits.entry());
  }

  /** The end of a finally block: goes on with whatever it interrupted. */
  void dispatch(FinallyExits exits) {
    Label end = new Label();
    g.code().jump("JumpIfFalse", end, exits.state());
    exits.numbers().forEach((exit, number) -> dispatch(exits, exit, number));
    g.code().emit("Throw", exits.value());
    g.code().bind(end);
  }

  private void dispatch(FinallyExits exits, Exit exit, int number) {
    Label next = new Label();
    int mark = g.registers().mark();
    int expected = g.registers().temp();
    g.expressions().number(number, expected);
    g.code().jump("JumpIfStrictNotEq", next, exits.state(), expected);
    g.registers().release(mark);
    leave(exit, exits.value());
    g.code().bind(next);
  }
}
