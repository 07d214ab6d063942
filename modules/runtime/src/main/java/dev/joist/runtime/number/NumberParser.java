package dev.joist.runtime.number;

import java.math.BigInteger;

/** Text to numbers. Source: ECMAScript 2025, 7.1.4.1 StringToNumber, 19.2.4 parseFloat, 19.2.5 parseInt. */
public final class NumberParser {
  private static final String INFINITY = "Infinity";

  private NumberParser() {}

  /** White space or a line terminator, as String.prototype.trim sees it. */
  public static boolean isWhiteSpace(char c) {
    if (c < 128) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return c == '\u00A0' || c == '\uFEFF' || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** Index of the first character that is no white space; the length when there is none. */
  public static int skipWhiteSpace(String text) {
    int start = 0;
    while (start < text.length() && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  /** Index after the last character that is no white space, not below start. */
  public static int trimEnd(String text, int start) {
    int end = text.length();
    while (end > start && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** StringToNumber: NaN when the text is no numeric literal. */
  public static double parse(String text) {
    int start = skipWhiteSpace(text);
    int end = trimEnd(text, start);
    if (start == end) {
      return 0;
    }
    if (end - start > 2 && text.charAt(start) == '0') {
      int radix = radixOfPrefix(text.charAt(start + 1));
      if (radix != 0) {
        int digitsEnd = digitsEnd(text, start + 2, end, radix);
        return digitsEnd == end ? integer(text, start + 2, end, radix) : Double.NaN;
      }
    }
    int decimalEnd = decimalEnd(text, start, end);
    return decimalEnd == end ? decimal(text, start, end) : Double.NaN;
  }

  /** The global function parseFloat. */
  public static double parseFloat(String text) {
    int start = skipWhiteSpace(text);
    int end = decimalEnd(text, start, text.length());
    return end == start ? Double.NaN : decimal(text, start, end);
  }

  /**
   * The global function parseInt.
   *
   * @param radixArgument ToInt32 of the second argument; 0 when there is none
   */
  public static double parseInt(String text, int radixArgument) {
    int start = skipWhiteSpace(text);
    int length = text.length();
    boolean negative = start < length && text.charAt(start) == '-';
    if (negative || start < length && text.charAt(start) == '+') {
      start++;
    }
    int radix = radixArgument;
    if (radix != 0 && (radix < 2 || radix > 36)) {
      return Double.NaN;
    }
    if (radix == 0 || radix == 16) {
      boolean prefixed = start + 1 < length && text.charAt(start) == '0' && (text.charAt(start + 1) | 0x20) == 'x';
      if (prefixed) {
        start += 2;
        radix = 16;
      } else if (radix == 0) {
        radix = 10;
      }
    }
    int end = digitsEnd(text, start, length, radix);
    if (end == start) {
      return Double.NaN;
    }
    double magnitude = integer(text, start, end, radix);
    return negative ? -magnitude : magnitude;
  }

  private static int radixOfPrefix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  private static int digit(char c, int radix) {
    return c < 128 ? Character.digit(c, radix) : -1;
  }

  private static int digitsEnd(String text, int start, int end, int radix) {
    int at = start;
    while (at < end && digit(text.charAt(at), radix) >= 0) {
      at++;
    }
    return at;
  }

  private static double integer(String text, int start, int end, int radix) {
    if (end - start <= 10) {
      return Long.parseLong(text, start, end, radix);
    }
    boolean exact = radix == 10 || Integer.bitCount(radix) == 1;
    return exact ? new BigInteger(text.substring(start, end), radix).doubleValue() : integerInParts(text, start, end, radix);
  }

  /** The standard lets other radices than 10 and powers of two be approximate: this sums in steps of 27 bits, as V8 does. */
  private static double integerInParts(String text, int start, int end, int radix) {
    long limit = 0xffffffffL / 36;
    double sum = 0;
    int at = start;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    while (at < end) {
      long part = 0;
      long multiplier = 1;
      while (at < end && multiplier * radix <= limit) {
        part = part * radix + digit(text.charAt(at), radix);
        multiplier *= radix;
        at++;
      }
      sum = sum * multiplier + part;
    }
    return sum;
  }

  /** End of the longest StrDecimalLiteral that begins at start; start when there is none. */
  private static int decimalEnd(String text, int start, int end) {
    int at = start;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    if (text.startsWith(INFINITY, at) && at + INFINITY.length() <= end) {
      return at + INFINITY.length();
    }
    int wholeEnd = digitsEnd(text, at, end, 10);
    int digits = wholeEnd - at;
    at = wholeEnd;
    if (at < end && text.charAt(at) == '.') {
      int fractionEnd = digitsEnd(text, at + 1, end, 10);
      digits += fractionEnd - at - 1;
      at = fractionEnd;
    }
    if (digits == 0) {
      return start;
    }
    return exponentEnd(text, at, end);
  }

  private static int exponentEnd(String text, int start, int end) {
    int at = start;
    if (at >= end || (text.charAt(at) | 0x20) != 'e') {
      return start;
    }
    at++;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digitsEnd = digitsEnd(text, at, end, 10);
    return digitsEnd == at ? start : digitsEnd;
  }

  private static double decimal(String text, int start, int end) {
    return Double.parseDouble(text.substring(start, end));
  }
}
