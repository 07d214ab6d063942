package dev.joist.bytecode;

/**
 * Functions whose own instructions call nothing. What they make others call, an operator an object's valueOf for instance, comes by Java or checks the stack itself. So
 * their frames are always the topmost but for such, and need not be compared with the stack's limit: there is room for one more above any frame that was.
 */
public final class Leaves {
  private Leaves() {}

  /** Whether a function is one. The tiers have to agree. */
  public static boolean isLeaf(FunctionTemplate template, OpcodeTable opcodes) {
    byte[] code = template.code();
    for (int pc = 0; pc < code.length;) {
      OpcodeDescriptor descriptor = opcodes.descriptor(CodeReader.u8(code, pc));
      if (descriptor.has(Effect.SUSPENDS) || descriptor.has(Effect.CALLS) && descriptor.has(Effect.SWITCHES_FRAME)) {
        return false;
      }
      pc += descriptor.length();
    }
    return true;
  }
}
