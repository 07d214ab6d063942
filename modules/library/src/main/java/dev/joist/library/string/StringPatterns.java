package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.library.core.Tagged;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.spi.value.Values;

/**
 * String.prototype's methods that take patterns: strings, or objects that bring what is done with them, under Symbol.replace and its like, as
 * regular expressions do.
 */
final class StringPatterns extends Natives {
  static final String MEMBERS = "match/1, matchAll/1, replace/2, replaceAll/2, search/1, split/2";

  StringPatterns(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "split" -> MachineNative.STRING_SPLIT;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    if (Values.isNullish(a.thisValue())) {
      throw vm.typeError("String.prototype." + member + " called on null or undefined");
    }
    long symbol = symbol(member);
    if (js.isObject(a.get(0))) {
      if (member.endsWith("All")) {
        requireGlobal(a.get(0), member);
      }
      long method = js.getMethod(a.get(0), symbol);
      if (method != Values.UNDEFINED) {
        return switch (member) {
          case "match", "matchAll", "search" -> vm.call(method, a.get(0), a.thisValue());
          default -> vm.call(method, a.get(0), a.thisValue(), a.get(1));
        };
      }
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle self = scope.hold(js.toStringValue(a.thisValue()));
      return switch (member) {
        case "replace" -> replace(self, a, false);
        case "replaceAll" -> replace(self, a, true);
        case "split" -> split(self, a);
        case "match", "matchAll", "search" -> byRegExp(self, a.get(0), member);
        default -> throw unknown(member);
      };
    }
  }

  private long symbol(String member) {
    return switch (member) {
      case "match" -> builtins.symbols().match();
      case "matchAll" -> builtins.symbols().matchAll();
      case "search" -> builtins.symbols().search();
      case "split" -> builtins.symbols().split();
      default -> builtins.symbols().replace();
    };
  }

  /** TypeError when a regular expression would find one match only where all are wanted. */
  private void requireGlobal(long pattern, String member) {
    long matcher = js.get(pattern, builtins.symbols().match());
    boolean isRegExp = matcher == Values.UNDEFINED ? js.payload(pattern) instanceof Tagged tagged && tagged.tag().equals("RegExp") : js.toBoolean(matcher);
    if (!isRegExp) {
      return;
    }
    long flags = js.get(pattern, vm.strings().key("flags"));
    if (Values.isNullish(flags)) {
      throw vm.typeError("The .flags property of the argument to String.prototype." + member + " cannot be null or undefined");
    }
    if (js.toText(flags).indexOf('g') < 0) {
      throw vm.typeError("String.prototype." + member + " called with a non-global RegExp argument");
    }
  }

  /** What is no object becomes a regular expression. */
  private long byRegExp(Handle self, long pattern, String member) {
    long constructor = builtins.global("RegExp");
    long flags = member.equals("matchAll") ? vm.strings().fromJava("g") : Values.UNDEFINED;
    try (HandleScope scope = vm.heap().openScope()) {
      Handle regExp = scope.hold(vm.construct(constructor, constructor, pattern, flags));
      return vm.call(js.get(regExp.get(), symbol(member)), regExp.get(), self.get());
    }
  }

  private long replace(Handle self, Arguments a, boolean all) {
    String pattern = js.toText(a.get(0));
    boolean calls = js.isCallable(a.get(1));
    String template = calls ? null : js.toText(a.get(1));
    String text = vm.strings().toJava(self.get());
    int position = text.indexOf(pattern);
    if (position < 0) {
      return self.get();
    }
    StringBuilder out = new StringBuilder();
    int end = 0;
    while (position >= 0) {
      out.append(text, end, position);
      if (calls) {
        long matched = vm.strings().fromJava(pattern);
        out.append(js.toText(vm.call(a.get(1), Values.UNDEFINED, matched, Values.int32(position), self.get())));
      } else {
        expand(out, template, text, position, pattern.length());
      }
      js.checkStringLength(out.length());
      end = position + pattern.length();
      int next = position + Math.max(1, pattern.length());
      position = all && next <= text.length() ? text.indexOf(pattern, next) : -1;
    }
    return vm.strings().fromJava(out.append(text, end, text.length()).toString());
  }

  /** GetSubstitution without captures. */
  private static void expand(StringBuilder out, String template, String text, int position, int length) {
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      char next = c == '$' && i + 1 < template.length() ? template.charAt(i + 1) : ' ';
      switch (next) {
        case '$' -> out.append('$');
        case '&' -> out.append(text, position, position + length);
        case '`' -> out.append(text, 0, position);
        case '\'' -> out.append(text, position + length, text.length());
        default -> {
          out.append(c);
          continue;
        }
      }
      i++;
    }
  }

  private long split(Handle self, Arguments a) {
    long limit = a.get(1) == Values.UNDEFINED ? 0xFFFF_FFFFL : Integer.toUnsignedLong(js.toInt32(a.get(1)));
    try (HandleScope scope = vm.heap().openScope(); RootedValues parts = builtins.rootedValues()) {
      Handle separator = scope.hold(js.toStringValue(a.get(0)));
      if (limit == 0) {
        return js.newArray(0);
      }
      if (a.get(0) == Values.UNDEFINED) {
        return single(self.get());
      }
      if (vm.strings().length(separator.get()) == 0) {
        addUnits(self.get(), Math.min(limit, vm.strings().length(self.get())), parts);
      } else {
        addParts(self.get(), separator.get(), limit, parts);
      }
      return parts.toArray();
    }
  }

  private void addUnits(long text, long count, RootedValues parts) {
    for (int i = 0; i < count; i++) {
      parts.add(vm.strings().ofChar(vm.strings().charAt(text, i)));
    }
  }

  /** What lies between the separators, as far as the limit goes. */
  private void addParts(long text, long separator, long limit, RootedValues parts) {
    int start = 0;
    for (int at = vm.strings().indexOf(text, separator, 0); at >= 0; at = vm.strings().indexOf(text, separator, start)) {
      parts.add(vm.strings().substring(text, start, at));
      if (parts.size() >= limit) {
        return;
      }
      start = at + vm.strings().length(separator);
    }
    parts.add(vm.strings().substring(text, start, vm.strings().length(text)));
  }

  private long single(long value) {
    long array = js.newArray(1);
    js.createIndex(array, 0, value);
    return array;
  }
}
