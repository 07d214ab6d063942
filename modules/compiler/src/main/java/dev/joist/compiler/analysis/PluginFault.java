package dev.joist.compiler.analysis;

/** A lowering of a plugin does what it must not. The message names plugin, opcode and offset. */
public final class PluginFault extends IllegalStateException {
  private static final long serialVersionUID = 1;

  PluginFault(String message, Throwable cause) {
    super(message, cause);
  }
}
