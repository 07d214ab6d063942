package dev.joist.library.date;

import java.time.LocalDate;

/**
 * A time value (already moved to the wanted zone) taken apart.
 *
 * @param month from 0
 * @param weekDay from 0, Sunday
 */
record DateFields(int year, int month, int day, int weekDay, int hour, int minute, int second, int millisecond) {
  /** @param time finite, at most a day outside the range of time values */
  static DateFields of(double time) {
    long ms = (long) time;
    long days = Math.floorDiv(ms, 86_400_000L);
    int inDay = (int) Math.floorMod(ms, 86_400_000L);
    LocalDate date = LocalDate.ofEpochDay(days);
    return new DateFields(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth(), (int) Math.floorMod(days + 4, 7L),
        inDay / 3_600_000, inDay / 60_000 % 60, inDay / 1000 % 60, inDay % 1000);
  }
}
