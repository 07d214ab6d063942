package dev.joist.library.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Time values: milliseconds since 1970-01-01T00:00Z as integral doubles, NaN for an invalid date. Source: ECMAScript 2025, 21.4.1.
 */
final class DateMath {
  static final double MS_PER_DAY = 86_400_000;
  private static final double MAX_TIME = 8.64e15;
  /** Years beyond this lead outside the range of time values whatever the other fields are. */
  private static final double MAX_YEAR = 400_000;

  private DateMath() {}

  /** MakeTime. */
  static double makeTime(double hour, double minute, double second, double ms) {
    if (!Double.isFinite(hour) || !Double.isFinite(minute) || !Double.isFinite(second) || !Double.isFinite(ms)) {
      return Double.NaN;
    }
    return truncate(hour) * 3_600_000 + truncate(minute) * 60_000 + truncate(second) * 1_000 + truncate(ms);
  }

  /** MakeDay: days since 1970-01-01; month counts from 0 and may lie outside a year. */
  static double makeDay(double year, double month, double date) {
    if (!Double.isFinite(year) || !Double.isFinite(month) || !Double.isFinite(date)) {
      return Double.NaN;
    }
    double wholeYear = truncate(year) + Math.floor(truncate(month) / 12);
    if (Math.abs(wholeYear) > MAX_YEAR) {
      return Double.NaN;
    }
    int wholeMonth = (int) (truncate(month) - Math.floor(truncate(month) / 12) * 12);
    return LocalDate.of((int) wholeYear, wholeMonth + 1, 1).toEpochDay() + truncate(date) - 1;
  }

  /** MakeDate. */
  static double makeDate(double day, double time) {
    double result = day * MS_PER_DAY + time;
    return Double.isFinite(result) ? result : Double.NaN;
  }

  /** TimeClip. */
  static double timeClip(double time) {
    return Math.abs(time) <= MAX_TIME ? truncate(time) + 0.0 : Double.NaN;
  }

  /** MakeFullYear: two digits mean the twentieth century. */
  static double makeFullYear(double year) {
    double whole = truncate(year);
    return whole >= 0 && whole <= 99 ? 1900 + whole : whole;
  }

  /** Milliseconds that local time is ahead of UTC at an instant. */
  static double offsetAt(double utc) {
    return 1000.0 * ZoneId.systemDefault().getRules().getOffset(Instant.ofEpochMilli((long) utc)).getTotalSeconds();
  }

  static double localTime(double utc) {
    return utc + offsetAt(utc);
  }

  /** UTC(t): of a local time that occurs twice the first, of one that is skipped as if the clock had not changed yet. */
  static double utc(double local) {
    if (!(Math.abs(local) <= MAX_TIME + MS_PER_DAY)) {
      return Double.NaN;
    }
    LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv((long) local, 1000L), 0, ZoneOffset.UTC);
    return local - 1000.0 * ZoneId.systemDefault().getRules().getOffset(time).getTotalSeconds();
  }

  /** ToIntegerOrInfinity for finite numbers. */
  static double truncate(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }
}
