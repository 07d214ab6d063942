package dev.joist.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.StringJoiner;

/** Collects the members of a JSON object. */
final class JsonObject {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  JsonObject number(String name, long value) {
    return raw(name, String.valueOf(value));
  }

  JsonObject number(String name, double value) {
    return raw(name, String.format(Locale.ROOT, "%.6f", value));
  }

  JsonObject text(String name, String value) {
    return raw(name, quote(value));
  }

  JsonObject object(String name, JsonObject value) {
    return raw(name, value.toString());
  }

  JsonObject array(String name, Collection<JsonObject> values) {
    return raw(name, array(values));
  }

  static String array(Collection<JsonObject> values) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    values.forEach(value -> list.add(value.toString()));
    return list.toString();
  }

  /** @param json the value, as JSON */
  JsonObject raw(String name, String json) {
    members.add(quote(name) + ":" + json);
    return this;
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** The object as JSON text. */
  @Override
  public String toString() {
    return members.toString();
  }
}
