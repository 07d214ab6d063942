package dev.joist.library.date;

import dev.joist.library.core.Inspectable;
import dev.joist.library.core.Tagged;

/** A Date's payload. */
final class TimeValue implements Tagged, Inspectable {
  private double time;

  /** @param time a time value, NaN when invalid */
  TimeValue(double time) {
    this.time = time;
  }

  double time() {
    return time;
  }

  void set(double newTime) {
    time = newTime;
  }

  @Override
  public String tag() {
    return "Date";
  }

  @Override
  public Shown show(long object) {
    return Shown.base("Date", Double.isNaN(time) ? "Invalid Date" : DateText.iso(time));
  }
}
