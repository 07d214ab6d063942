package dev.joist.library.typed;

import java.io.ByteArrayOutputStream;

/** Base64 as Uint8Array reads it, which tells how far it came. Source: ECMAScript 2026, 23.3.2.6 FromBase64. */
final class Base64Decoder {
  private static final int CHUNK = 4;

  /** What becomes of a last chunk that is not complete. */
  enum LastChunk { LOOSE, STRICT, STOP_BEFORE_PARTIAL }

  private final String text;
  private final boolean url;
  private final LastChunk lastChunk;
  private final long most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;
  /** Where the last complete chunk ended. */
  private int read;
  private String error;
  private int bits;
  private int count;

  /** @param most so many bytes are enough */
  Base64Decoder(String text, boolean url, LastChunk lastChunk, long most) {
    this.text = text;
    this.url = url;
    this.lastChunk = lastChunk;
    this.most = most;
  }

  /** The bytes, up to what is wrong. */
  byte[] decode() {
    boolean goesOn = most > 0;
    while (goesOn) {
      skipSpace();
      goesOn = at < text.length() ? step(text.charAt(at++)) : end();
    }
    return bytes.toByteArray();
  }

  /** How many characters became bytes. */
  int read() {
    return read;
  }

  /** What is wrong, or null. */
  String error() {
    return error;
  }

  private void skipSpace() {
    while (at < text.length() && "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean fail(String message) {
    error = message;
    return false;
  }

  private boolean step(char c) {
    if (c == '=') {
      return padding();
    }
    int digit = digit(c);
    if (digit < 0) {
      return fail("Found a character that cannot be part of a valid base64 string.");
    }
    long room = most - bytes.size();
    if (room == 1 && count == 2 || room == 2 && count == 3) {
      return false;
    }
    bits = bits << 6 | digit;
    if (++count < CHUNK) {
      return true;
    }
    bytes.write(bits >> 16);
    bytes.write(bits >> 8);
    bytes.write(bits);
    count = 0;
    bits = 0;
    read = at;
    return bytes.size() < most;
  }

  private int digit(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == (url ? '-' : '+') ? 62 : c == (url ? '_' : '/') ? 63 : -1;
  }

  /** The text is over, without padding. */
  private boolean end() {
    if (count > 0) {
      if (lastChunk == LastChunk.STOP_BEFORE_PARTIAL) {
        return false;
      }
      if (lastChunk == LastChunk.STRICT || count == 1) {
        return fail("The base64 input terminates with a partial chunk.");
      }
      finish();
    }
    read = text.length();
    return false;
  }

  private boolean padding() {
    if (count < 2) {
      return fail("The base64 input has padding where none can be.");
    }
    skipSpace();
    if (count == 2) {
      if (at == text.length()) {
        return lastChunk != LastChunk.STOP_BEFORE_PARTIAL && fail("The base64 input terminates with a partial chunk.");
      }
      if (text.charAt(at) == '=') {
        at++;
        skipSpace();
      }
    }
    if (at < text.length()) {
      return fail("The base64 input goes on after its padding.");
    }
    int extra = bits & (count == 2 ? 0xF : 0x3);
    if (lastChunk == LastChunk.STRICT && extra != 0) {
      return fail("The base64 input has bits that belong to no byte.");
    }
    finish();
    read = text.length();
    return false;
  }

  /** The bytes of a chunk of two or three characters. */
  private void finish() {
    int chunk = bits << 6 * (CHUNK - count);
    bytes.write(chunk >> 16);
    if (count == 3) {
      bytes.write(chunk >> 8);
    }
  }
}
