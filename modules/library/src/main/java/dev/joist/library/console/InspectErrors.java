package dev.joist.library.console;

import dev.joist.library.core.Js;
import dev.joist.library.error.ErrorBuiltins;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors: their stack, or what they are in brackets when there is none, and the properties that the stack does not show. */
final class InspectErrors {
  private static final String FRAME = "\n    at";
  private static final Pattern HEADING = Pattern.compile("^([A-Z][a-z_ A-Z0-9\\[\\]()-]+)(?::|\\n\\s+at)|^([a-z_A-Z0-9-]*Error)$");

  private final Inspector inspector;
  private final InspectNames names;
  private final Vm vm;
  private final Js js;

  InspectErrors(Inspector inspector, InspectNames names) {
    this.inspector = inspector;
    this.names = names;
    this.vm = inspector.vm;
    this.js = inspector.js;
  }

  InspectKinds.Kind kind(long error, String constructor, String tag) {
    long name = js.get(error, js.names().name);
    String nameText = Values.isNullish(name) ? "Error" : js.toText(name);
    String message = textOf(error, js.names().message);
    long stackValue = js.get(error, js.names().stack);
    String stack = js.toBoolean(stackValue) ? js.toText(stackValue) : ErrorBuiltins.text(js, error);
    List<Long> hidden = new ArrayList<>();
    for (long key : new long[] {js.names().name, js.names().message, js.names().stack}) {
      if (stack.contains(textOf(error, key))) {
        hidden.add(key);
      }
    }
    List<Long> added = new ArrayList<>();
    if (js.has(error, js.names().cause)) {
      added.add(js.names().cause);
    }
    long errors = vm.strings().key("errors");
    if (js.isArray(js.get(error, errors))) {
      added.add(errors);
    }
    String text = improved(stack, constructor, nameText, tag);
    int messageAt = message.isEmpty() ? -1 : text.indexOf(message);
    if (text.indexOf(FRAME, messageAt < 0 ? 0 : messageAt + message.length()) < 0) {
      text = "[" + text + "]";
    }
    if (inspector.indentation > 0) {
      text = text.replace("\n", "\n" + " ".repeat(inspector.indentation));
    }
    return new InspectKinds.Kind(text, text, "{", "}", constructor == null ? "Error" : constructor, InspectKinds.Entries.NONE, null, hidden, added);
  }

  private String textOf(long error, long key) {
    long value = js.get(error, key);
    return Strings.isString(value) ? vm.strings().toJava(value) : "";
  }

  /** The class' name goes into the first line where only the error's name stands. */
  private String improved(String stack, String constructor, String name, String tag) {
    int length = name.length();
    boolean onlyName = name.endsWith("Error") && stack.startsWith(name)
        && (stack.length() == length || stack.charAt(length) == ':' || stack.charAt(length) == '\n');
    if (constructor != null && !onlyName) {
      return stack;
    }
    String fallback = "Error";
    if (constructor == null) {
      Matcher start = HEADING.matcher(stack);
      String heading = start.find() ? start.group().replaceFirst("(?::|\\n\\s+at)$", "") : "";
      length = heading.length();
      fallback = heading.isEmpty() ? fallback : heading;
    }
    String prefix = names.prefix(constructor, tag, fallback, "").stripTrailing();
    if (name.equals(prefix)) {
      return stack;
    }
    if (!prefix.contains(name)) {
      return prefix + " [" + name + "]" + stack.substring(length);
    }
    return length == 0 ? prefix + ": " + stack : prefix + stack.substring(length);
  }
}
