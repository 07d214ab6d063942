package dev.joist.library.core;

import dev.joist.runtime.string.Strings;

/** The property keys that built-ins ask for most, made once. */
public final class Names {
  public final long constructor;
  public final long prototype;
  public final long length;
  public final long name;
  public final long message;
  public final long stack;
  public final long cause;
  public final long next;
  public final long done;
  public final long value;
  public final long returnName;
  public final long throwName;
  public final long get;
  public final long set;
  public final long enumerable;
  public final long configurable;
  public final long writable;
  public final long toString;
  public final long valueOf;
  public final long toLocaleString;
  public final long toJson;
  public final long join;
  public final long raw;
  public final long then;
  public final long values;

  Names(Strings strings) {
    constructor = strings.permanentKey("constructor");
    prototype = strings.permanentKey("prototype");
    length = strings.permanentKey("length");
    name = strings.permanentKey("name");
    message = strings.permanentKey("message");
    stack = strings.permanentKey("stack");
    cause = strings.permanentKey("cause");
    next = strings.permanentKey("next");
    done = strings.permanentKey("done");
    value = strings.permanentKey("value");
    returnName = strings.permanentKey("return");
    throwName = strings.permanentKey("throw");
    get = strings.permanentKey("get");
    set = strings.permanentKey("set");
    enumerable = strings.permanentKey("enumerable");
    configurable = strings.permanentKey("configurable");
    writable = strings.permanentKey("writable");
    toString = strings.permanentKey("toString");
    valueOf = strings.permanentKey("valueOf");
    toLocaleString = strings.permanentKey("toLocaleString");
    toJson = strings.permanentKey("toJSON");
    join = strings.permanentKey("join");
    raw = strings.permanentKey("raw");
    then = strings.permanentKey("then");
    values = strings.permanentKey("values");
  }
}
