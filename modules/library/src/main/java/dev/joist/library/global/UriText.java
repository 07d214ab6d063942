package dev.joist.library.global;

import java.util.HexFormat;

/** URI encoding and decoding of UTF-16 text. Source: ECMAScript 2025, 19.2.6. */
final class UriText {
  private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String MARKS = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Left alone by encodeURI. */
  static final String URI_KEPT = ALPHANUMERIC + MARKS + RESERVED + "#";
  /** Left alone by encodeURIComponent. */
  static final String COMPONENT_KEPT = ALPHANUMERIC + MARKS;
  /** Stays escaped in decodeURI. */
  static final String URI_RESERVED = RESERVED + "#";
  /** Left alone by escape. */
  private static final String ESCAPE_KEPT = ALPHANUMERIC + "@*_+-./";

  private UriText() {}

  /** Encode; null when a surrogate stands alone. */
  static String encode(String text, String kept) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (kept.indexOf(c) >= 0) {
        out.append(c);
        continue;
      }
      int point = text.codePointAt(i);
      if (point >= 0xD800 && point <= 0xDFFF) {
        return null;
      }
      i += Character.charCount(point) - 1;
      appendUtf8(out, point);
    }
    return out.toString();
  }

  private static void appendUtf8(StringBuilder out, int point) {
    if (point < 0x80) {
      octet(out, point);
    } else if (point < 0x800) {
      octet(out, 0xC0 | point >> 6);
      octet(out, 0x80 | point & 0x3F);
    } else {
      if (point < 0x10000) {
        octet(out, 0xE0 | point >> 12);
      } else {
        octet(out, 0xF0 | point >> 18);
        octet(out, 0x80 | point >> 12 & 0x3F);
      }
      octet(out, 0x80 | point >> 6 & 0x3F);
      octet(out, 0x80 | point & 0x3F);
    }
  }

  private static void octet(StringBuilder out, int octet) {
    out.append('%').append(HEX.toHighHexDigit(octet)).append(HEX.toLowHexDigit(octet));
  }

  /**
   * Decode; null when an escape is broken or its octets are no UTF-8.
   *
   * @param reserved characters whose escapes stay as they are
   */
  static String decode(String text, String reserved) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      int first = escapedOctet(text, i);
      int length = first < 0 ? -1 : utf8Length(first);
      if (length < 0) {
        return null;
      }
      int point = length == 1 ? first : first & 0xFF >> length + 1;
      for (int k = 1; k < length; k++) {
        int octet = escapedOctet(text, i + 3 * k);
        if (octet < 0 || (octet & 0xC0) != 0x80) {
          return null;
        }
        point = point << 6 | octet & 0x3F;
      }
      if (!isShortestForm(point, length)) {
        return null;
      }
      int end = i + 3 * length;
      if (length == 1 && reserved.indexOf(point) >= 0) {
        out.append(text, i, end);
      } else {
        out.appendCodePoint(point);
      }
      i = end - 1;
    }
    return out.toString();
  }

  private static int escapedOctet(String text, int at) {
    if (at + 3 > text.length() || text.charAt(at) != '%') {
      return -1;
    }
    char high = text.charAt(at + 1);
    char low = text.charAt(at + 2);
    return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low) ? HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low) : -1;
  }

  private static int utf8Length(int first) {
    return first < 0x80 ? 1 : first < 0xC0 ? -1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : -1;
  }

  private static boolean isShortestForm(int point, int length) {
    int least = switch (length) {
      case 1 -> 0;
      case 2 -> 0x80;
      case 3 -> 0x800;
      default -> 0x10000;
    };
    return point >= least && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  }

  /** The global function escape (Annex B). */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ESCAPE_KEPT.indexOf(c) >= 0) {
        out.append(c);
      } else if (c < 256) {
        octet(out, c);
      } else {
        out.append("%u").append(HEX.toHexDigits(c));
      }
    }
    return out.toString();
  }

  /** The global function unescape (Annex B). */
  static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean wide = text.startsWith("%u", i);
      int digits = wide ? 4 : 2;
      int start = i + (wide ? 2 : 1);
      if (text.charAt(i) == '%' && start + digits <= text.length() && text.substring(start, start + digits).chars().allMatch(HexFormat::isHexDigit)) {
        out.append((char) HexFormat.fromHexDigits(text, start, start + digits));
        i = start + digits - 1;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
