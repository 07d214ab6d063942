package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.UnaryNode;

/** {@code yield} and {@code yield*}. */
final class Generators {
  /** How a generator is resumed: the modes of the Yield opcode. */
  private static final int THROW = 1;

  private final FunctionGenerator g;

  Generators(FunctionGenerator g) {
    this.g = g;
  }

  void yield(UnaryNode node, int result) {
    int value = g.registers().temp();
    g.expressions().into(node.getExpression(), value);
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
    g.code().emit("GetIterator", iterator, next, source);
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
    sendThrow(iterator, received, outcome, check);
    g.code().bind(isReturn);
    sendReturn(iterator, received, outcome, check);
    g.code().bind(send);
    callWith(outcome, next, iterator, received);
    g.code().bind(check);
    int flag = g.registers().temp();
    g.expressions().string("done", flag);
    // For its TypeError when the iterator's result is no object.
    g.code().emit("In", flag, flag, outcome);
    g.code().emit("GetProperty", flag, outcome, g.code().string("done"));
    g.code().jump("JumpIfTrue", done, flag);
    g.code().emit("GetProperty", flag, outcome, g.code().string("value"));
    g.code().emit("Yield", received, mode, flag);
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

  private void sendThrow(int iterator, int received, int outcome, Label check) {
    int method = g.registers().temp();
    Label missing = new Label();
    g.code().emit("GetProperty", method, iterator, g.code().string("throw"));
    g.code().jump("JumpIfNullish", missing, method);
    callWith(outcome, method, iterator, received);
    g.code().jump("Jump", check);
    g.code().bind(missing);
    g.code().emit("IteratorClose", iterator, 0);
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
    g.control().returnValue(received);
  }

  private void callWith(int result, int method, int receiver, int argument) {
    int mark = g.registers().mark();
    int window = g.registers().range(Calls.WINDOW_HEADER + 1);
    g.code().emit("Move", window, method);
    g.code().emit("Move", window + Calls.THIS_OFFSET, receiver);
    g.code().emit("Move", window + Calls.WINDOW_HEADER, argument);
    g.code().emit("CallMethod", result, window, 1);
    g.registers().release(mark);
  }
}
