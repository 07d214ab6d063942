package dev.joist.spi.host;

import java.util.function.LongConsumer;

/**
 * Has a host say now and then where machine code is.
 *
 * @param interval executed instructions from one sample to the next, about: a host may wait for the next branch. 0: never
 * @param listener gets the address of an instruction
 */
public record Sampling(long interval, LongConsumer listener) {
  public static final Sampling NONE = new Sampling(0, _ -> {});

  public Sampling {
    if (interval < 0) {
      throw new IllegalArgumentException("an interval of " + interval + " instructions is negative");
    }
  }

  public boolean isWanted() {
    return interval > 0;
  }
}
