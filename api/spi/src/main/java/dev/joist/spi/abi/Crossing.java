package dev.joist.spi.abi;

/** The way between Java and an engine's machine code. Belongs to the engine's thread. */
public interface Crossing {
  /**
   * Runs compiled code until it returns; what it asks meanwhile is answered. Re-entrant.
   *
   * @param code address of the code
   * @param base of the frame
   * @param info of the function
   * @param argc arguments in the frame
   * @return the result, or EXCEPTION
   */
  long enter(long code, long base, long info, long argc);

  /** How often machine code has left a stack of its own to ask Java; other requests were calls of Java. */
  long stackSwitches();
}
