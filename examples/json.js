// A JSON parser and printer, checked against the ones that are built in: random documents make the round trip, broken ones are
// refused with a position, and a small path language asks questions of a document. An argument gives the number of random documents.
'use strict';

class JsonError extends SyntaxError {
  constructor(message, text, index) {
    const before = text.slice(0, index).split('\n');
    const line = before.length;
    const column = before[before.length - 1].length + 1;
    super(`${message} at line ${line}, column ${column}`);
    this.name = 'JsonError';
  }
}

class Parser {
  constructor(text) {
    this.text = text;
    this.index = 0;
    this.depth = 0;
  }

  parse() {
    this.skipBlanks();
    const value = this.value();
    this.skipBlanks();
    if (this.index < this.text.length) {
      this.fail('unexpected text after the document');
    }
    return value;
  }

  fail(message) {
    throw new JsonError(message, this.text, this.index);
  }

  skipBlanks() {
    for (;;) {
      const code = this.text.charCodeAt(this.index);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) {
        return;
      }
      this.index++;
    }
  }

  value() {
    const c = this.text[this.index];
    switch (c) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      case 't':
        return this.word('true', true);
      case 'f':
        return this.word('false', false);
      case 'n':
        return this.word('null', null);
      case undefined:
        return this.fail('unexpected end');
      default:
        if (c === '-' || c >= '0' && c <= '9') {
          return this.number();
        }
        return this.fail(`unexpected ${c}`);
    }
  }

  nested(read) {
    if (++this.depth > 200) {
      this.fail('nested too deeply');
    }
    const value = read();
    this.depth--;
    return value;
  }

  word(word, value) {
    for (let i = 0; i < word.length; i++) {
      if (this.text[this.index + i] !== word[i]) {
        this.index += i;
        this.fail(`expected ${word}`);
      }
    }
    this.index += word.length;
    return value;
  }

  digits() {
    const start = this.index;
    for (;;) {
      const code = this.text.charCodeAt(this.index);
      if (!(code >= 48 && code <= 57)) {
        break;
      }
      this.index++;
    }
    if (this.index === start) {
      this.fail('expected a digit');
    }
  }

  number() {
    const start = this.index;
    if (this.text[this.index] === '-') {
      this.index++;
    }
    if (this.text[this.index] === '0') {
      this.index++;
    } else {
      this.digits();
    }
    if (this.text[this.index] === '.') {
      this.index++;
      this.digits();
    }
    const e = this.text[this.index];
    if (e === 'e' || e === 'E') {
      this.index++;
      const sign = this.text[this.index];
      if (sign === '+' || sign === '-') {
        this.index++;
      }
      this.digits();
    }
    return Number(this.text.slice(start, this.index));
  }

  string() {
    let result = '';
    let start = ++this.index;
    for (;;) {
      const code = this.text.charCodeAt(this.index);
      if (code === 34) {
        result += this.text.slice(start, this.index++);
        return result;
      } else if (code === 92) {
        result += this.text.slice(start, this.index++) + this.escape();
        start = this.index;
      } else if (code < 32) {
        this.fail('control character in a string');
      } else if (code !== code) {
        this.fail('unfinished string');
      } else {
        this.index++;
      }
    }
  }

  escape() {
    const c = this.text[this.index++];
    switch (c) {
      case '"': case '\\': case '/':
        return c;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u': {
        let code = 0;
        for (let i = 0; i < 4; i++) {
          const digit = '0123456789abcdef'.indexOf((this.text[this.index] || ' ').toLowerCase());
          if (digit < 0) {
            this.fail('expected a hexadecimal digit');
          }
          code = code * 16 + digit;
          this.index++;
        }
        return String.fromCharCode(code);
      }
      default:
        this.index--;
        return this.fail('unknown escape');
    }
  }

  array() {
    const result = [];
    this.index++;
    this.skipBlanks();
    if (this.text[this.index] === ']') {
      this.index++;
      return result;
    }
    for (;;) {
      this.skipBlanks();
      result.push(this.value());
      this.skipBlanks();
      const c = this.text[this.index];
      if (c === ']') {
        this.index++;
        return result;
      }
      if (c !== ',') {
        this.fail('expected , or ]');
      }
      this.index++;
    }
  }

  object() {
    const result = {};
    this.index++;
    this.skipBlanks();
    if (this.text[this.index] === '}') {
      this.index++;
      return result;
    }
    for (;;) {
      this.skipBlanks();
      if (this.text[this.index] !== '"') {
        this.fail('expected a name');
      }
      const name = this.string();
      this.skipBlanks();
      if (this.text[this.index] !== ':') {
        this.fail('expected :');
      }
      this.index++;
      this.skipBlanks();
      result[name] = this.value();
      this.skipBlanks();
      const c = this.text[this.index];
      if (c === '}') {
        this.index++;
        return result;
      }
      if (c !== ',') {
        this.fail('expected , or }');
      }
      this.index++;
    }
  }
}

