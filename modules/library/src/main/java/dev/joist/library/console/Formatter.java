package dev.joist.library.console;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.number.NumberParser;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.NativeCode;
import dev.joist.spi.value.Values;

/** What console.log prints of its arguments: a format string with its specifiers filled in, then the rest, separated by spaces. */
public final class Formatter {
  private static final InspectOptions FLAT = new InspectOptions(0, false);
  private static final InspectOptions DETAILED = new InspectOptions(4, true);

  private final Builtins builtins;
  private final Js js;

  public Formatter(Builtins builtins) {
    this.builtins = builtins;
    this.js = builtins.js();
  }

  /** @param values kept alive by the caller */
  public String format(long[] values) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    if (values.length > 0 && Strings.isString(values[0])) {
      String first = js.toText(values[0]);
      next = values.length == 1 || first.indexOf('%') < 0 ? plain(out, first) : fill(out, first, values);
    }
    for (; next < values.length; next++) {
      if (next > 0) {
        out.append(' ');
      }
      out.append(Strings.isString(values[next]) ? js.toText(values[next]) : inspect(values[next], InspectOptions.DEFAULT));
    }
    return out.toString();
  }

  private static int plain(StringBuilder out, String text) {
    out.append(text);
    return 1;
  }

  private String inspect(long value, InspectOptions options) {
    return Inspector.inspect(builtins, value, options);
  }

  /** Answers the index of the first value that is not used up. */
  private int fill(StringBuilder out, String template, long[] values) {
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      char specifier = c == '%' && i + 1 < template.length() ? template.charAt(i + 1) : 0;
      if (specifier == '%') {
        out.append('%');
        i++;
        continue;
      }
      if ("sdifjoOc".indexOf(specifier) < 0 || specifier == 0 || next >= values.length) {
        out.append(c);
        continue;
      }
      out.append(specified(specifier, values[next++]));
      i++;
    }
    return next;
  }

  private String specified(char specifier, long value) {
    return switch (specifier) {
      case 's' -> asString(value);
      case 'd' -> js.isObject(value) || PropertyKey.isSymbol(value) ? "NaN" : Inspector.number(js.toNumber(value));
      case 'i' -> js.isObject(value) || PropertyKey.isSymbol(value) ? "NaN" : Inspector.number(NumberParser.parseInt(js.toText(value), 0));
      case 'f' -> PropertyKey.isSymbol(value) ? "NaN" : Inspector.number(NumberParser.parseFloat(js.toText(value)));
      case 'j' -> json(value);
      case 'o' -> inspect(value, DETAILED);
      case 'O' -> inspect(value, InspectOptions.DEFAULT);
      default -> "";
    };
  }

  private String asString(long value) {
    if (Strings.isString(value)) {
      return js.toText(value);
    }
    if (!js.isObject(value)) {
      return new Inspector(builtins, FLAT).primitive(value);
    }
    return js.isCallable(value) || !hasBuiltInToString(value) ? js.toText(value) : inspect(value, FLAT);
  }

  private String json(long value) {
    long text = builtins.jsonStringify(value);
    return text == Values.UNDEFINED ? "undefined" : js.toText(text);
  }

  /** Whether an object's text would be one of a built-in class, so that inspecting it says more. */
  private boolean hasBuiltInToString(long object) {
    long key = js.names().toString;
    long holder = object;
    while (holder != Values.NULL && !js.hasOwn(holder, key)) {
      holder = js.prototypeOf(holder);
    }
    if (holder == Values.NULL) {
      return true;
    }
    if (holder == object) {
      return false;
    }
    PropertyDescriptor constructor = js.getOwnProperty(holder, js.names().constructor);
    return constructor != null && js.isCallable(constructor.value()) && js.codeOf(constructor.value()) instanceof NativeCode;
  }
}
