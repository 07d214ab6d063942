'use strict';
const { inspect } = require('util');

class AssertionError extends Error {
  constructor(options) {
    const { message, actual, expected, operator } = options;
    super(message === undefined ? `${inspect(actual)} ${operator} ${inspect(expected)}` : String(message));
    this.name = 'AssertionError';
    this.code = 'ERR_ASSERTION';
    this.generatedMessage = message === undefined;
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
  }
}

function fail(actual, expected, message, operator, text) {
  if (message instanceof Error) {
    throw message;
  }
  const error = new AssertionError({ message: message === undefined ? text : message, actual, expected, operator });
  error.generatedMessage = message === undefined;
  throw error;
}

function differ(actual, expected) {
  return `Expected values to be strictly equal:\n\n${inspect(actual)} !== ${inspect(expected)}\n`;
}

function sameKeys(a, b, strict, seen) {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.prototype.hasOwnProperty.call(b, key) && equal(a[key], b[key], strict, seen));
}

/** Whether each of some values has an equal among others, each used once. */
function matched(values, others, strict, seen) {
  const rest = [...others];
  return values.every((value) => {
    const at = rest.findIndex((other) => equal(value, other, strict, seen));
    return at >= 0 && rest.splice(at, 1).length === 1;
  });
}

function equal(a, b, strict, seen) {
  if (strict ? Object.is(a, b) : a == b || (a !== a && b !== b)) {
    return true;
  }
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return false;
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
    return false;
  }
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  if (seen.some(([x, y]) => x === a && y === b)) {
    return true;
  }
  const inner = [...seen, [a, b]];
  if (a instanceof Date && a.getTime() !== b.getTime()) {
    return false;
  }
  if (a instanceof Error && (a.name !== b.name || a.message !== b.message)) {
    return false;
  }
  if (a instanceof Number || a instanceof String || a instanceof Boolean) {
    if (!Object.is(a.valueOf(), b.valueOf())) {
      return false;
    }
  }
  if (Array.isArray(a) && a.length !== b.length) {
    return false;
  }
  if (a instanceof Set && (a.size !== b.size || !matched([...a], [...b], strict, inner))) {
    return false;
  }
  if (a instanceof Map && (a.size !== b.size || !matched([...a], [...b], strict, inner))) {
    return false;
  }
  return sameKeys(a, b, strict, inner);
}

function ok(value, message) {
  if (!value) {
    fail(value, true, message, '==', arguments.length === 0 ? 'No value argument passed to `assert.ok()`'
      : 'The expression evaluated to a falsy value');
  }
}

/** Whether an error is what assert.throws was told to expect. */
function expectedError(error, expected) {
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) {
      return true;
    }
    return !Error.isPrototypeOf(expected) && expected.call({}, error) === true;
  }
  if (typeof expected.test === 'function') {
    return expected.test(String(error));
  }
  return Object.keys(expected).every((key) => (expected[key] !== null && typeof expected[key] === 'object' && typeof expected[key].test === 'function'
    && typeof error[key] === 'string' ? expected[key].test(error[key]) : equal(error[key], expected[key], true, [])));
}

function assert(value, message) {
  ok(...arguments);
}

Object.assign(assert, {
  AssertionError,
  ok,
  fail(message = 'Failed') {
    fail(undefined, undefined, message, 'fail');
  },
  equal(actual, expected, message) {
    if (!(actual == expected || (actual !== actual && expected !== expected))) {
      fail(actual, expected, message, '==', `${inspect(actual)} == ${inspect(expected)}`);
    }
  },
  notEqual(actual, expected, message) {
    if (actual == expected) {
      fail(actual, expected, message, '!=', `${inspect(actual)} != ${inspect(expected)}`);
    }
  },
  strictEqual(actual, expected, message) {
    if (!Object.is(actual, expected)) {
      fail(actual, expected, message, 'strictEqual', differ(actual, expected));
    }
  },
  notStrictEqual(actual, expected, message) {
    if (Object.is(actual, expected)) {
      fail(actual, expected, message, 'notStrictEqual', `Expected "actual" to be strictly unequal to: ${inspect(expected)}`);
    }
  },
  deepEqual(actual, expected, message) {
    if (!equal(actual, expected, false, [])) {
      fail(actual, expected, message, 'deepEqual', `Expected values to be loosely deep-equal:\n\n${inspect(actual)}\n\nshould loosely deep-equal\n\n${inspect(expected)}`);
    }
  },
  notDeepEqual(actual, expected, message) {
    if (equal(actual, expected, false, [])) {
      fail(actual, expected, message, 'notDeepEqual', `Expected "actual" not to be loosely deep-equal to: ${inspect(expected)}`);
    }
  },
  deepStrictEqual(actual, expected, message) {
    if (!equal(actual, expected, true, [])) {
      fail(actual, expected, message, 'deepStrictEqual', `Expected values to be strictly deep-equal:\n${inspect(actual)}\n\nshould equal\n\n${inspect(expected)}`);
    }
  },
  notDeepStrictEqual(actual, expected, message) {
    if (equal(actual, expected, true, [])) {
      fail(actual, expected, message, 'notDeepStrictEqual', `Expected "actual" not to be strictly deep-equal to: ${inspect(expected)}`);
    }
  },
  throws(fn, expected, message) {
    const text = typeof expected === 'string' ? expected : message;
    let thrown;
    let threw = false;
    try {
      fn();
    } catch (error) {
      thrown = error;
      threw = true;
    }
    if (!threw) {
      fail(undefined, expected, undefined, 'throws', `Missing expected exception${text ? `: ${text}` : '.'}`);
    }
    if (expected !== undefined && typeof expected !== 'string' && !expectedError(thrown, expected)) {
      throw thrown;
    }
  },
  doesNotThrow(fn) {
    fn();
  },
  ifError(value) {
    if (value !== null && value !== undefined) {
      throw value;
    }
  },
  match(string, pattern, message) {
    if (!pattern.test(string)) {
      fail(string, pattern, message, 'match', `The input did not match the regular expression ${pattern}. Input:\n\n${inspect(string)}\n`);
    }
  },
  doesNotMatch(string, pattern, message) {
    if (pattern.test(string)) {
      fail(string, pattern, message, 'doesNotMatch', `The input was expected to not match the regular expression ${pattern}. Input:\n\n${inspect(string)}\n`);
    }
  },
});
assert.strict = Object.assign((...args) => ok(...args), assert, {
  equal: assert.strictEqual, notEqual: assert.notStrictEqual, deepEqual: assert.deepStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
module.exports = assert;
