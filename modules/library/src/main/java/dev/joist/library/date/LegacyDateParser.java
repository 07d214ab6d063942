package dev.joist.library.date;

import java.util.Locale;

/**
 * Dates as people and other programs write them ("Nov 22, 2026 13:17 GMT+1", "11/22/2026"), which the standard leaves to each engine. The rules
 * are those that browsers share: words are month names, zones, AM and PM (only their first three letters count; others are skipped before the
 * first number); numbers with colons are a time; a signed number after a time or zone is an offset; other numbers are the date.
 */
final class LegacyDateParser {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String NORTH_AMERICA = "estedtcstcdtmstmdtpstpdt";
  private static final int[] NORTH_AMERICAN_HOURS = {-5, -4, -6, -5, -7, -6, -8, -7};

  private final String text;
  private int at;
  private final int[] day = new int[3];
  private int dayCount;
  private int month;
  private final int[] time = new int[4];
  private int timeCount;
  private int halfDay = -1;
  private boolean zoned;
  private int zoneSign;
  private int zoneMinutes;
  private boolean seenNumber;

  private LegacyDateParser(String text) {
    this.text = text;
  }

  /** The time value, or NaN. */
  static double parse(String text) {
    LegacyDateParser parser = new LegacyDateParser(text);
    return parser.scan() ? parser.assemble() : Double.NaN;
  }

  private boolean scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean good = true;
      if (DateParser.isDigit(c)) {
        good = number();
      } else if (Character.isLetter(c)) {
        good = word();
      } else if (c == '(') {
        skipParentheses();
      } else if ((c == '+' || c == '-') && (zoned || timeCount > 0)) {
        good = offset(c == '+' ? 1 : -1);
      } else if ((c == '+' || c == ')') && seenNumber) {
        good = false;
      } else {
        at++;
      }
      if (!good) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    seenNumber = true;
    int start = at;
    int value = digits();
    char next = at < text.length() ? text.charAt(at) : ' ';
    if (next == ':' && timeCount < 3 && !(zoned && zoneSign != 0)) {
      at++;
      return addTime(value);
    }
    if (next == '.' && timeCount > 0 && timeCount < 4) {
      at++;
      return addTime(value) && milliseconds();
    }
    if (timeCount > 0 && timeCount < 3 && start > 0 && text.charAt(start - 1) == ':') {
      return addTime(value);
    }
    if (dayCount == 3) {
      return false;
    }
    day[dayCount++] = value;
    if (next == '-') {
      at++;
    }
    return true;
  }

  private boolean addTime(int value) {
    time[timeCount++] = value;
    return true;
  }

  private boolean milliseconds() {
    int start = at;
    int value = digits();
    int length = at - start;
    if (length == 0) {
      return false;
    }
    while (length > 3) {
      value /= 10;
      length--;
    }
    while (length < 3) {
      value *= 10;
      length++;
    }
    while (timeCount < 3) {
      timeCount++;
    }
    time[timeCount++] = value;
    return true;
  }

  /** At most nine digits count. */
  private int digits() {
    int value = 0;
    int start = at;
    for (; at < text.length() && DateParser.isDigit(text.charAt(at)); at++) {
      if (at - start < 9) {
        value = value * 10 + text.charAt(at) - '0';
      }
    }
    return value;
  }

  private boolean word() {
    int start = at;
    while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    String head = word.substring(0, Math.min(3, word.length()));
    if (head.equals("am") || head.equals("pm")) {
      halfDay = head.equals("am") ? 0 : 12;
      return timeCount > 0;
    }
    if (word.equals("z") || word.equals("utc") || word.equals("gmt") || word.equals("ut")) {
      zoned = true;
      return true;
    }
    int at3 = head.length() == 3 ? indexOfThree(MONTHS, head) : -1;
    if (at3 >= 0) {
      month = at3 + 1;
      return true;
    }
    int zone = word.length() == 3 ? indexOfThree(NORTH_AMERICA, word) : -1;
    if (zone >= 0) {
      zoned = true;
      zoneSign = -1;
      zoneMinutes = -NORTH_AMERICAN_HOURS[zone] * 60;
      return true;
    }
    return word.equals("t") && seenNumber || !seenNumber;
  }

  private static int indexOfThree(String table, String three) {
    for (int i = 0; i < table.length(); i += 3) {
      if (table.startsWith(three, i)) {
        return i / 3;
      }
    }
    return -1;
  }

  private boolean offset(int sign) {
    at++;
    int start = at;
    int value = digits();
    int length = at - start;
    if (length == 0) {
      return true;
    }
    zoned = true;
    zoneSign = sign;
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
      zoneMinutes = value * 60 + digits();
    } else {
      zoneMinutes = length <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    }
    return true;
  }

  private void skipParentheses() {
    int depth = 0;
    do {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && at < text.length());
  }

  private double assemble() {
    int year = 2001;
    int dayOfMonth = 1;
    if (month > 0) {
      if (dayCount == 0) {
        return Double.NaN;
      }
      boolean yearFirst = dayCount > 1 && (day[0] < 1 || day[0] > 31);
      dayOfMonth = yearFirst ? day[1] : day[0];
      if (dayCount > 1) {
        year = yearFirst ? day[0] : day[1];
      } else if (day[0] > 31) {
        year = day[0];
        dayOfMonth = 1;
      }
    } else if (dayCount == 3 && day[0] > 31) {
      year = day[0];
      month = day[1];
      dayOfMonth = day[2];
    } else if (dayCount >= 2 && day[0] > 31) {
      year = day[0];
      month = day[1];
    } else if (dayCount >= 2) {
      month = day[0];
      dayOfMonth = day[1];
      year = dayCount == 3 ? day[2] : year;
    } else if (dayCount == 1) {
      month = day[0] <= 31 ? day[0] : 1;
      year = day[0] <= 31 ? year : day[0];
    } else {
      return Double.NaN;
    }
    year += year < 50 ? 2000 : year < 100 ? 1900 : 0;
    return inRange(dayOfMonth) ? timeValue(year, dayOfMonth) : Double.NaN;
  }

  private boolean inRange(int dayOfMonth) {
    boolean clock = halfDay < 0 ? time[0] <= 23 || time[0] == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0 : time[0] >= 1 && time[0] <= 12;
    return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 && clock && time[1] <= 59 && time[2] <= 59;
  }

  private double timeValue(int year, int dayOfMonth) {
    int hour = halfDay < 0 ? time[0] : time[0] % 12 + halfDay;
    double local = DateMath.makeDate(DateMath.makeDay(year, month - 1, dayOfMonth), DateMath.makeTime(hour, time[1], time[2], time[3]));
    return DateMath.timeClip(zoned ? local - zoneSign * zoneMinutes * 60_000.0 : DateMath.utc(local));
  }
}
