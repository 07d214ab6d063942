package dev.joist.library.date;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;

/** Date.prototype's methods that answer a part of the date. */
final class DateGetters extends Natives {
  static final String MEMBERS = "getDate/0, getDay/0, getFullYear/0, getHours/0, getMilliseconds/0, getMinutes/0, getMonth/0, getSeconds/0, getTime/0, "
      + "getTimezoneOffset/0, getUTCDate/0, getUTCDay/0, getUTCFullYear/0, getUTCHours/0, getUTCMilliseconds/0, getUTCMinutes/0, getUTCMonth/0, "
      + "getUTCSeconds/0, getYear/0, valueOf/0";

  DateGetters(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof TimeValue date)) {
      throw vm.typeError("this is not a Date object.");
    }
    double time = date.time();
    if (Double.isNaN(time)) {
      return vm.number(time);
    }
    return switch (member) {
      case "getTime", "valueOf" -> vm.number(time);
      case "getTimezoneOffset" -> vm.number(0 - DateMath.offsetAt(time) / 60_000);
      default -> Values.int32(field(time, member));
    };
  }

  private int field(double time, String member) {
    boolean utc = member.startsWith("getUTC");
    DateFields fields = DateFields.of(utc ? time : DateMath.localTime(time));
    return switch (member.substring(utc ? 6 : 3)) {
      case "Date" -> fields.day();
      case "Day" -> fields.weekDay();
      case "FullYear" -> fields.year();
      case "Hours" -> fields.hour();
      case "Milliseconds" -> fields.millisecond();
      case "Minutes" -> fields.minute();
      case "Month" -> fields.month();
      case "Seconds" -> fields.second();
      case "Year" -> fields.year() - 1900;
      default -> throw unknown(member);
    };
  }
}
