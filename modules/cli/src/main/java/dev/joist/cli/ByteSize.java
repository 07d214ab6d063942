package dev.joist.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes, with k, m or g for powers of 1024. */
final class ByteSize implements ITypeConverter<Long> {
  private static final int MOST_DIGITS = 9;

  @Override
  public Long convert(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int unit = lower.isEmpty() ? -1 : "kmg".indexOf(lower.charAt(lower.length() - 1));
    String digits = unit < 0 ? lower : lower.substring(0, lower.length() - 1);
    if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new TypeConversionException("'" + text + "' is no size; write bytes, or like 512k, 64m, 2g");
    }
    return Math.multiplyExact(Long.parseLong(digits), 1L << 10 * (unit + 1));
  }
}
