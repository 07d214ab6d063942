package dev.joist.library.date;

/** Date.parse: the standard's own format; anything else goes to {@link LegacyDateParser}. Source: ECMAScript 2025, 21.4.1.32. */
final class DateParser {
  private final String text;
  private int at;
  /** A date and a T: nothing but the standard's format looks like that. */
  private boolean seenT;

  private DateParser(String text) {
    this.text = text;
  }

  /** The time value, or NaN. */
  static double parse(String text) {
    DateParser parser = new DateParser(text);
    double iso = parser.parseIso();
    return Double.isNaN(iso) && !parser.seenT ? LegacyDateParser.parse(text) : iso;
  }

  private double parseIso() {
    int year = year();
    if (year == Integer.MIN_VALUE) {
      return Double.NaN;
    }
    int month = 1;
    int day = 1;
    if (skip('-')) {
      month = number(2);
      if (month >= 1 && skip('-')) {
        day = number(2);
      }
    }
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Double.NaN;
    }
    double days = DateMath.makeDay(year, month - 1, day);
    if (at == text.length()) {
      return DateMath.timeClip(DateMath.makeDate(days, 0));
    }
    seenT = skip('T');
    return seenT || skip('t') || skip(' ') ? withTime(days) : Double.NaN;
  }

  private double withTime(double days) {
    int hour = number(2);
    int minute = skip(':') ? number(2) : -1;
    int second = 0;
    double millisecond = 0;
    if (skip(':')) {
      second = number(2);
      if (skip('.')) {
        millisecond = fraction();
      }
    }
    boolean endOfDay = hour == 24 && minute == 0 && second == 0 && millisecond == 0;
    if (hour < 0 || hour > 23 && !endOfDay || minute < 0 || minute > 59 || second < 0 || second > 59 || Double.isNaN(millisecond)) {
      return Double.NaN;
    }
    double local = DateMath.makeDate(days, DateMath.makeTime(hour, minute, second, millisecond));
    if (at == text.length()) {
      return DateMath.timeClip(DateMath.utc(local));
    }
    return DateMath.timeClip(local - zoneOffset());
  }

  /** Of Z or ±hh:mm, in milliseconds; NaN when it is neither or more follows. */
  private double zoneOffset() {
    if (skip('Z') || skip('z')) {
      return at == text.length() ? 0 : Double.NaN;
    }
    int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
    int hours = number(2);
    skip(':');
    int minutes = number(2);
    boolean wrong = sign == 0 || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || at != text.length();
    return wrong ? Double.NaN : sign * (hours * 60.0 + minutes) * 60_000;
  }

  private int year() {
    boolean minus = !text.isEmpty() && text.charAt(0) == '-';
    if (minus || !text.isEmpty() && text.charAt(0) == '+') {
      at++;
      int year = number(6);
      return year < 0 || minus && year == 0 ? Integer.MIN_VALUE : minus ? -year : year;
    }
    int year = number(4);
    return year < 0 ? Integer.MIN_VALUE : year;
  }

  /** Milliseconds of the digits after the point. */
  private double fraction() {
    double unit = 100;
    double sum = 0;
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      sum += unit >= 1 ? (text.charAt(at) - '0') * unit : 0;
      unit /= 10;
      at++;
    }
    return at == start ? Double.NaN : sum;
  }

  /** Exactly so many digits; -1 when they are not there. */
  private int number(int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int sum = 0;
    for (int end = at + digits; at < end; at++) {
      if (!isDigit(text.charAt(at))) {
        return -1;
      }
      sum = sum * 10 + text.charAt(at) - '0';
    }
    return sum;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
