package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.OptionalExpression;

/** Optional chaining: one nullish base ends the whole chain with undefined. */
final class OptionalChains {
  private final FunctionGenerator g;
  private Label exit;
  private Expression link;

  OptionalChains(FunctionGenerator g) {
    this.g = g;
  }

  /** True for a chain of its own, false for what is no chain or the next link of the one that is being evaluated. */
  boolean begins(Expression expression) {
    return expression instanceof OptionalExpression optional && optional.isOptionalChain() && optional != link;
  }

  /** Evaluates a whole chain. */
  void into(Expression chain, int result) {
    within(() -> g.expressions().plainInto(chain, result), () -> g.code().emit("LoadUndefined", result));
  }

  /** {@code delete} of a chain: true if the chain ends early. */
  void delete(BaseNode chain, int result) {
    within(
        () -> {
          int object = g.expressions().value(base(chain));
          if (chain instanceof IndexNode index) {
            object = g.expressions().keep(object, index.getIndex());
          }
          shortCircuit(chain, object);
          g.operators().deleteProperty(chain, object, result);
        },
        () -> g.code().emit("LoadTrue", result));
  }

  /** Runs the chain; when it ends early, the other instead of the rest. */
  void within(Runnable chain, Runnable ended) {
    Label outer = exit;
    exit = new Label();
    Label done = new Label();
    chain.run();
    g.code().jump("Jump", done);
    g.code().bind(exit);
    ended.run();
    g.code().bind(done);
    exit = outer;
  }

  /** The base of an access, to be evaluated next: a link of the same chain, if it is one. */
  Expression base(BaseNode node) {
    return link(node, node.getBase());
  }

  /** What is called or accessed, to be evaluated next: a link of the same chain, if it is one. */
  Expression link(OptionalExpression node, Expression base) {
    if (node.isOptionalChain()) {
      link = base;
    }
    return base;
  }

  /** After {@code ?.}: leaves the chain if the base is nullish. */
  void shortCircuit(OptionalExpression node, int base) {
    if (node.isOptional()) {
      g.code().jump("JumpIfNullish", exit, base);
    }
  }
}