// Prints a value with an indent per level, or on one line when the indent is empty.
class Printer {
  constructor(indent) {
    this.indent = indent;
    this.parts = [];
  }

  static quote(string) {
    let result = '"';
    for (let i = 0; i < string.length; i++) {
      const c = string[i];
      const code = string.charCodeAt(i);
      if (c === '"' || c === '\\') {
        result += '\\' + c;
      } else if (code >= 32 && !Printer.isLoneSurrogate(string, i)) {
        result += c;
      } else {
        const short = '\b\t\n\f\r'.indexOf(c);
        result += short >= 0 ? '\\' + 'btnfr'[short] : '\\u' + ('000' + code.toString(16)).slice(-4);
      }
    }
    return result + '"';
  }

  static isLoneSurrogate(string, i) {
    const code = string.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) {
      return false;
    }
    const other = string.charCodeAt(code < 0xdc00 ? i + 1 : i - 1);
    return !(code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff);
  }

  print(value) {
    this.value(value, this.indent === '' ? '' : '\n');
    return this.parts.join('');
  }

  value(value, newline) {
    if (value === null) {
      this.parts.push('null');
    } else if (typeof value === 'string') {
      this.parts.push(Printer.quote(value));
    } else if (typeof value === 'number') {
      this.parts.push(isFinite(value) ? String(value) : 'null');
    } else if (typeof value === 'boolean') {
      this.parts.push(value ? 'true' : 'false');
    } else if (Array.isArray(value)) {
      this.list('[', ']', value, newline, (item, inner) => this.value(item, inner));
    } else {
      this.list('{', '}', Object.keys(value), newline, (key, inner) => {
        this.parts.push(Printer.quote(key), this.indent === '' ? ':' : ': ');
        this.value(value[key], inner);
      });
    }
  }

  list(open, close, items, newline, printItem) {
    this.parts.push(open);
    const inner = newline === '' ? '' : newline + this.indent;
    items.forEach((item, i) => {
      this.parts.push(i > 0 ? ',' : '', inner);
      printItem(item, inner);
    });
    if (items.length > 0) {
      this.parts.push(newline);
    }
    this.parts.push(close);
  }
}

// Random documents, the same ones each time.
class Generator {
  constructor(seed) {
    this.seed = seed;
  }

  random(bound) {
    this.seed = (Math.imul(this.seed, 1103515245) + 12345) & 0x7fffffff;
    return (this.seed >> 8) % bound;
  }

  text() {
    const alphabet = 'abc xyzäöü€\u0001\n\t"\\/𝒳';
    let result = '';
    for (let length = this.random(12); length > 0; length--) {
      result += alphabet[this.random(alphabet.length)];
    }
    return result;
  }

