package dev.joist.library.date;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;

/** Date.prototype's methods that change the date. */
final class DateSetters extends Natives {
  static final String MEMBERS = "setDate/1, setFullYear/3, setHours/4, setMilliseconds/1, setMinutes/3, setMonth/2, setSeconds/2, setTime/1, "
      + "setUTCDate/1, setUTCFullYear/3, setUTCHours/4, setUTCMilliseconds/1, setUTCMinutes/3, setUTCMonth/2, setUTCSeconds/2, setYear/1";

  private static final int YEAR = 0;
  private static final int HOUR = 3;
  private static final int FIELDS = 7;

  DateSetters(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!(js.payload(a.thisValue()) instanceof TimeValue date)) {
      throw vm.typeError("this is not a Date object.");
    }
    double time = date.time();
    double changed;
    if (member.equals("setTime")) {
      changed = js.toNumber(a.get(0));
    } else if (member.equals("setYear")) {
      changed = setYear(time, a);
    } else {
      double[] wanted = wanted(a, member);
      if (Double.isNaN(time) && first(member) != YEAR) {
        // Whatever the arguments' conversion has made of the date stays.
        return vm.number(Double.NaN);
      }
      changed = setFields(time, wanted, member);
    }
    date.set(DateMath.timeClip(changed));
    return vm.number(date.time());
  }

  private double setYear(double time, Arguments a) {
    double year = js.toNumber(a.get(0));
    DateFields old = DateFields.of(Double.isNaN(time) ? 0 : DateMath.localTime(time));
    double inDay = Double.isNaN(time) ? 0 : Math.floorMod((long) DateMath.localTime(time), (long) DateMath.MS_PER_DAY);
    double day = Double.isNaN(year) ? Double.NaN : DateMath.makeDay(DateMath.makeFullYear(year), old.month(), old.day());
    return DateMath.utc(DateMath.makeDate(day, inDay));
  }

  private static boolean isUtc(String member) {
    return member.startsWith("setUTC");
  }

  /** The field that a method is for. */
  private int first(String member) {
    return switch (member.substring(isUtc(member) ? 6 : 3)) {
      case "FullYear" -> YEAR;
      case "Month" -> 1;
      case "Date" -> 2;
      case "Hours" -> HOUR;
      case "Minutes" -> 4;
      case "Seconds" -> 5;
      case "Milliseconds" -> 6;
      default -> throw unknown(member);
    };
  }

  /** The arguments for the method's own field and those after it. */
  private double[] wanted(Arguments a, String member) {
    int first = first(member);
    int most = first < HOUR ? HOUR - first : FIELDS - first;
    double[] wanted = new double[Math.max(1, Math.min(a.count(), most))];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = js.toNumber(a.get(i));
    }
    return wanted;
  }

  private double setFields(double time, double[] wanted, String member) {
    boolean utc = isUtc(member);
    double start = Double.isNaN(time) ? 0 : utc ? time : DateMath.localTime(time);
    DateFields old = DateFields.of(start);
    double[] fields = {old.year(), old.month(), old.day(), old.hour(), old.minute(), old.second(), old.millisecond()};
    System.arraycopy(wanted, 0, fields, first(member), wanted.length);
    double changed = DateMath.makeDate(DateMath.makeDay(fields[0], fields[1], fields[2]), DateMath.makeTime(fields[3], fields[4], fields[5], fields[6]));
    return utc ? changed : DateMath.utc(changed);
  }
}
