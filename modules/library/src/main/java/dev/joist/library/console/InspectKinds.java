package dev.joist.library.console;

import dev.joist.library.collection.MapBuiltins;
import dev.joist.library.collection.SetBuiltins;
import dev.joist.library.collection.ValueTable;
import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Js;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;
import java.util.ArrayList;
import java.util.List;

/** What each kind of object shows besides its properties. */
final class InspectKinds {
  private final Inspector inspector;
  private final Vm vm;
  private final Js js;
  private final InspectNames names;

  InspectKinds(Inspector inspector) {
    this.inspector = inspector;
    this.vm = inspector.vm;
    this.js = inspector.js;
    this.names = new InspectNames(inspector.builtins);
  }

  /** The entries that are no properties. */
  @FunctionalInterface
  interface Entries {
    Entries NONE = _ -> new ArrayList<>();

    List<String> list(int level);
  }

  /** An array's: whether all are numbers, whether the last says that there are more. */
  record ArrayTraits(boolean numeric, boolean more) {}

  /**
   * One object's.
   *
   * @param alone the whole text when no property is visible; null when there are entries all the same
   * @param base what stands before the braces, may be empty
   * @param name what stands for the object where it is too deep
   * @param array null when the entries are no array's
   * @param hidden properties that are not shown
   * @param added properties that are shown though not enumerable
   */
  record Kind(String alone, String base, String open, String close, String name, Entries entries, ArrayTraits array, List<Long> hidden, List<Long> added) {
    boolean hidesElements() {
      return array != null || entries instanceof WrappedString;
    }

    boolean hides(long key) {
      return hidden.contains(key);
    }
  }

  private static Kind braces(String alone, String base, String prefix, String name, Entries entries) {
    return new Kind(alone, base, prefix + "{", "}", name, entries, null, List.of(), List.of());
  }

  /** The marker of a String object, whose characters are no entries. */
  private record WrappedString() implements Entries {
    @Override
    public List<String> list(int level) {
      return new ArrayList<>();
    }
  }

  Kind of(HandleScope scope, long object) {
    String constructor = names.constructorName(object);
    String tag = names.tag(object, constructor);
    if (js.isArray(object)) {
      return array(object, constructor, tag);
    }
    if (js.isCallable(object)) {
      String base = names.functionBase(object, constructor, tag);
      return braces(base, base, "", shortName(names.prefix(constructor, tag, "Function", "")), Entries.NONE);
    }
    if (Objects.kind(object) == CellKind.ERROR) {
      return new InspectErrors(inspector, names).kind(object, constructor, tag);
    }
    if (Objects.kind(object) == CellKind.ARGUMENTS) {
      return braces("[Arguments] {}", "", "[Arguments] ", "Arguments", Entries.NONE);
    }
    Object payload = js.payload(object);
    ValueTable map = MapBuiltins.contentOf(payload);
    if (map != null) {
      String prefix = names.prefix(constructor, tag, "Map", "(" + map.size() + ")");
      return braces(map.size() == 0 ? prefix + "{}" : null, "", prefix, shortName(names.prefix(constructor, tag, "Map", "")), level -> mapEntries(map, level));
    }
    ValueTable set = SetBuiltins.contentOf(payload);
    if (set != null) {
      String prefix = names.prefix(constructor, tag, "Set", "(" + set.size() + ")");
      return braces(set.size() == 0 ? prefix + "{}" : null, "", prefix, shortName(names.prefix(constructor, tag, "Set", "")), level -> setEntries(set, level));
    }
    if (payload instanceof Inspectable inspectable) {
      return inspectable(inspectable, object, constructor, tag);
    }
    long wrapped = js.unwrapped(object);
    if (wrapped != object) {
      return wrapper(wrapped, constructor, tag);
    }
    return plain(constructor, tag);
  }

  private static String shortName(String prefix) {
    return prefix.substring(0, prefix.length() - 1);
  }

  private Kind plain(String constructor, String tag) {
    boolean ordinary = "Object".equals(constructor) && tag.isEmpty();
    String prefix = ordinary ? "" : names.prefix(constructor, tag, "Object", "");
    return braces(prefix + "{}", "", prefix, ordinary ? "Object" : shortName(prefix), Entries.NONE);
  }

  private Kind array(long object, String constructor, String tag) {
    long length = js.length(object);
    boolean ordinary = "Array".equals(constructor) && tag.isEmpty();
    String prefix = ordinary ? "" : names.prefix(constructor, tag, "Array", "(" + length + ")");
    return elements(object, prefix + "[", shortName(names.prefix(constructor, tag, "Array", "")));
  }

