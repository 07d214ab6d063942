package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.ir.CaseNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.ForNode;
import dev.joist.javascript.parser.ir.JoinPredecessorExpression;
import dev.joist.javascript.parser.ir.SwitchNode;
import dev.joist.javascript.parser.ir.WhileNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Loops and {@code switch}. */
final class Loops {
  private final FunctionGenerator g;

  Loops(FunctionGenerator g) {
    this.g = g;
  }

  void whileLoop(WhileNode node, Set<String> labels) {
    Label head = new Label();
    Label end = new Label();
    g.code().bind(head);
    g.control().breakable(
        labels,
        true,
        end,
        () -> {
          if (!node.isDoWhile()) {
            g.conditions().branch(node.getTest(), end, false);
          }
          g.control().continuable(labels, () -> g.statements().block(node.getBody()));
          if (node.isDoWhile()) {
            g.conditions().branch(node.getTest(), end, false);
          }
        });
    g.code().jump("JumpLoop", head);
    g.code().bind(end);
  }

  void forLoop(ForNode node, Set<String> labels) {
    if (node.isUsingDeclaration() || node.isAwaitUsingDeclaration()) {
      throw g.unsupported("A 'using' declaration is", node);
    }
    if (node.isForAwaitOf()) {
      forAwaitOf(node, labels);
    } else if (node.isForOf()) {
      forOf(node, labels);
    } else if (node.isForIn()) {
      forIn(node, labels);
    } else {
      countingLoop(node, labels);
    }
  }

  private void countingLoop(ForNode node, Set<String> labels) {
    if (node.getInit() != null) {
      g.expressions().effect(node.getInit());
    }
    if (node.hasPerIterationScope() && g.scopes().current().isShared()) {
      // Closures in the initial values have variables of their own, apart from those of the first iteration.
      copyScope();
    }
    Label head = new Label();
    Label end = new Label();
    g.code().bind(head);
    g.control().breakable(
        labels,
        true,
        end,
        () -> {
          if (hasExpression(node.getTest())) {
            g.conditions().branch(node.getTest(), end, false);
          }
          g.control().continuable(labels, () -> g.statements().block(node.getBody()));
          if (node.hasPerIterationScope()) {
            copyScope();
          }
          if (hasExpression(node.getModify())) {
            g.expressions().effect(node.getModify());
          }
        });
    g.code().jump("JumpLoop", head);
    g.code().bind(end);
  }

  private static boolean hasExpression(JoinPredecessorExpression join) {
    return join != null && join.getExpression() != null;
  }

  /** Closures of the last iteration keep its variables; the next one has its own. */
  private void copyScope() {
    ScopeFrame frame = g.scopes().current();
    if (frame.isHeap() && frame.function() == g) {
      g.code().emit("CopyScope", frame.heapRegister(), frame.heapRegister());
    }
  }

  /** A fresh scope for the variables of the next iteration of a for-in or for-of loop. */
  private void renewScope(ForNode node) {
    ScopeFrame frame = g.scopes().current();
    if (node.hasPerIterationScope() && frame.isHeap() && frame.function() == g) {
      g.createScope(frame, g.scopes().heapScopeAround(frame));
    }
  }

  private void forIn(ForNode node, Set<String> labels) {
    int enumerator = g.registers().temp();
    int object = g.expressions().value(node.getModify());
    g.code().emit("ForInPrepare", enumerator, object);
    int key = valueRegister(node);
    Label head = new Label();
    Label end = new Label();
    g.code().bind(head);
    g.code().jump("ForInNext", end, key, enumerator);
    g.control().breakable(
        labels, true, end, () -> g.control().continuable(labels, () -> iteration(node, key)));
    g.code().jump("JumpLoop", head);
    g.code().bind(end);
  }

  private void forOf(ForNode node, Set<String> labels) {
    int iterator = g.registers().temp();
    int next = g.registers().temp();
    Expression iterable = node.getModify().getExpression();
    int source = g.expressions().value(iterable);
    g.code().at(iterable.getStart(), CalleeText.of(iterable));
    g.code().emit("BeginIteration", iterator, next, source);
    int value = valueRegister(node);
    Label head = new Label();
    Label end = new Label();
    g.code().bind(head);
    g.code().jump("IteratorNext", end, value, iterator, next);
    g.control().breakable(
        labels,
        true,
        end,
        () ->
            g.control().guardIterator(
                iterator,
                next,
                Control.NEVER_DONE,
                () -> g.control().continuable(labels, () -> iteration(node, value)),
                () -> g.code().jump("JumpLoop", head)));
    g.code().bind(end);
  }

  private void forAwaitOf(ForNode node, Set<String> labels) {
    int iterator = g.registers().temp();
    int next = g.registers().temp();
    Expression iterable = node.getModify().getExpression();
    int source = g.expressions().value(iterable);
    g.code().at(iterable.getStart(), CalleeText.of(iterable));
    g.code().emit("GetAsyncIterator", iterator, next, source);
    int value = valueRegister(node);
    Label head = new Label();
    Label end = new Label();
    g.code().bind(head);
    g.generators().nextAwaited(iterator, next, value, end);
    g.control().breakable(
        labels,
        true,
        end,
        () ->
            g.control().guardAsyncIterator(
                iterator,
                next,
                () -> g.control().continuable(labels, () -> iteration(node, value)),
                () -> g.code().jump("JumpLoop", head)));
    g.code().bind(end);
  }

  /** The register for the values: that of the loop's variable, if it has one. */
  private int valueRegister(ForNode node) {
    int register = g.patterns().loopRegister(node.getInit(), node.hasPerIterationScope());
    return register >= 0 ? register : g.registers().temp();
  }

  private void iteration(ForNode node, int value) {
    renewScope(node);
    g.patterns().bind(node.getInit(), value, node.hasPerIterationScope());
    g.statements().block(node.getBody());
  }

  void switchStatement(SwitchNode node, Set<String> labels) {
    int value = g.expressions().value(node.getExpression());
    List<Label> cases = new ArrayList<>();
    for (CaseNode clause : node.getCases()) {
      g.statements().declareFunctions(clause.getStatements());
    }
    Label end = new Label();
    Label otherwise = end;
    for (CaseNode clause : node.getCases()) {
      Label label = new Label();
      cases.add(label);
      if (clause.getTest() == null) {
        otherwise = label;
      } else {
        int mark = g.registers().mark();
        int test = g.expressions().value(clause.getTest());
        g.code().jump("JumpIfStrictEq", label, value, test);
        g.registers().release(mark);
      }
    }
    g.code().jump("Jump", otherwise);
    g.control().breakable(
        labels,
        true,
        end,
        () -> {
          for (int i = 0; i < cases.size(); i++) {
            g.code().bind(cases.get(i));
            node.getCases().get(i).getStatements().forEach(g.statements()::statement);
          }
        });
    g.code().bind(end);
  }
}
