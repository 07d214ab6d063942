package dev.joist.library.iterator;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.JsIterator;
import dev.joist.library.core.Natives;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;

/** Iterator.prototype's methods: those that give another iterator, and those that run to an end. */
final class IteratorMethods extends Natives {
  static final String MEMBERS = "chunks/1, drop/1, every/1, filter/1, find/1, flatMap/1, forEach/1, includes/1, map/1, reduce/1, some/1, take/1, "
      + "toArray/0, windows/1";

  private static final String PARTIAL = "allow-partial";
  private static final double LARGEST_LIMIT = 9007199254740991.0;
  private static final double LONGEST_CHUNK = 4294967295.0;

  private final IteratorHelpers helpers;

  IteratorMethods(Builtins builtins, IteratorHelpers helpers) {
    super(builtins);
    this.helpers = helpers;
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!js.isObject(a.thisValue())) {
      throw vm.typeError("Iterator.prototype." + member + " called on non-object");
    }
    try (HandleScope scope = vm.heap().openScope()) {
      if (member.equals("toArray")) {
        return toArray(JsIterator.direct(builtins, scope, a.thisValue()));
      }
      double limit = checked(scope, a, member);
      JsIterator source = JsIterator.direct(builtins, scope, a.thisValue());
      return switch (member) {
        case "map" -> helpers.create(new Adapter.Mapped(builtins, source, a.get(0)));
        case "filter" -> helpers.create(new Adapter.Filtered(builtins, source, a.get(0)));
        case "flatMap" -> helpers.create(new Adapter.FlatMapped(builtins, source, a.get(0)));
        case "take" -> helpers.create(new Adapter.Taken(builtins, source, limit));
        case "drop" -> helpers.create(new Adapter.Dropped(builtins, source, limit));
        case "chunks" -> helpers.create(new Adapter.Chunks(builtins, source, (long) limit));
        case "windows" -> helpers.create(new Adapter.Windows(builtins, source, (long) limit, a.get(1) != Values.UNDEFINED && js.describe(a.get(1)).equals(PARTIAL)));
        case "includes" -> includes(source, a.get(0), limit);
        case "reduce" -> reduce(source, a, scope);
        default -> visit(source, a, member);
      };
    }
  }

  /** Checks the arguments, a function or for some a number, which is answered. When they are wrong, the iterator is closed. */
  private double checked(HandleScope scope, Arguments a, String member) {
    try {
      switch (member) {
        case "take", "drop" -> {
          return limit(js.toNumber(a.get(0)));
        }
        case "chunks", "windows" -> {
          double length = integral(a.get(0));
          if (length < 1 || length > LONGEST_CHUNK) {
            throw vm.rangeError(js.describe(a.get(0)) + " must be between 1 and 2^32-1");
          }
          if (member.equals("windows")) {
            checkUndersized(a.get(1));
          }
          return length;
        }
        case "includes" -> {
          if (a.get(1) == Values.UNDEFINED) {
            return 0;
          }
          return limit(Values.isNumber(a.get(1)) && Double.isInfinite(Values.asNumber(a.get(1))) ? Values.asNumber(a.get(1)) : integral(a.get(1)));
        }
        default -> {
          js.requireCallable(a.get(0));
          return 0;
        }
      }
    } catch (JsThrow _) {
      throw JsIterator.unopened(builtins, scope, a.thisValue()).abort();
    }
  }

  /** A number without its fraction: 0 and more. */
  private double limit(double number) {
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    if (!(whole >= 0 && (whole <= LARGEST_LIMIT || whole == Double.POSITIVE_INFINITY))) {
      throw vm.rangeError(js.describe().number(number) + " must be positive");
    }
    return whole;
  }

  private double integral(long value) {
    if (!Values.isNumber(value) || Values.asNumber(value) != Math.rint(Values.asNumber(value)) || Double.isInfinite(Values.asNumber(value))) {
      throw vm.typeError(js.describe(value) + " is not an integral number");
    }
    return Values.asNumber(value);
  }

  private void checkUndersized(long undersized) {
    if (undersized != Values.UNDEFINED
        && !(Strings.isString(undersized) && (js.describe(undersized).equals(PARTIAL) || js.describe(undersized).equals("only-full")))) {
      throw vm.typeError("undersized must be \"only-full\" or \"allow-partial\"");
    }
  }

  private long toArray(JsIterator source) {
    try (RootedValues values = builtins.rootedValues()) {
      while (source.step()) {
        values.add(source.value());
      }
      return values.toArray();
    }
  }

  /** forEach, and those that end when the function says so. */
  private long visit(JsIterator source, Arguments a, String member) {
    for (long i = 0; source.step(); i++) {
      boolean answer;
      try {
        answer = js.toBoolean(vm.call(a.get(0), Values.UNDEFINED, source.value(), vm.number(i)));
      } catch (JsThrow _) {
        throw source.abort();
      }
      boolean ends = switch (member) {
        case "some", "find" -> answer;
        case "every" -> !answer;
        case "forEach" -> false;
        default -> throw unknown(member);
      };
      if (ends) {
        source.close();
        return member.equals("find") ? source.value() : Values.bool(answer);
      }
    }
    return member.equals("some") ? Values.FALSE : member.equals("every") ? Values.TRUE : Values.UNDEFINED;
  }

  private long includes(JsIterator source, long wanted, double skipped) {
    for (double i = 0; source.step(); i++) {
      if (i >= skipped && js.sameValueZero(source.value(), wanted)) {
        source.close();
        return Values.TRUE;
      }
    }
    return Values.FALSE;
  }

  private long reduce(JsIterator source, Arguments a, HandleScope scope) {
    Handle accumulator = scope.hold(a.get(1));
    long count = 0;
    if (a.count() < 2) {
      if (!source.step()) {
        throw vm.typeError("Reduce of a done iterator with no initial value");
      }
      accumulator.set(source.value());
      count = 1;
    }
    for (; source.step(); count++) {
      try {
        accumulator.set(vm.call(a.get(0), Values.UNDEFINED, accumulator.get(), source.value(), vm.number(count)));
      } catch (JsThrow _) {
        throw source.abort();
      }
    }
    return accumulator.get();
  }
}
