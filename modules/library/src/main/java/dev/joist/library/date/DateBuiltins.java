package dev.joist.library.date;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.PreferredType;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The Date constructor; puts Date.prototype together. */
public final class DateBuiltins extends Natives {
  private static final String MEMBERS = "now/0, parse/1, UTC/7";
  private static final int FIELDS = 7;

  private final Root prototype;

  private DateBuiltins(Builtins builtins) {
    super(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
  }

  /** Makes the constructor and its prototype. */
  public static long define(Builtins builtins) {
    DateBuiltins date = new DateBuiltins(builtins);
    long prototype = date.prototype.get();
    long constructor = builtins.define().constructor("Date", 7, date, prototype);
    builtins.define().members(constructor, MEMBERS, date);
    builtins.define().members(prototype, DateTextMethods.MEMBERS, new DateTextMethods(builtins));
    builtins.define().members(prototype, DateGetters.MEMBERS, new DateGetters(builtins));
    builtins.define().members(prototype, DateSetters.MEMBERS, new DateSetters(builtins));
    builtins.define().method(prototype, builtins.symbols().toPrimitive(), "@@toPrimitive", 1, date, "c");
    return constructor;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "Date" -> construct(a);
      case "now" -> vm.number(System.currentTimeMillis());
      case "parse" -> vm.number(DateParser.parse(js.toText(a.get(0))));
      case "UTC" -> vm.number(DateMath.timeClip(fields(a)));
      case "@@toPrimitive" -> toPrimitive(a);
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    if (!a.isConstruct()) {
      return vm.strings().fromJava(DateText.full(System.currentTimeMillis()));
    }
    double time = switch (a.count()) {
      case 0 -> System.currentTimeMillis();
      case 1 -> fromValue(a.get(0));
      default -> DateMath.timeClip(DateMath.utc(fields(a)));
    };
    return js.newHost(js.prototypeFor(a, prototype.get()), new TimeValue(time));
  }

  private double fromValue(long value) {
    if (js.payload(value) instanceof TimeValue other) {
      return other.time();
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle primitive = scope.hold(Conversions.toPrimitive(vm, value, PreferredType.DEFAULT));
      return Strings.isString(primitive.get()) ? DateParser.parse(js.toText(primitive.get())) : DateMath.timeClip(js.toNumber(primitive.get()));
    }
  }

  /** The time of year, month, day, hours, minutes, seconds and milliseconds, the last five optional; not clipped. */
  private double fields(Arguments a) {
    double[] fields = {Double.NaN, 0, 1, 0, 0, 0, 0};
    for (int i = 0; i < FIELDS && i < a.count(); i++) {
      fields[i] = js.toNumber(a.get(i));
    }
    double year = Double.isNaN(fields[0]) ? Double.NaN : DateMath.makeFullYear(fields[0]);
    return DateMath.makeDate(DateMath.makeDay(year, fields[1], fields[2]), DateMath.makeTime(fields[3], fields[4], fields[5], fields[6]));
  }

  private long toPrimitive(Arguments a) {
    if (!js.isObject(a.thisValue())) {
      throw vm.typeError("Date.prototype[Symbol.toPrimitive] called on non-object");
    }
    String hint = Strings.isString(a.get(0)) ? js.toText(a.get(0)) : "";
    boolean stringFirst = switch (hint) {
      case "string", "default" -> true;
      case "number" -> false;
      default -> throw vm.typeError("Invalid hint: " + js.describe(a.get(0)));
    };
    for (int attempt = 0; attempt < 2; attempt++) {
      long method = js.get(a.thisValue(), stringFirst == (attempt == 0) ? js.names().toString : js.names().valueOf);
      if (js.isCallable(method)) {
        long result = vm.call(method, a.thisValue());
        if (!js.isObject(result)) {
          return result;
        }
      }
    }
    throw vm.typeError("Cannot convert object to primitive value");
  }
}
