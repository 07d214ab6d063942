'use strict';
const { encode, decode } = require('internal:text');

const ENCODINGS = { utf8: 'utf8', 'utf-8': 'utf8', latin1: 'latin1', binary: 'latin1', ascii: 'latin1', hex: 'hex', base64: 'base64', base64url: 'base64url',
  utf16le: 'utf16le', 'utf-16le': 'utf16le', ucs2: 'utf16le', 'ucs-2': 'utf16le' };

function encodingOf(name) {
  const encoding = name === undefined || name === null ? 'utf8' : ENCODINGS[String(name).toLowerCase()];
  if (encoding === undefined) {
    const error = new TypeError(`Unknown encoding: ${name}`);
    error.code = 'ERR_UNKNOWN_ENCODING';
    throw error;
  }
  return encoding;
}

class FastBuffer extends Uint8Array {
  toString(encoding, start = 0, end = this.length) {
    return decode(start <= 0 && end >= this.length ? this : this.subarray(Math.max(0, start), end), encodingOf(encoding));
  }

  toJSON() {
    return { type: 'Buffer', data: Array.from(this) };
  }

  equals(other) {
    return Buffer.compare(this, other) === 0;
  }

  compare(other) {
    return Buffer.compare(this, other);
  }

  write(string, offset = 0, length = undefined, encoding = undefined) {
    if (typeof offset === 'string') {
      encoding = offset;
      offset = 0;
    } else if (typeof length === 'string') {
      encoding = length;
      length = undefined;
    }
    const bytes = encode(string, encodingOf(encoding)).subarray(0, Math.min(this.length - offset, length === undefined ? Infinity : length));
    this.set(bytes, offset);
    return bytes.length;
  }

  copy(target, targetStart = 0, sourceStart = 0, sourceEnd = this.length) {
    const bytes = this.subarray(sourceStart, Math.min(sourceEnd, sourceStart + target.length - targetStart));
    target.set(bytes, targetStart);
    return bytes.length;
  }

  // As node, and unlike typed arrays: the same memory.
  slice(start, end) {
    return this.subarray(start, end);
  }

  readUInt8(offset = 0) {
    return this[offset];
  }

  writeUInt8(value, offset = 0) {
    this[offset] = value;
    return offset + 1;
  }
}

/** Adds the methods that read and write one kind of number in both byte orders. */
function addAccessors(name, kind, bytes) {
  for (const [suffix, little] of bytes === 1 ? [['', true]] : [['LE', true], ['BE', false]]) {
    FastBuffer.prototype[`read${name}${suffix}`] = function (offset = 0) {
      return new DataView(this.buffer, this.byteOffset, this.byteLength)[`get${kind}`](offset, little);
    };
    FastBuffer.prototype[`write${name}${suffix}`] = function (value, offset = 0) {
      new DataView(this.buffer, this.byteOffset, this.byteLength)[`set${kind}`](offset, value, little);
      return offset + bytes;
    };
  }
}
addAccessors('Int8', 'Int8', 1);
addAccessors('UInt16', 'Uint16', 2);
addAccessors('Int16', 'Int16', 2);
addAccessors('UInt32', 'Uint32', 4);
addAccessors('Int32', 'Int32', 4);
addAccessors('Float', 'Float32', 4);
addAccessors('Double', 'Float64', 8);

// A function, since programs of old call it without new.
function Buffer(value, encodingOrOffset, length) {
  return typeof value === 'number' ? Buffer.alloc(value) : Buffer.from(value, encodingOrOffset, length);
}
Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(FastBuffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });
Object.defineProperty(Buffer, Symbol.species, { get: () => FastBuffer });

const statics = {
  from(value, encodingOrOffset, length) {
    if (typeof value === 'string') {
      const bytes = encode(value, encodingOf(encodingOrOffset));
      return new FastBuffer(bytes.buffer, 0, bytes.length);
    }
    if (value instanceof ArrayBuffer) {
      return new FastBuffer(value, encodingOrOffset, length);
    }
    if (value !== null && typeof value === 'object') {
      return new FastBuffer(value.type === 'Buffer' && Array.isArray(value.data) ? value.data : value);
    }
    throw new TypeError('The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object.');
  },
  alloc(size, fill, encoding) {
    const buffer = new FastBuffer(size);
    if (typeof fill === 'string' && fill !== '') {
      const bytes = encode(fill, encodingOf(encoding));
      for (let i = 0; i < size; i++) {
        buffer[i] = bytes[i % bytes.length];
      }
    } else if (typeof fill === 'number') {
      buffer.fill(fill);
    }
    return buffer;
  },
  allocUnsafe: (size) => new FastBuffer(size),
  isBuffer: (value) => value instanceof FastBuffer,
  isEncoding: (name) => typeof name === 'string' && ENCODINGS[name.toLowerCase()] !== undefined,
  byteLength: (value, encoding) => (typeof value === 'string' ? encode(value, encodingOf(encoding)).length : value.byteLength),
  concat(list, length = list.reduce((sum, part) => sum + part.length, 0)) {
    const all = new FastBuffer(length);
    let at = 0;
    for (const part of list) {
      all.set(part.subarray(0, length - at), at);
      at = Math.min(length, at + part.length);
    }
    return all;
  },
  compare(a, b) {
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] !== b[i]) {
        return a[i] < b[i] ? -1 : 1;
      }
    }
    return Math.sign(a.length - b.length);
  },
};
for (const name of Object.keys(statics)) {
  Buffer[name] = statics[name];
}

module.exports = { Buffer, kMaxLength: 2 ** 31, constants: { MAX_LENGTH: 2 ** 31, MAX_STRING_LENGTH: 536870888 } };