  value(depth) {
    switch (this.random(depth > 0 ? 8 : 6)) {
      case 0:
        return null;
      case 1:
        return this.random(2) === 0;
      case 2:
        return this.random(100000) - 50000;
      case 3:
        return this.random(1000000) / 1024;
      case 4:
        return Number(`${this.random(1000) - 500}e${this.random(60) - 30}`);
      case 5:
        return this.text();
      case 6: {
        const array = [];
        for (let length = this.random(6); length > 0; length--) {
          array.push(this.value(depth - 1));
        }
        return array;
      }
      default: {
        const object = {};
        for (let length = this.random(6); length > 0; length--) {
          object[this.text()] = this.value(depth - 1);
        }
        return object;
      }
    }
  }
}

function roundTrips(count) {
  const generator = new Generator(42);
  let characters = 0;
  let different = 0;
  for (let i = 0; i < count; i++) {
    const document = [generator.value(5), generator.value(5), generator.value(5)];
    const compact = new Printer('').print(document);
    const pretty = new Printer('  ').print(document);
    characters += pretty.length;
    const ours = new Printer('').print(new Parser(pretty).parse());
    if (ours !== compact || compact !== JSON.stringify(document) || pretty !== JSON.stringify(document, null, 2)
        || JSON.stringify(new Parser(compact).parse()) !== JSON.stringify(JSON.parse(compact))) {
      different++;
    }
  }
  console.log(`${count} documents, ${characters} characters, ${different} differences`);
}

function refusals() {
  const broken = [
    '', '{', '[1, 2', '{"a" 1}', '{"a": 1,}', '[1 2]', 'tru', 'nul', '"abc', '"\\x"', '"\\u12g4"', '01', '1.', '-', '1e', '+1',
    '{\n  "name": "x",\n  "list": [1, 2, oops]\n}', '"tab\there"', '[]]', 'undefined', '{1: 2}',
  ];
  broken.forEach(text => {
    let verdict;
    try {
      verdict = 'accepted as ' + new Printer('').print(new Parser(text).parse());
    } catch (error) {
      verdict = error instanceof JsonError ? error.message : `crashed: ${error}`;
    }
    let builtIn = 'refused';
    try {
      JSON.parse(text);
      builtIn = 'accepted';
    } catch (error) {
      if (!(error instanceof SyntaxError)) {
        builtIn = 'crashed';
      }
    }
    console.log(`  ${Printer.quote(text)}: ${verdict} (built in: ${builtIn})`);
  });
  let deep = '';
  for (let i = 0; i < 300; i++) {
    deep += '[';
  }
  try {
    new Parser(deep).parse();
  } catch (error) {
    console.log('  300 brackets: ' + error.message);
  }
}

// A path is a list of names and indices with dots between; * stands for all.
function query(document, path) {
  return path.split('.').reduce((values, step) => {
    const found = [];
    values.forEach(value => {
      if (value === null || typeof value !== 'object') {
        return;
      }
      if (step === '*') {
        Object.keys(value).forEach(key => found.push(value[key]));
      } else if (Object.prototype.hasOwnProperty.call(value, step)) {
        found.push(value[step]);
      }
    });
    return found;
  }, [document]);
}

const library = `{
  "name": "Town library",
  "open": { "monday": [10, 18], "saturday": [9, 13.5] },
  "books": [
    { "title": "Ulysses", "author": "Joyce", "year": 1922, "copies": [{ "id": 17, "lent": true }, { "id": 18, "lent": false }] },
    { "title": "Emma", "author": "Austen", "year": 1815, "copies": [{ "id": 4, "lent": false }] },
    { "title": "Der Proze\\u00df", "author": "Kafka", "year": 1925, "copies": [] }
  ]
}`;

roundTrips(Number(process.argv[2] || 150));
console.log('broken documents');
refusals();
console.log('queries');
const document = new Parser(library).parse();
['name', 'books.*.title', 'books.0.copies.*.id', 'open.*.1', 'books.*.copies.*.lent', 'books.7.title', 'name.length'].forEach(path => {
  console.log(`  ${path}: ${new Printer('').print(query(document, path))}`);
});
console.log(new Printer('    ').print(document.books[0]));
