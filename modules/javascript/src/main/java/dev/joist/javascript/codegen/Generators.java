package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.UnaryNode;

/** {@code yield}, {@code yield*} and {@code await}. */
final class Generators {
  /** How a generator is resumed: the modes of the Yield opcode. */
  private static final int THROW = 1;

  private static final int NO_ARGUMENT = -1;

  private final FunctionGenerator g;

  Generators(FunctionGenerator g) {
    this.g = g;
  }

  void await(UnaryNode node, int result) {
    int value = g.expressions().value(node.getExpression());
    g.code().at(node.getStart());
    await(value, result);
  }

  /** Waits for what becomes of a value; a rejection is thrown. */
  void await(int value, int result) {
    int mark = g.registers().mark();
    int settled = g.registers().temp();
    int mode = g.registers().temp();
    Label fulfilled = new Label();
    g.code().emit("Await", settled, mode, value);
    g.code().jump("JumpIfFalse", fulfilled, mode);
    g.code().emit("Throw", settled);
    g.code().bind(fulfilled);
    g.code().emit("Move", result, settled);
    g.registers().release(mark);
  }

  private boolean isAsync() {
    return g.kind().isAsync();
  }

  void yield(UnaryNode node, int result) {
    int value = g.registers().temp();
    g.expressions().into(node.getExpression(), value);
    if (isAsync()) {
      await(value, value);
    }
    int sent = g.registers().temp();
    int mode = g.registers().temp();
    g.code().at(node.getStart());
    g.code().emit("Yield", sent, mode, value);
    Label next = new Label();
    g.code().jump("JumpIfFalse", next, mode);
    Label isReturn = new Label();
    jumpUnlessThrow(mode, isReturn);
    g.code().emit("Throw", sent);
    g.code().bind(isReturn);
    if (isAsync()) {
      await(sent, sent);
    }
    g.control().returnValue(sent);
    g.code().bind(next);
    g.code().emit("Move", result, sent);
  }

  private void jumpUnlessThrow(int mode, Label target) {
    int mark = g.registers().mark();
    int expected = g.registers().temp();
    g.expressions().number(THROW, expected);
    g.code().jump("JumpIfStrictNotEq", target, mode, expected);
    g.registers().release(mark);
  }

  /** {@code yield*}: hands values, errors and returns to an inner iterator until that is done. */
  void delegate(UnaryNode node, int result) {
    int iterator = g.registers().temp();
    int next = g.registers().temp();
    int received = g.registers().temp();
    int mode = g.registers().temp();
    int outcome = g.registers().temp();
    int source = g.expressions().value(node.getExpression());
    g.code().at(node.getStart(), CalleeText.of(node.getExpression()));
    g.code().emit(isAsync() ? "GetAsyncIterator" : "GetIterator", iterator, next, source);
    g.code().emit("LoadUndefined", received);
    g.code().emit("LoadInt8", mode, 0);

    Label head = new Label();
    Label check = new Label();
    Label done = new Label();
    Label send = new Label();
    Label isReturn = new Label();
    g.code().bind(head);
    g.code().jump("JumpIfFalse", send, mode);
    jumpUnlessThrow(mode, isReturn);
    sendThrow(iterator, next, received, outcome, check);
    g.code().bind(isReturn);
    sendReturn(iterator, received, outcome, check);
    g.code().bind(send);
    callWith(outcome, next, iterator, received);
    g.code().bind(check);
    if (isAsync()) {
      await(outcome, outcome);
    }
    int flag = g.registers().temp();
    isDone(outcome, flag);
    g.code().jump("JumpIfTrue", done, flag);
    if (isAsync()) {
      g.code().emit("GetProperty", flag, outcome, g.code().string("value"));
      g.code().emit("Yield", received, mode, flag);
      awaitReturned(received, mode);
    } else {
      g.code().emit("YieldResult", received, mode, outcome);
    }
    g.code().jump("JumpLoop", head);

    g.code().bind(done);
    g.code().emit("GetProperty", received, outcome, g.code().string("value"));
    // Done after a return: the generator returns too.
    Label goesOn = new Label();
    g.code().jump("JumpIfFalse", goesOn, mode);
    Label returns = new Label();
    jumpUnlessThrow(mode, returns);
    g.code().jump("Jump", goesOn);
    g.code().bind(returns);
    g.control().returnValue(received);
    g.code().bind(goesOn);
    g.code().emit("Move", result, received);
  }

