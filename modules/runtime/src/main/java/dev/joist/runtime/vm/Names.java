package dev.joist.runtime.vm;

import dev.joist.runtime.string.Strings;

/** Property keys that the runtime asks for often. */
public final class Names {
  public final long length;
  public final long name;
  public final long prototype;
  public final long constructor;
  public final long message;
  public final long stack;
  public final long value;
  public final long done;
  public final long next;
  /** {@code return}. */
  public final long returnMethod;
  public final long valueOf;
  public final long toStringMethod;
  public final long raw;
  public final long callee;
  public final long caller;
  public final long arguments;

  Names(Strings strings) {
    length = strings.permanentKey("length");
    name = strings.permanentKey("name");
    prototype = strings.permanentKey("prototype");
    constructor = strings.permanentKey("constructor");
    message = strings.permanentKey("message");
    stack = strings.permanentKey("stack");
    value = strings.permanentKey("value");
    done = strings.permanentKey("done");
    next = strings.permanentKey("next");
    returnMethod = strings.permanentKey("return");
    valueOf = strings.permanentKey("valueOf");
    toStringMethod = strings.permanentKey("toString");
    raw = strings.permanentKey("raw");
    callee = strings.permanentKey("callee");
    caller = strings.permanentKey("caller");
    arguments = strings.permanentKey("arguments");
  }
}
