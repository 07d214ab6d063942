package dev.joist.library.json;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON.parse's first half: text to Values. Calls no JavaScript, so nothing is collected on the way. Errors have V8's texts. */
public final class JsonParser {
  private static final int EXCERPT = 10;
  private static final int MIN_LENGTH_FOR_EXCERPT = 40;

  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final String text;
  private int at;
  /** Whether records are made of what is parsed. */
  private boolean recording;
  /** What was parsed last. */
  private ParsedJson record;

  public JsonParser(Builtins builtins, String text) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.text = text;
  }

  /**
   * The value of the whole text.
   *
   * @throws JsThrow when it is no JSON
   */
  public long parse() {
    skipSpace();
    long value = value();
    skipSpace();
    if (at < text.length()) {
      throw trailing();
    }
    return value;
  }

  /**
   * As {@link #parse}, with a record of where each value came from, which has to be held before JavaScript is called.
   *
   * @throws JsThrow when it is no JSON
   */
  ParsedJson parseRecorded() {
    recording = true;
    parse();
    return record;
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  private long value() {
    if (at >= text.length()) {
      throw unexpected();
    }
    int start = at;
    long value = parsedValue();
    if (recording && !js.isObject(value)) {
      record = new ParsedJson.Primitive(value, text.substring(start, at));
    }
    return value;
  }

  private long parsedValue() {
    return switch (text.charAt(at)) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> vm.strings().fromJava(string());
      case 't' -> literal("true", Values.TRUE);
      case 'f' -> literal("false", Values.FALSE);
      case 'n' -> literal("null", Values.NULL);
      default -> number();
    };
  }

  private long nested(boolean object) {
    builtins.enterNested();
    try {
      return object ? object() : array();
    } finally {
      builtins.leaveNested();
    }
  }

  private long object() {
    long object = js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
    Map<String, ParsedJson> members = recording ? new HashMap<>() : null;
    at++;
    skipSpace();
    if (at < text.length() && text.charAt(at) == '}') {
      return end(object, recording ? new ParsedJson.Members(object, members) : null);
    }
    while (true) {
      skipSpace();
      if (at >= text.length() || text.charAt(at) != '"') {
        throw expected(previousIs('{') ? "Expected property name or '}' in JSON" : "Expected double-quoted property name in JSON");
      }
      String name = string();
      skipSpace();
      if (at >= text.length() || text.charAt(at) != ':') {
        throw expected("Expected ':' after property name in JSON");
      }
      at++;
      skipSpace();
      js.createDataProperty(object, vm.strings().key(name), value());
      if (members != null) {
        members.put(name, record);
      }
      skipSpace();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else if (at < text.length() && text.charAt(at) == '}') {
        return end(object, recording ? new ParsedJson.Members(object, members) : null);
      } else {
        throw expected("Expected ',' or '}' after property value in JSON");
      }
    }
  }

  /** Goes over the bracket. */
  private long end(long value, ParsedJson its) {
    at++;
    record = its;
    return value;
  }

  private boolean previousIs(char wanted) {
    int before = at - 1;
    while (before >= 0 && text.charAt(before) <= ' ') {
      before--;
    }
    return before >= 0 && text.charAt(before) == wanted;
  }

  private long array() {
    long array = js.newArray(0);
    List<ParsedJson> elements = recording ? new ArrayList<>() : null;
    at++;
    skipSpace();
    if (at < text.length() && text.charAt(at) == ']') {
      return end(array, recording ? new ParsedJson.Elements(array, elements) : null);
    }
    for (long k = 0; ; k++) {
      skipSpace();
      js.createIndex(array, k, value());
      if (elements != null) {
        elements.add(record);
      }
      skipSpace();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else if (at < text.length() && text.charAt(at) == ']') {
        return end(array, recording ? new ParsedJson.Elements(array, elements) : null);
      } else {
        throw expected("Expected ',' or ']' after array element in JSON");
      }
    }
  }

  private long literal(String literal, long value) {
    for (int i = 0; i < literal.length(); i++, at++) {
      if (at >= text.length() || text.charAt(at) != literal.charAt(i)) {
        throw unexpected();
      }
    }
    return value;
  }

  private String string() {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return stringWithEscapes(start);
      }
      if (c < ' ') {
        throw expected("Bad control character in string literal in JSON");
      }
      at++;
    }
    throw expected("Unterminated string in JSON");
  }

  private String stringWithEscapes(int start) {
    StringBuilder out = new StringBuilder().append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < ' ') {
        throw expected("Bad control character in string literal in JSON");
      }
      at++;
      out.append(c == '\\' ? escape() : c);
    }
    throw expected("Unterminated string in JSON");
  }

  private char escape() {
    if (at >= text.length()) {
      throw expected("Unterminated string in JSON");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicodeEscape();
      default -> {
        at--;
        throw expected("Bad escaped character in JSON");
      }
    };
  }

  private char unicodeEscape() {
    int unit = 0;
    for (int i = 0; i < 4; i++, at++) {
      int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw expected("Bad Unicode escape in JSON");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private long number() {
    int start = at;
    boolean minus = text.charAt(at) == '-';
    if (minus) {
      at++;
      if (!isDigit()) {
        throw expected("No number after minus sign in JSON");
      }
    }
    if (!isDigit()) {
      throw unexpected();
    }
    if (text.charAt(at) == '0') {
      at++;
      if (isDigit()) {
        throw expected("Unexpected number in JSON");
      }
    } else {
      digits();
    }
    boolean integer = true;
    if (at < text.length() && text.charAt(at) == '.') {
      integer = false;
      at++;
      if (!isDigit()) {
        throw expected("Unterminated fractional number in JSON");
      }
      digits();
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      integer = false;
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      if (!isDigit()) {
        throw expected("Exponent part is missing a number in JSON");
      }
      digits();
    }
    if (integer && at - start < 10) {
      int number = Integer.parseInt(text, start, at, 10);
      return minus && number == 0 ? vm.number(-0.0) : Values.int32(number);
    }
    return vm.number(Double.parseDouble(text.substring(start, at)));
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void digits() {
    while (isDigit()) {
      at++;
    }
  }

  // Errors

  private JsThrow expected(String message) {
    return vm.syntaxError(message + " at position " + at);
  }

  private JsThrow trailing() {
    return expected("Unexpected non-whitespace character after JSON");
  }

  private JsThrow unexpected() {
    if (at >= text.length()) {
      return vm.syntaxError("Unexpected end of JSON input");
    }
    switch (text) {
      case "undefined", "NaN", "Infinity", "[object Object]" -> {
        return vm.syntaxError("\"" + text + "\" is not valid JSON");
      }
      default -> { }
    }
    String token = "Unexpected token '" + text.charAt(at) + "', ";
    if (text.length() <= MIN_LENGTH_FOR_EXCERPT) {
      return vm.syntaxError(token + "\"" + text + "\" is not valid JSON");
    }
    int from = Math.max(0, at - EXCERPT);
    int to = Math.min(text.length(), at + EXCERPT);
    String excerpt = (from > 0 ? "..." : "") + "\"" + text.substring(from, to) + "\"" + (to < text.length() ? "..." : "");
    return vm.syntaxError(token + excerpt + " is not valid JSON");
  }
}
