package dev.joist.runtime.vm;

/** Runs bytecode. Stateless. */
public interface Interpreter {
  /**
   * Runs the topmost frame, and the frames it calls, until it returns. Its link has the ENTRY bit.
   *
   * @param pc where in its code to start
   * @return the result
   * @throws JsThrow when no handler of these frames takes an exception
   */
  long run(Vm vm, long base, int pc);

  /**
   * Runs one instruction of the topmost frame, which is not the interpreter's own; calls run to their end.
   *
   * @return the offset of the next instruction
   * @throws JsThrow for an exception, without looking for handlers
   */
  int step(Vm vm, byte[] code, long base, int pc);
}