  private Kind elements(long object, String open, String name) {
    long length = js.length(object);
    boolean numeric = true;
    long looked = Math.min(length, Inspector.mostElements() + 1L);
    for (long k = 0; k < looked && numeric; k++) {
      numeric = Values.isNumber(js.ownDataElement(object, k));
    }
    boolean more = inspectsMore(object, length);
    return new Kind(length == 0 ? open + "]" : null, "", open, "]", name, level -> inspector.elements(object, length, level),
        new ArrayTraits(numeric, more), List.of(), List.of());
  }

  private boolean inspectsMore(long object, long length) {
    if (length <= Inspector.mostElements()) {
      return false;
    }
    int entries = 0;
    long index = 0;
    while (index < length && entries < Inspector.mostElements()) {
      long start = index;
      while (index < length && !js.hasOwn(object, js.indexKey(index))) {
        index++;
      }
      entries++;
      if (index == start) {
        index++;
      }
    }
    return index < length;
  }

  private List<String> mapEntries(ValueTable map, int level) {
    List<String> entries = new ArrayList<>();
    ValueTable.Cursor cursor = map.cursor();
    inspector.indentation += 2;
    while (entries.size() < Inspector.mostElements() && cursor.advance()) {
      long key = cursor.key();
      long value = cursor.value();
      entries.add(inspector.format(key, level) + " => " + inspector.format(value, level));
    }
    inspector.indentation -= 2;
    Inspector.addMore(entries, map.size() - entries.size());
    return entries;
  }

  private List<String> setEntries(ValueTable set, int level) {
    List<String> entries = new ArrayList<>();
    ValueTable.Cursor cursor = set.cursor();
    while (entries.size() < Inspector.mostElements() && cursor.advance()) {
      entries.add(inspector.indented(cursor.key(), level));
    }
    Inspector.addMore(entries, set.size() - entries.size());
    return entries;
  }

  private Kind wrapper(long wrapped, String constructor, String tag) {
    String type = Strings.isString(wrapped) ? "String" : Values.isNumber(wrapped) ? "Number" : Values.isBoolean(wrapped) ? "Boolean" : "Symbol";
    String subclass = type.equals(constructor) ? "" : constructor == null ? " (null prototype)" : " (" + constructor + ")";
    String text = "[" + type + subclass + ": " + new Inspector(inspector.builtins, inspector.options).primitive(wrapped) + "]";
    String base = tag.isEmpty() || tag.equals(constructor) ? text : text + " [" + tag + "]";
    return braces(base, base, "", type, type.equals("String") ? new WrappedString() : Entries.NONE);
  }

  private Kind inspectable(Inspectable inspectable, long object, String constructor, String tag) {
    Inspectable.Shown shown = inspectable.show(object);
    if (shown.base() != null) {
      String prefix = shown.type().equals(constructor) ? "" : names.prefix(constructor, tag, shown.type(), "");
      return braces(prefix + shown.base(), prefix + shown.base(), "", shown.type(), Entries.NONE);
    }
    String prefix = shown.bareTag() ? "[" + shown.size() + "] " : names.prefix(constructor, tag, shown.type(), shown.size());
    if (shown.elements()) {
      boolean more = shown.values().size() < shown.count();
      return new Kind(shown.count() == 0 ? prefix + "[]" : null, "", prefix + "[", "]", shortName(names.prefix(constructor, tag, shown.type(), "")),
          level -> values(shown, level), new ArrayTraits(true, more), List.of(), List.of());
    }
    boolean empty = shown.values().isEmpty() && shown.texts().isEmpty();
    return braces(empty ? prefix + "{}" : null, "", prefix, shortName(prefix), level -> values(shown, level));
  }

  private List<String> values(Inspectable.Shown shown, int level) {
    List<String> entries = new ArrayList<>(shown.texts());
    if (shown.pairs()) {
      for (int i = 0; i < shown.values().size(); i += 2) {
        List<String> pair = new ArrayList<>();
        pair.add(inspector.indented(shown.values().get(i).value(), level));
        pair.add(inspector.indented(shown.values().get(i + 1).value(), level));
        entries.add(InspectLayout.layout(new InspectLayout.Parts(pair, "", "[", "]", inspector.indentation, 0, null)));
      }
      return entries;
    }
    for (Inspectable.Labelled value : shown.values()) {
      String text = inspector.indented(value.value(), level);
      entries.add(value.label().isEmpty() || value.label().endsWith(" ") ? value.label() + text : value.label() + ": " + text);
    }
    if (shown.elements()) {
      Inspector.addMore(entries, shown.count() - shown.values().size());
    }
    return entries;
  }}
