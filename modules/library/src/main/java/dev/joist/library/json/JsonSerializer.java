package dev.joist.library.json;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** JSON.stringify. Source: ECMAScript 2025, 25.5.2. */
final class JsonSerializer {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final long replacer;
  private final KeyList allowed;
  private final String gap;
  private final StringBuilder out = new StringBuilder();
  /** The objects being written, outermost first, and the key that led to each. */
  private final List<Open> stack = new ArrayList<>();
  private String indent = "";

  private record Open(long object, long key) {}

  /**
   * @param replacer a function that the caller keeps alive, or undefined
   * @param allowed the only names of properties to write, kept alive by the caller; or null
   * @param gap the indentation of one level; or empty
   */
  JsonSerializer(Builtins builtins, long replacer, KeyList allowed, String gap) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.replacer = replacer;
    this.allowed = allowed;
    this.gap = gap;
  }

  /** The text of a value, or null when it has none (undefined, functions, symbols). */
  String serialize(long value) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle holder = scope.hold(Values.UNDEFINED);
      if (replacer != Values.UNDEFINED) {
        scope.hold(value);
        holder.set(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
        js.createDataProperty(holder.get(), vm.strings().key(""), value);
      }
      return write(holder.get(), vm.strings().key(""), value) ? out.toString() : null;
    }
  }

  /** Writes a value; false when it has no text, and then nothing is written. */
  private boolean write(long holder, long key, long original) {
    if (Values.isInt32(original) && replacer == Values.UNDEFINED) {
      out.append(Values.asInt32(original));
      return true;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle value = scope.hold(original);
      if (js.isObject(original)) {
        long toJson = js.get(original, js.names().toJson);
        if (js.isCallable(toJson)) {
          value.set(vm.call(toJson, original, vm.strings().keyToString(key)));
        }
      }
      if (replacer != Values.UNDEFINED) {
        value.set(vm.call(replacer, holder, vm.strings().keyToString(key), value.get()));
      }
      return writePlain(scope, key, value);
    }
  }

  private boolean writePlain(HandleScope scope, long key, Handle held) {
    long value = held.get();
    if (js.payload(value) instanceof RawJson raw) {
      out.append(raw.text());
      js.checkStringLength(out.length());
      return true;
    }
    if (js.isObject(value)) {
      long wrapped = js.unwrapped(value);
      if (Values.isNumber(wrapped)) {
        value = vm.number(js.toNumber(value));
      } else if (Strings.isString(wrapped)) {
        value = js.toStringValue(value);
      } else if (Values.isBoolean(wrapped)) {
        value = wrapped;
      }
    }
    if (value == Values.NULL) {
      out.append("null");
    } else if (Values.isBoolean(value)) {
      out.append(value == Values.TRUE);
    } else if (Strings.isString(value)) {
      JsonText.appendQuoted(out, vm.strings().toJava(value));
    } else if (Values.isNumber(value)) {
      double number = Values.asNumber(value);
      out.append(Double.isFinite(number) ? NumberText.toString(number) : "null");
    } else if (js.isObject(value) && !js.isCallable(value)) {
      writeObject(scope, key, value);
    } else {
      return false;
    }
    js.checkStringLength(out.length());
    return true;
  }

  private void writeObject(HandleScope scope, long key, long object) {
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).object == object) {
        throw circular(i, key);
      }
    }
    stack.add(new Open(object, key));
    String outer = indent;
    indent += gap;
    builtins.enterNested();
    try {
      if (js.isArray(object)) {
        writeElements(object, outer);
      } else {
        writeProperties(scope, object, outer);
      }
    } finally {
      builtins.leaveNested();
      indent = outer;
      stack.removeLast();
    }
  }

  private void writeElements(long array, String outer) {
    long length = js.length(array);
    out.append('[');
    for (long k = 0; k < length; k++) {
      if (k > 0) {
        out.append(',');
      }
      lineBreak(indent);
      long key = replacer == Values.UNDEFINED && k <= PropertyKey.LARGEST_INDEX ? PropertyKey.ofIndex(k) : js.indexKey(k);
      if (!write(array, key, js.getIndex(array, k))) {
        out.append("null");
      }
    }
    if (length > 0) {
      lineBreak(outer);
    }
    out.append(']');
  }

  private void writeProperties(HandleScope scope, long object, String outer) {
    KeyList keys = allowed != null ? allowed : js.enumerableKeys(scope, object);
    out.append('{');
    boolean any = false;
    for (int i = 0; i < keys.size(); i++) {
      long key = keys.get(i);
      int before = out.length();
      if (any) {
        out.append(',');
      }
      lineBreak(indent);
      JsonText.appendQuoted(out, vm.strings().toJava(vm.strings().keyToString(key)));
      out.append(gap.isEmpty() ? ":" : ": ");
      if (write(object, key, js.get(object, key))) {
        any = true;
      } else {
        out.setLength(before);
      }
    }
    if (any) {
      lineBreak(outer);
    }
    out.append('}');
  }

  private void lineBreak(String indentation) {
    if (!gap.isEmpty()) {
      out.append('\n').append(indentation);
    }
  }

  /** V8's picture of the circle: its first three objects, its last, and the property that closes it. */
  private JsThrow circular(int start, long lastKey) {
    StringBuilder message = new StringBuilder("Converting circular structure to JSON\n    --> starting at object with constructor '");
    message.append(js.describe().constructorName(stack.get(start).object)).append('\'');
    int size = stack.size();
    int prefixEnd = Math.min(size, start + 3);
    int i = start + 1;
    for (; i < prefixEnd; i++) {
      appendLine(message, stack.get(i));
    }
    if (size > prefixEnd + 1) {
      message.append("\n    |     ...");
    }
    for (i = Math.max(i, size - 1); i < size; i++) {
      appendLine(message, stack.get(i));
    }
    message.append("\n    --- ").append(keyText(lastKey)).append(" closes the circle");
    return vm.typeError(message.toString());
  }

  private void appendLine(StringBuilder message, Open open) {
    message.append("\n    |     ").append(keyText(open.key)).append(" -> object with constructor '")
        .append(js.describe().constructorName(open.object)).append('\'');
  }

  private String keyText(long key) {
    return PropertyKey.isIndex(key) ? "index " + PropertyKey.index(key) : "property '" + vm.strings().describeKey(key) + "'";
  }
}
