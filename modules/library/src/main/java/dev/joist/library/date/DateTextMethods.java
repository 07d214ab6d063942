package dev.joist.library.date;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.operations.Conversions;
import dev.joist.runtime.operations.PreferredType;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** Date.prototype's methods that answer the date as text. */
final class DateTextMethods extends Natives {
  static final String MEMBERS = "toString/0, toDateString/0, toTimeString/0, toISOString/0, toUTCString/0, toGMTString = toUTCString, toJSON/1, "
      + "toLocaleString/0, toLocaleDateString/0, toLocaleTimeString/0";

  DateTextMethods(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("toJSON")) {
      return toJson(a);
    }
    if (!(js.payload(a.thisValue()) instanceof TimeValue date)) {
      throw vm.typeError("this is not a Date object.");
    }
    double time = date.time();
    if (Double.isNaN(time)) {
      if (member.equals("toISOString")) {
        throw vm.rangeError("Invalid time value");
      }
      return vm.strings().fromJava("Invalid Date");
    }
    return vm.strings().fromJava(switch (member) {
      case "toString" -> DateText.full(time);
      case "toDateString" -> DateText.date(time);
      case "toTimeString" -> DateText.time(time);
      case "toISOString" -> DateText.iso(time);
      case "toUTCString" -> DateText.utc(time);
      case "toLocaleString" -> DateText.localeDate(time) + ", " + DateText.localeTime(time);
      case "toLocaleDateString" -> DateText.localeDate(time);
      case "toLocaleTimeString" -> DateText.localeTime(time);
      default -> throw unknown(member);
    });
  }

  private long toJson(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle object = scope.hold(js.toObject(a.thisValue()));
      long primitive = Conversions.toPrimitive(vm, object.get(), PreferredType.NUMBER);
      if (Values.isNumber(primitive) && !Double.isFinite(Values.asNumber(primitive))) {
        return Values.NULL;
      }
      return js.invoke(object.get(), vm.strings().key("toISOString"));
    }
  }
}
