package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.Block;
import dev.joist.javascript.parser.ir.CatchNode;
import dev.joist.javascript.parser.ir.Statement;
import dev.joist.javascript.parser.ir.TryNode;
import dev.joist.javascript.parser.ir.VarNode;

/** {@code try}, {@code catch} and {@code finally}. */
final class Tries {
  private final FunctionGenerator g;

  Tries(FunctionGenerator g) {
    this.g = g;
  }

  void tryStatement(TryNode node) {
    if (node.getFinallyBody() == null) {
      tryCatch(node);
      return;
    }
    int state = g.registers().temp();
    int value = g.registers().temp();
    // Only some ways to the end of the finally block give it a value, but all lead past its use.
    g.code().emit("LoadUndefined", value);
    Control.FinallyExits exits = new Control.FinallyExits(state, value);
    Region region = new Region();
    g.control().withFinally(
        exits,
        () ->
            g.control().guarded(
                region,
                () -> {
                  if (node.getCatchBlocks().isEmpty()) {
                    g.statements().block(node.getBody());
                  } else {
                    tryCatch(node);
                  }
                }));
    g.expressions().number(Control.FinallyExits.FALL_THROUGH, state);
    if (!region.isEmpty()) {
      g.code().jump("Jump", exits.entry());
      g.code().bind(region.handler());
      g.code().emit("LoadException", value);
      g.expressions().number(Control.FinallyExits.THROW, state);
    }
    g.code().bind(exits.entry());
    g.statements().keepingCompletion(() -> g.statements().block(node.getFinallyBody()));
    g.control().dispatch(exits);
  }

  private void tryCatch(TryNode node) {
    Region region = new Region();
    g.control().guarded(region, () -> g.statements().block(node.getBody()));
    if (region.isEmpty()) {
      return;
    }
    Label end = new Label();
    g.code().jump("Jump", end);
    g.code().bind(region.handler());
    g.statements().clearCompletion();
    node.getCatchBlocks().forEach(this::catchBlock);
    g.code().bind(end);
  }

  private void catchBlock(Block block) {
    int mark = g.registers().mark();
    int exception = g.registers().temp();
    g.code().emit("LoadException", exception);
    g.scopes().enterBlock(block.getScope());
    for (Statement statement : block.getStatements()) {
      switch (statement) {
        // The parameter's names; their values come with the clause.
        case VarNode parameter -> { }
        case CatchNode clause -> catchClause(clause, exception);
        default -> throw g.unsupported("This catch clause is", statement);
      }
    }
    g.scopes().exit();
    g.registers().release(mark);
  }

  private void catchClause(CatchNode clause, int exception) {
    if (clause.getDestructuringPattern() != null) {
      g.patterns().bind(clause.getDestructuringPattern(), exception, true);
    } else if (clause.getException() != null) {
      g.patterns().bind(clause.getException(), exception, true);
    }
    g.statements().block(clause.getBody());
  }
}
