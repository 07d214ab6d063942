package dev.joist.library.regexp;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** What RegExp.prototype has under symbols: the other half of String.prototype's match, matchAll, search and split; replace is {@link RegExpReplace}. */
final class RegExpSymbols extends Natives {
  static final String MEMBERS = "@@match/1, @@matchAll/1, @@replace/2, @@search/1, @@split/2";
  private static final long MOST_PARTS = 0xFFFF_FFFFL;

  private final RegExpExecution execution;
  private final RegExpReplace replace;
  private RegExpStringIterators iterators;

  RegExpSymbols(Builtins builtins, RegExpExecution execution) {
    super(builtins);
    this.execution = execution;
    this.replace = new RegExpReplace(builtins, execution);
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!js.isObject(a.thisValue())) {
      throw js.describe().incompatible("RegExp.prototype." + member, a.thisValue());
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle string = scope.hold(js.toStringValue(a.get(0)));
      return switch (member) {
        case "@@match" -> match(a.thisValue(), string);
        case "@@matchAll" -> matchAll(scope, a.thisValue(), string);
        case "@@replace" -> replace.replace(scope, a.thisValue(), string, a.get(1));
        case "@@search" -> search(scope, a.thisValue(), string);
        case "@@split" -> split(scope, a.thisValue(), string, a.get(1));
        default -> throw unknown(member);
      };
    }
  }

  private long match(long object, Handle string) {
    String flags = js.toText(js.get(object, execution.flags));
    if (flags.indexOf('g') < 0) {
      return execution.exec(object, string.get());
    }
    boolean byCodePoints = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
    execution.setLastIndex(object, 0);
    try (RootedValues found = builtins.rootedValues()) {
      boolean pristine = execution.isPristine(object);
      while (true) {
        long matched;
        if (pristine) {
          int[] positions = execution.find(object, (RegExpValue) js.payload(object), string.get());
          matched = positions == null ? Values.NULL : execution.capture(positions, 0, string.get());
        } else {
          long result = execution.exec(object, string.get());
          matched = result == Values.NULL ? Values.NULL : js.toStringValue(js.getIndex(result, 0));
        }
        if (matched == Values.NULL) {
          return found.size() == 0 ? Values.NULL : found.toArray();
        }
        found.add(matched);
        if (vm.strings().length(matched) == 0) {
          execution.advanceLastIndex(object, string.get(), byCodePoints);
        }
      }
    }
  }

  private long matchAll(HandleScope scope, long object, Handle string) {
    Handle constructor = scope.hold(js.speciesConstructor(object, builtins.global("RegExp")));
    Handle flags = scope.hold(js.toStringValue(js.get(object, execution.flags)));
    Handle matcher = scope.hold(vm.construct(constructor.get(), constructor.get(), object, flags.get()));
    execution.setLastIndex(matcher.get(), js.toLength(js.get(object, execution.lastIndex)));
    String letters = vm.strings().toJava(flags.get());
    if (iterators == null) {
      iterators = new RegExpStringIterators(builtins, execution);
    }
    return iterators.create(matcher.get(), string.get(), letters.indexOf('g') >= 0, letters.indexOf('u') >= 0 || letters.indexOf('v') >= 0);
  }

  private long search(HandleScope scope, long object, Handle string) {
    Handle before = scope.hold(js.get(object, execution.lastIndex));
    if (!js.sameValue(before.get(), Values.int32(0))) {
      execution.setLastIndex(object, 0);
    }
    long result = scope.hold(execution.exec(object, string.get())).get();
    if (!js.sameValue(js.get(object, execution.lastIndex), before.get())) {
      js.set(object, execution.lastIndex, before.get());
    }
    return result == Values.NULL ? Values.int32(-1) : js.get(result, vm.strings().key("index"));
  }

  private long split(HandleScope scope, long object, Handle string, long limitValue) {
    Handle constructor = scope.hold(js.speciesConstructor(object, builtins.global("RegExp")));
    String flags = js.toText(js.get(object, execution.flags));
    boolean byCodePoints = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
    if (constructor.get() == builtins.global("RegExp") && execution.isPristine(object)) {
      long limit = limit(limitValue);
      return splitPristine((RegExpValue) js.payload(object), string.get(), limit, byCodePoints);
    }
    Handle newFlags = scope.hold(vm.strings().fromJava(flags.indexOf('y') >= 0 ? flags : flags + "y"));
    Handle splitter = scope.hold(vm.construct(constructor.get(), constructor.get(), object, newFlags.get()));
    return splitBy(splitter, string, limit(limitValue), byCodePoints);
  }

  private long limit(long value) {
    return value == Values.UNDEFINED ? MOST_PARTS : Integer.toUnsignedLong(js.toInt32(value));
  }

  private long splitPristine(RegExpValue value, long string, long limit, boolean byCodePoints) {
    String text = execution.text(string);
    try (RootedValues parts = builtins.rootedValues()) {
      if (limit == 0) {
        return parts.toArray();
      }
      RegExpValue splitter = withoutSticky(value);
      if (text.isEmpty()) {
        if (execution.search(value, text, 0) == null) {
          parts.add(string);
        }
        return parts.toArray();
      }
      int start = 0;
      int from = 0;
      while (from < text.length()) {
        int[] found = execution.search(splitter, text, from);
        if (found == null || found[0] >= text.length()) {
          break;
        }
        if (found[1] == start || found[1] == found[0] && found[1] == from && found[0] == start) {
          from = (int) execution.advance(string, Math.max(from, found[0]), byCodePoints);
          continue;
        }
        parts.add(vm.strings().substring(string, start, found[0]));
        for (int group = 1; group < found.length / 2 && parts.size() < limit; group++) {
          parts.add(execution.capture(found, group, string));
        }
        if (parts.size() >= limit) {
          return parts.toArray();
        }
        start = found[1];
        from = found[1] == found[0] ? (int) execution.advance(string, found[1], byCodePoints) : found[1];
      }
      parts.add(vm.strings().substring(string, start, text.length()));
      return parts.toArray();
    }
  }

  /** Splitting looks for the next place, whether or not the expression is sticky. */
  private static RegExpValue withoutSticky(RegExpValue value) {
    if (!value.flags().has('y')) {
      return value;
    }
    RegExpProgram program = value.program();
    return new RegExpValue(new RegExpProgram(program.code(), program.sets(), program.references(), program.groups(), program.registers(),
        new Flags(program.flags().text().replace("y", "")), program.names(), program.first()), value.source());
  }

  private long splitBy(Handle splitter, Handle string, long limit, boolean byCodePoints) {
    int size = vm.strings().length(string.get());
    try (RootedValues parts = builtins.rootedValues()) {
      if (limit == 0) {
        return parts.toArray();
      }
      if (size == 0) {
        if (execution.exec(splitter.get(), string.get()) == Values.NULL) {
          parts.add(string.get());
        }
        return parts.toArray();
      }
      long start = 0;
      long at = 0;
      while (at < size) {
        execution.setLastIndex(splitter.get(), at);
        long result = execution.exec(splitter.get(), string.get());
        try (HandleScope scope = vm.heap().openScope()) {
          Handle held = scope.hold(result);
          long end = result == Values.NULL ? start : Math.min(js.toLength(js.get(splitter.get(), execution.lastIndex)), size);
          if (end == start) {
            at = execution.advance(string.get(), at, byCodePoints);
            continue;
          }
          parts.add(vm.strings().substring(string.get(), (int) start, (int) at));
          long groups = js.length(held.get());
          for (long group = 1; group < groups && parts.size() < limit; group++) {
            parts.add(js.getIndex(held.get(), group));
          }
          if (parts.size() >= limit) {
            return parts.toArray();
          }
          start = end;
          at = end;
        }
      }
      parts.add(vm.strings().substring(string.get(), (int) start, size));
      return parts.toArray();
    }
  }
}
