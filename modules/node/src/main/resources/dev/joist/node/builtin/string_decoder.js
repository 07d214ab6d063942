'use strict';

/** How many bytes at the end of a buffer begin a character of UTF-8 that is not complete. */
function incomplete(buffer) {
  for (let back = 1; back <= Math.min(3, buffer.length); back++) {
    const byte = buffer[buffer.length - back];
    if (byte >= 0xC0) {
      return back < (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) ? back : 0;
    }
    if (byte < 0x80) {
      return 0;
    }
  }
  return 0;
}

class StringDecoder {
  constructor(encoding = 'utf8') {
    this.encoding = encoding;
    this.rest = Buffer.alloc(0);
  }

  write(chunk) {
    const bytes = Buffer.concat([this.rest, Buffer.from(chunk)]);
    const split = this.encoding === 'utf8' || this.encoding === 'utf-8' ? bytes.length - incomplete(bytes) : bytes.length;
    this.rest = bytes.slice(split);
    return bytes.toString(this.encoding, 0, split);
  }

  end(chunk) {
    const text = (chunk === undefined ? '' : this.write(chunk)) + this.rest.toString(this.encoding);
    this.rest = Buffer.alloc(0);
    return text;
  }
}

module.exports = { StringDecoder };