  /** What an iterator's result object says, which must be one. */
  private void isDone(int outcome, int flag) {
    requireObject(outcome, flag);
    g.code().emit("GetProperty", flag, outcome, g.code().string("done"));
  }

  private void requireObject(int value, int scratch) {
    g.expressions().string("done", scratch);
    // For its TypeError.
    g.code().emit("In", scratch, scratch, value);
  }

  /** In an async generator a value to return is waited for first; if it is rejected, that is thrown. */
  private void awaitReturned(int received, int mode) {
    Label end = new Label();
    g.code().jump("JumpIfFalse", end, mode);
    Label isReturn = new Label();
    jumpUnlessThrow(mode, isReturn);
    g.code().jump("Jump", end);
    g.code().bind(isReturn);
    int rejected = g.registers().temp();
    g.code().emit("Await", received, rejected, received);
    g.code().jump("JumpIfFalse", end, rejected);
    g.code().emit("LoadInt8", mode, THROW);
    g.code().bind(end);
  }

  /** The next value of an async iterator, or a jump to the end. */
  void nextAwaited(int iterator, int next, int value, Label end) {
    int mark = g.registers().mark();
    int outcome = g.registers().temp();
    int flag = g.registers().temp();
    callWith(outcome, next, iterator, NO_ARGUMENT);
    await(outcome, outcome);
    isDone(outcome, flag);
    g.code().jump("JumpIfTrue", end, flag);
    g.code().emit("GetProperty", value, outcome, g.code().string("value"));
    g.registers().release(mark);
  }

  /**
   * Closes an async iterator.
   *
   * @param quiet an exception is on its way already: errors of this do not matter
   */
  void closeAwaited(int iterator, boolean quiet) {
    int mark = g.registers().mark();
    if (!quiet) {
      callReturn(iterator, true);
    } else {
      Region region = new Region();
      Label end = new Label();
      g.control().guarded(region, () -> callReturn(iterator, false));
      g.code().jump("Jump", end);
      g.code().bind(region.handler());
      g.code().emit("LoadException", g.registers().temp());
      g.code().bind(end);
    }
    g.registers().release(mark);
  }

  private void callReturn(int iterator, boolean checked) {
    int mark = g.registers().mark();
    int outcome = g.registers().temp();
    Label missing = new Label();
    g.code().emit("GetProperty", outcome, iterator, g.code().string("return"));
    g.code().jump("JumpIfNullish", missing, outcome);
    callWith(outcome, outcome, iterator, NO_ARGUMENT);
    await(outcome, outcome);
    if (checked) {
      requireObject(outcome, g.registers().temp());
    }
    g.code().bind(missing);
    g.registers().release(mark);
  }

  private void sendThrow(int iterator, int next, int received, int outcome, Label check) {
    int method = g.registers().temp();
    Label missing = new Label();
    g.code().emit("GetProperty", method, iterator, g.code().string("throw"));
    g.code().jump("JumpIfNullish", missing, method);
    callWith(outcome, method, iterator, received);
    g.code().jump("Jump", check);
    g.code().bind(missing);
    if (isAsync()) {
      closeAwaited(iterator, false);
    } else {
      g.code().emit("IteratorClose", iterator, next, 0);
    }
    g.code().emit("ThrowError", 1, g.code().string("The iterator does not provide a 'throw' method"));
  }

  private void sendReturn(int iterator, int received, int outcome, Label check) {
    int method = g.registers().temp();
    Label missing = new Label();
    g.code().emit("GetProperty", method, iterator, g.code().string("return"));
    g.code().jump("JumpIfNullish", missing, method);
    callWith(outcome, method, iterator, received);
    g.code().jump("Jump", check);
    g.code().bind(missing);
    if (isAsync()) {
      await(received, received);
    }
    g.control().returnValue(received);
  }

  /** @param argument a register, or NO_ARGUMENT */
  private void callWith(int result, int method, int receiver, int argument) {
    int mark = g.registers().mark();
    int argc = argument == NO_ARGUMENT ? 0 : 1;
    int window = g.registers().range(Calls.WINDOW_HEADER + argc);
    g.code().emit("Move", window, method);
    g.code().emit("Move", window + Calls.THIS_OFFSET, receiver);
    if (argc > 0) {
      g.code().emit("Move", window + Calls.WINDOW_HEADER, argument);
    }
    g.code().emit("CallMethod", result, window, argc);
    g.registers().release(mark);
  }
}
