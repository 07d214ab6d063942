package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionKind;
import dev.joist.bytecode.FunctionTemplate;

/** The front end as eval and the Function constructor see it: makes code of text at run time. */
public interface DynamicCode {
  /**
   * A function without parameters that runs code and returns its completion value.
   *
   * @param context where a direct eval stands, as the front end has described it; empty for an indirect one
   * @throws JsThrow a SyntaxError
   */
  FunctionTemplate eval(String source, String context);

  /**
   * A script whose value is a function.
   *
   * @param parameters joined by commas
   * @param kind NORMAL, GENERATOR, ASYNC or ASYNC_GENERATOR
   * @throws JsThrow a SyntaxError
   */
  FunctionTemplate function(String parameters, String body, FunctionKind kind);

  /** For an engine without a front end: there is no code but what it was loaded with. */
  static DynamicCode refusing(Vm vm) {
    return new DynamicCode() {
      @Override
      public FunctionTemplate eval(String source, String context) {
        throw refusal();
      }

      @Override
      public FunctionTemplate function(String parameters, String body, FunctionKind kind) {
        throw refusal();
      }

      private JsThrow refusal() {
        return vm.error(ErrorType.EVAL_ERROR, "Code generation from strings disallowed for this context");
      }
    };
  }
}
