package dev.joist.javascript.codegen;

import dev.joist.javascript.parser.TokenType;
import dev.joist.javascript.parser.ir.AccessNode;
import dev.joist.javascript.parser.ir.BaseNode;
import dev.joist.javascript.parser.ir.BinaryNode;
import dev.joist.javascript.parser.ir.CallNode;
import dev.joist.javascript.parser.ir.Expression;
import dev.joist.javascript.parser.ir.ForNode;
import dev.joist.javascript.parser.ir.FunctionNode;
import dev.joist.javascript.parser.ir.IdentNode;
import dev.joist.javascript.parser.ir.IndexNode;
import dev.joist.javascript.parser.ir.LexicalContext;
import dev.joist.javascript.parser.ir.Node;
import dev.joist.javascript.parser.ir.UnaryNode;
import dev.joist.javascript.parser.ir.VarNode;
import dev.joist.javascript.parser.ir.visitor.NodeVisitor;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a program could tell that a function's {@code arguments} are not its parameters: where nothing is done with them but to ask for their number, or to
 * read elements while no parameter is assigned, they need not be. Names are compared without looking at scopes, so the answer may be yes in vain.
 */
final class ArgumentsUse extends NodeVisitor<LexicalContext> {
  private final Set<String> parameters = new HashSet<>();
  /** Functions around the node that have {@code arguments} of their own. */
  private int depth;
  private boolean reads;
  private boolean assigns;
  private boolean escapes;

  private ArgumentsUse(FunctionNode function) {
    super(new LexicalContext());
    function.getParameters().forEach(parameter -> parameters.add(parameter.getName()));
  }

  /** Of a function that uses {@code arguments}. */
  static boolean needsMapping(FunctionNode function) {
    if (function.isStrict() || !function.hasSimpleParameterList() || function.getParameters().isEmpty()) {
      return false;
    }
    if (function.getBody().getScope().hasNestedEval()) {
      return true;
    }
    ArgumentsUse use = new ArgumentsUse(function);
    function.getBody().accept(use);
    return use.escapes || use.reads && use.assigns;
  }

  private static boolean isArguments(Node node) {
    return node instanceof IdentNode ident && ident.getName().equals(Names.ARGUMENTS);
  }

  private boolean hasOwnArguments(Node node) {
    return node instanceof FunctionNode function && !function.isArrow();
  }

  @Override
  public boolean enterFunctionNode(FunctionNode node) {
    depth += hasOwnArguments(node) ? 1 : 0;
    return true;
  }

  @Override
  public Node leaveFunctionNode(FunctionNode node) {
    depth -= hasOwnArguments(node) ? 1 : 0;
    return node;
  }

  @Override
  public boolean enterIdentNode(IdentNode node) {
    escapes |= depth == 0 && isArguments(node);
    return true;
  }

  @Override
  public boolean enterAccessNode(AccessNode node) {
    boolean harmless = node.getProperty().equals("length") || node.getProperty().equals("callee");
    return !(isArguments(node.getBase()) && harmless);
  }

  @Override
  public boolean enterIndexNode(IndexNode node) {
    if (!isArguments(node.getBase())) {
      return true;
    }
    reads |= depth == 0;
    node.getIndex().accept(this);
    return false;
  }

  @Override
  public boolean enterCallNode(CallNode node) {
    // What is called sees them as `this`.
    escapes |= depth == 0 && node.getFunction() instanceof BaseNode method && isArguments(method.getBase());
    return true;
  }

  @Override
  public boolean enterVarNode(VarNode node) {
    assigns |= node.getInit() != null && parameters.contains(node.getName().getName());
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode node) {
    if (node.isAssignment()) {
      assigned(node.getLhs());
    }
    return true;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode node) {
    if (node.isAssignment() || node.tokenType() == TokenType.DELETE) {
      assigned(node.getExpression());
    }
    return true;
  }

  @Override
  public boolean enterForNode(ForNode node) {
    if (node.isForInOrOf()) {
      assigned(node.getInit());
    }
    return true;
  }

  /** All that stands in a target, be it a pattern, counts as assigned. */
  private void assigned(Expression target) {
    target.accept(new NodeVisitor<>(new LexicalContext()) {
      @Override
      public boolean enterIdentNode(IdentNode node) {
        assigns |= parameters.contains(node.getName());
        escapes |= depth == 0 && isArguments(node);
        return true;
      }
    });
  }
}
