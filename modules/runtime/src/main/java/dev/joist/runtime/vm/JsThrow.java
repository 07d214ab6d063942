package dev.joist.runtime.vm;

/**
 * A JavaScript exception on its way through Java. There is one: what was thrown lies in the context of the {@link Vm} that it goes
 * through. Made by the Vm's factories: {@code throw vm.typeError("…")}.
 */
public final class JsThrow extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final JsThrow INSTANCE = new JsThrow();

  private JsThrow() {
    super("a JavaScript exception", null, false, false);
  }
}
