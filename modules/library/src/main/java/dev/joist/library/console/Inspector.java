package dev.joist.library.console;

import dev.joist.library.console.InspectLayout.ArrayEntries;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.object.PropertyDescriptor;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as text for people, as node's util.inspect writes them. One inspector is for one value. */
public final class Inspector {
  private static final int MOST_ELEMENTS = 100;
  private static final int LONGEST_STRING = 10_000;
  private static final int SHORTEST_SPLIT = 16;

  final Builtins builtins;
  final Vm vm;
  final Js js;
  final InspectOptions options;
  private final InspectKinds kinds;
  /** Objects being written, outermost first. */
  private final List<Long> open = new ArrayList<>();
  /** Objects that refer to themselves, with their numbers. */
  private final Map<Long, Integer> circular = new HashMap<>();
  int indentation;
  /** The level of the object that was begun last. */
  private int lastLevel;

  Inspector(Builtins builtins, InspectOptions options) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.options = options;
    this.kinds = new InspectKinds(this);
  }

  /** The text of a value that the caller keeps alive. */
  public static String inspect(Builtins builtins, long value, InspectOptions options) {
    return new Inspector(builtins, options).format(value, 0);
  }

  /** @param level how many objects are around the value */
  String format(long value, int level) {
    if (!js.isObject(value)) {
      return primitive(value);
    }
    if (open.contains(value)) {
      int number = circular.computeIfAbsent(value, _ -> circular.size() + 1);
      return "[Circular *" + number + "]";
    }
    builtins.enterNested();
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(value);
      return object(scope, object.get(), level);
    } finally {
      builtins.leaveNested();
    }
  }

  String primitive(long value) {
    if (Strings.isString(value)) {
      return string(vm.strings().toJava(value));
    }
    if (Values.isNumber(value)) {
      return number(Values.asNumber(value));
    }
    if (PropertyKey.isSymbol(value)) {
      return vm.strings().describeKey(value);
    }
    return js.toText(value);
  }

  static String number(double number) {
    return number == 0 && 1 / number < 0 ? "-0" : NumberText.toString(number);
  }

  private String string(String whole) {
    String text = whole;
    String trailer = "";
    if (text.length() > LONGEST_STRING) {
      int more = text.length() - LONGEST_STRING;
      text = text.substring(0, LONGEST_STRING);
      trailer = "... " + more + " more character" + (more > 1 ? "s" : "");
    }
    boolean split = text.length() > SHORTEST_SPLIT && text.length() > InspectLayout.BREAK_LENGTH - indentation - 4;
    if (!split || text.indexOf('\n') < 0) {
      return Quoting.quote(text) + trailer;
    }
    StringBuilder out = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      if (start > 0) {
        out.append(" +\n").append(" ".repeat(indentation + 2));
      }
      out.append(Quoting.quote(text.substring(start, end)));
      start = end;
    }
    return out + trailer;
  }

  private String object(HandleScope scope, long object, int level) {
    InspectKinds.Kind kind = kinds.of(scope, object);
    KeyList keys = visibleKeys(scope, object, kind);
    if (keys.size() == 0 && kind.alone() != null) {
      return kind.alone();
    }
    if (options.isTooDeep(level)) {
      return "[" + kind.name() + "]";
    }
    open.add(object);
    lastLevel = level + 1;
    List<String> entries = kind.entries().list(level + 1);
    for (int i = 0; i < keys.size(); i++) {
      entries.add(property(object, keys.get(i), level + 1));
    }
    String base = kind.base();
    Integer number = circular.get(object);
    if (number != null) {
      base = "<ref *" + number + ">" + (base.isEmpty() ? "" : " " + base);
    }
    open.removeLast();
    ArrayEntries array = kind.array() == null ? null : new ArrayEntries(kind.array().numeric(), kind.array().more());
    return InspectLayout.layout(new InspectLayout.Parts(entries, base, kind.open(), kind.close(), indentation, lastLevel - (level + 1), array));
  }

  private KeyList visibleKeys(HandleScope scope, long object, InspectKinds.Kind kind) {
    KeyList all = js.ownKeys(scope, object);
    KeyList visible = js.keyList(scope);
    for (int i = 0; i < all.size(); i++) {
      long key = all.get(i);
      boolean element = kind.hidesElements() && PropertyKey.isIndex(key);
      if (!element && !kind.hides(key) && (options.showHidden() || js.isOwnEnumerable(object, key))) {
        visible.add(key);
      }
    }
    for (long key : kind.added()) {
      if (!visible.contains(key)) {
        visible.add(key);
      }
    }
    return visible;
  }

  private String property(long object, long key, int level) {
    PropertyDescriptor descriptor = js.getOwnProperty(object, key);
    boolean enumerable = descriptor == null || descriptor.attribute(Attributes.ENUMERABLE);
    String name;
    if (PropertyKey.isSymbol(key)) {
      name = "[" + vm.strings().describeKey(key) + "]";
    } else {
      String text = vm.strings().describeKey(key);
      name = enumerable ? Quoting.name(text) : "[" + text + "]";
    }
    return name + ": " + propertyValue(object, key, descriptor, level);
  }

  String propertyValue(long object, long key, PropertyDescriptor descriptor, int level) {
    if (descriptor != null && descriptor.isAccessor()) {
      boolean getter = descriptor.getter() != Values.UNDEFINED;
      boolean setter = descriptor.setter() != Values.UNDEFINED;
      return getter && setter ? "[Getter/Setter]" : getter ? "[Getter]" : setter ? "[Setter]" : "undefined";
    }
    return indented(descriptor == null ? js.get(object, key) : descriptor.value(), level);
  }

  /** A value within another. */
  String indented(long value, int level) {
    indentation += 2;
    String text = format(value, level);
    indentation -= 2;
    return text;
  }

  /** Array elements, with holes counted. */
  List<String> elements(long array, long length, int level) {
    List<String> entries = new ArrayList<>();
    long index = 0;
    while (index < length && entries.size() < MOST_ELEMENTS) {
      long hole = index;
      while (hole < length && !js.hasOwn(array, js.indexKey(hole))) {
        hole++;
      }
      if (hole > index) {
        entries.add("<" + (hole - index) + " empty item" + (hole - index > 1 ? "s" : "") + ">");
        index = hole;
      } else {
        long key = js.indexKey(index);
        entries.add(propertyValue(array, key, js.getOwnProperty(array, key), level));
        index++;
      }
    }
    addMore(entries, length - index);
    return entries;
  }

  static void addMore(List<String> entries, long more) {
    if (more > 0) {
      entries.add("... " + more + " more item" + (more > 1 ? "s" : ""));
    }
  }

  static int mostElements() {
    return MOST_ELEMENTS;
  }
}
