package dev.joist.conformance.fuzz;

import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Callees;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;

/** Values as text that shows all that a program could tell apart, as far as it is not too much. Runs no code of the program. */
final class Display {
  private static final int DEEPEST = 4;
  private static final int MOST_KEYS = 24;
  private static final int LONGEST_STRING = 200;
  private static final int LONGEST = 6000;
  private static final String MORE = "...";

  private final Vm vm;
  private final StringBuilder text = new StringBuilder();

  private Display(Vm vm) {
    this.vm = vm;
  }

  static String of(Vm vm, long value) {
    Display display = new Display(vm);
    display.value(value, 0);
    return display.text.toString();
  }

  private void value(long value, int depth) {
    if (text.length() > LONGEST) {
      text.append(MORE);
    } else if (Values.isNumber(value)) {
      double number = Values.asNumber(value);
      text.append(number == 0 && 1 / number < 0 ? "-0" : vm.errors().describe(value));
    } else if (Strings.isString(value)) {
      string(vm.strings().toJava(value));
    } else if (Callees.isCallable(value)) {
      text.append("function");
    } else if (Objects.isObject(value)) {
      object(value, depth);
    } else if (value == Values.HOLE) {
      text.append("hole");
    } else {
      text.append(vm.errors().describe(value));
    }
  }

  private void string(String characters) {
    text.append('"');
    for (int i = 0; i < Math.min(characters.length(), LONGEST_STRING); i++) {
      char unit = characters.charAt(i);
      if (unit < ' ' || unit > '~') {
        text.append(String.format("\\u%04x", (int) unit));
      } else {
        text.append(unit);
      }
    }
    text.append(characters.length() > LONGEST_STRING ? MORE + characters.length() : "").append('"');
  }

  private void object(long object, int depth) {
    text.append(vm.errors().constructorName(object)).append(vm.objects().isExtensible(object) ? "{" : " fixed {");
    if (Objects.isArray(object)) {
      text.append("length ").append(Objects.arrayLength(object)).append(": ");
    }
    if (depth == DEEPEST) {
      text.append(MORE + "}");
      return;
    }
    KeyList keys = vm.objects().ownKeys(object);
    for (int i = 0; i < Math.min(keys.size(), MOST_KEYS); i++) {
      int attributes = vm.objects().ownAttributes(object, keys.get(i));
      text.append(i == 0 ? "" : ", ").append(vm.strings().describeKey(keys.get(i)));
      if (attributes == Attributes.ALL) {
        text.append(": ");
        value(vm.objects().get(object, keys.get(i)), depth + 1);
      } else {
        special(object, keys.get(i), attributes, depth);
      }
    }
    text.append(keys.size() > MOST_KEYS ? ", " + MORE : "").append("}");
  }

  private void special(long object, long key, int attributes, int depth) {
    text.append(" with attributes ").append(attributes);
    var descriptor = vm.objects().getOwnProperty(object, key);
    if (descriptor.isData()) {
      text.append(": ");
      value(descriptor.value(), depth + 1);
    }
  }
}
