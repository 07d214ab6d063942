'use strict';
const text = require('internal:text');

function inspect(value, options, depth) {
  // The old form: inspect(value, showHidden, depth).
  return text.inspect(value, typeof options === 'boolean' ? { showHidden: options, depth: depth === undefined ? 2 : depth } : options);
}
inspect.custom = Symbol.for('nodejs.util.inspect.custom');
inspect.defaultOptions = { depth: 2, showHidden: false };

function inherits(constructor, parent) {
  Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, parent.prototype);
}

function promisify(original) {
  if (typeof original !== 'function') {
    const error = new TypeError(`The "original" argument must be of type function. Received ${typeof original}`);
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  if (original[promisify.custom]) {
    return original[promisify.custom];
  }
  return function (...args) {
    return new Promise((resolve, reject) => original.call(this, ...args, (error, value) => (error ? reject(error) : resolve(value))));
  };
}
promisify.custom = Symbol.for('nodejs.util.promisify.custom');

function deprecate(fn) {
  let warned = false;
  const [, message, code] = arguments;
  return function (...args) {
    if (!warned) {
      warned = true;
      process.emitWarning(`${code ? `[${code}] ` : ''}DeprecationWarning: ${message}`);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  };
}

const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
const isA = (tag) => (value) => value !== null && typeof value === 'object' && tagOf(value) === tag;

const types = {
  isDate: (value) => value instanceof Date,
  isRegExp: isA('RegExp'),
  isMap: (value) => value instanceof Map,
  isSet: (value) => value instanceof Set,
  isPromise: (value) => value instanceof Promise,
  isNativeError: (value) => value instanceof Error,
  isTypedArray: (value) => ArrayBuffer.isView(value) && !(value instanceof DataView),
  isUint8Array: (value) => value instanceof Uint8Array,
  isArrayBuffer: (value) => value instanceof ArrayBuffer,
  isAnyArrayBuffer: (value) => value instanceof ArrayBuffer,
  isGeneratorFunction: (value) => typeof value === 'function' && tagOf(value) === 'GeneratorFunction',
  isAsyncFunction: (value) => typeof value === 'function' && tagOf(value) === 'AsyncFunction',
  isBoxedPrimitive: (value) => ['Number', 'String', 'Boolean', 'Symbol'].includes(tagOf(value)) && typeof value === 'object',
  isProxy: () => false,
};

function isDeepStrictEqual(a, b) {
  try {
    require('assert').deepStrictEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

module.exports = {
  inspect, format: text.format, inherits, promisify, deprecate, types, isDeepStrictEqual,
  formatWithOptions: (options, ...args) => text.format(...args),
  debuglog: () => Object.assign(() => {}, { enabled: false }),
  debug: () => Object.assign(() => {}, { enabled: false }),
  callbackify: (original) => function (...args) {
    const callback = args.pop();
    original.apply(this, args).then((value) => process.nextTick(callback, null, value), (error) => process.nextTick(callback, error));
  },
  isArray: Array.isArray,
  isDate: types.isDate,
  isError: types.isNativeError,
  isRegExp: types.isRegExp,
  isFunction: (value) => typeof value === 'function',
  isString: (value) => typeof value === 'string',
  isNumber: (value) => typeof value === 'number',
  isBoolean: (value) => typeof value === 'boolean',
  isObject: (value) => value !== null && typeof value === 'object',
  isUndefined: (value) => value === undefined,
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === undefined || value === null,
};
