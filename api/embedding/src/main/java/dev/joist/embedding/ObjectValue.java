package dev.joist.embedding;

import java.util.List;

/**
 * An object, array or function of an engine. Methods may run JavaScript (getters, proxies) and then throw what {@link Engine#eval} may;
 * a value of another engine as an argument is an {@link IllegalArgumentException}.
 */
public interface ObjectValue extends Value.Obj {
  boolean isFunction();

  boolean isArray();

  /** A property's value, found along the prototype chain; undefined when there is none. */
  Value get(String key);

  /** Assigns, as strict code does. */
  void set(String key, Value value);

  /** Names of own enumerable properties, in JavaScript's order. */
  List<String> keys();

  /** Calls a function; {@code this} is undefined. Throws TypeError, as a {@link ScriptException}, when it is none. */
  default Value call(Value... arguments) {
    return callWith(Value.UNDEFINED, arguments);
  }

  /** Calls a function with this {@code this}. */
  Value callWith(Value thisValue, Value... arguments);
}
