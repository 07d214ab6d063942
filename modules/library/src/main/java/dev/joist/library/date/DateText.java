package dev.joist.library.date;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/** Dates as text; every method takes a valid time value in UTC. Source: ECMAScript 2025, 21.4.4.41; locale: en-US. */
final class DateText {
  private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  private static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

  private DateText() {}

  /** Tue Nov 22 2026 13:17:00 GMT+0100 (Central European Standard Time). */
  static String full(double time) {
    return date(time) + " " + time(time);
  }

  /** Tue Nov 22 2026. */
  static String date(double time) {
    DateFields f = DateFields.of(DateMath.localTime(time));
    StringBuilder out = new StringBuilder(16).append(DAYS[f.weekDay()]).append(' ').append(MONTHS[f.month()]).append(' ');
    pad(out, f.day(), 2).append(' ');
    return year(out, f.year()).toString();
  }

  /** 13:17:00 GMT+0100 (Central European Standard Time). */
  static String time(double time) {
    DateFields f = DateFields.of(DateMath.localTime(time));
    StringBuilder out = new StringBuilder(48);
    clock(out, f).append(" GMT");
    int minutes = (int) (DateMath.offsetAt(time) / 60_000);
    out.append(minutes < 0 ? '-' : '+');
    pad(out, Math.abs(minutes) / 60, 2);
    pad(out, Math.abs(minutes) % 60, 2);
    return out.append(" (").append(zoneName(time)).append(')').toString();
  }

  /** Sun, 22 Nov 2026 13:17:00 GMT. */
  static String utc(double time) {
    DateFields f = DateFields.of(time);
    StringBuilder out = new StringBuilder(32).append(DAYS[f.weekDay()]).append(", ");
    pad(out, f.day(), 2).append(' ').append(MONTHS[f.month()]).append(' ');
    year(out, f.year()).append(' ');
    return clock(out, f).append(" GMT").toString();
  }

  /** 2026-11-22T13:17:00.000Z. */
  static String iso(double time) {
    DateFields f = DateFields.of(time);
    StringBuilder out = new StringBuilder(27);
    if (f.year() < 0 || f.year() > 9999) {
      out.append(f.year() < 0 ? '-' : '+');
      pad(out, Math.abs(f.year()), 6);
    } else {
      pad(out, f.year(), 4);
    }
    pad(out.append('-'), f.month() + 1, 2);
    pad(out.append('-'), f.day(), 2);
    clock(out.append('T'), f).append('.');
    return pad(out, f.millisecond(), 3).append('Z').toString();
  }

  /** 11/22/2026. */
  static String localeDate(double time) {
    DateFields f = DateFields.of(DateMath.localTime(time));
    boolean beforeChrist = f.year() <= 0;
    return (f.month() + 1) + "/" + f.day() + "/" + (beforeChrist ? 1 - f.year() + " B" : String.valueOf(f.year()));
  }

  /** 1:17:00 PM. */
  static String localeTime(double time) {
    DateFields f = DateFields.of(DateMath.localTime(time));
    StringBuilder out = new StringBuilder(12).append((f.hour() + 11) % 12 + 1).append(':');
    pad(out, f.minute(), 2).append(':');
    return pad(out, f.second(), 2).append(f.hour() < 12 ? " AM" : " PM").toString();
  }

  private static String zoneName(double time) {
    Instant instant = Instant.ofEpochMilli((long) time);
    ZoneId zone = ZoneId.systemDefault();
    return TimeZone.getTimeZone(zone).getDisplayName(zone.getRules().isDaylightSavings(instant), TimeZone.LONG, Locale.ENGLISH);
  }

  private static StringBuilder clock(StringBuilder out, DateFields f) {
    pad(out, f.hour(), 2).append(':');
    pad(out, f.minute(), 2).append(':');
    return pad(out, f.second(), 2);
  }

  private static StringBuilder year(StringBuilder out, int year) {
    return pad(year < 0 ? out.append('-') : out, Math.abs(year), 4);
  }

  private static StringBuilder pad(StringBuilder out, int number, int width) {
    String text = Integer.toString(number);
    return out.repeat('0', Math.max(0, width - text.length())).append(text);
  }
}
