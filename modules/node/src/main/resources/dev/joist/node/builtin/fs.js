'use strict';
const files = require('internal:files');

function pathOf(path) {
  if (typeof path === 'string') {
    return path;
  }
  if (path instanceof Uint8Array) {
    return Buffer.from(path).toString();
  }
  if (typeof path === 'number') {
    if (path === 0) {
      return '0';
    }
    throw new Error(`file descriptor ${path} cannot be read: only standard input (0) can`);
  }
  const error = new TypeError(`The "path" argument must be of type string or an instance of Buffer or URL. Received ${path === null || path === undefined ? path : typeof path}`);
  error.code = 'ERR_INVALID_ARG_TYPE';
  throw error;
}

function encodingOf(options) {
  return typeof options === 'string' ? options : options ? options.encoding : undefined;
}

function content(bytes, encoding) {
  const buffer = Buffer.from(bytes.buffer, 0, bytes.length);
  return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
}

class Stats {
  constructor([kind, size, mtimeMs, atimeMs]) {
    Object.defineProperty(this, 'kind', { value: kind });
    this.size = size;
    this.mtimeMs = mtimeMs;
    this.atimeMs = atimeMs;
    this.mtime = new Date(mtimeMs);
    this.atime = new Date(atimeMs);
  }

  isFile() {
    return this.kind === 'file';
  }

  isDirectory() {
    return this.kind === 'directory';
  }

  isSymbolicLink() {
    return this.kind === 'link';
  }
}

class Dirent {
  constructor(name, stats) {
    this.name = name;
    Object.defineProperty(this, 'stats', { value: stats });
  }

  isFile() {
    return this.stats.isFile();
  }

  isDirectory() {
    return this.stats.isDirectory();
  }

  isSymbolicLink() {
    return this.stats.isSymbolicLink();
  }
}

function stat(path, options, ofLink) {
  if (options && options.throwIfNoEntry === false && !files.exists(pathOf(path))) {
    return undefined;
  }
  return new Stats(files.stat(pathOf(path), ofLink));
}

const sync = {
  readFileSync: (path, options) => content(path === '/dev/stdin' ? files.read('0') : files.read(pathOf(path)), encodingOf(options)),
  writeFileSync(path, data, options) {
    if (path === 1 || path === 2) {
      (path === 1 ? process.stdout : process.stderr).write(data);
      return;
    }
    const encoding = encodingOf(options);
    files.write(pathOf(path), typeof data === 'string' && encoding ? Buffer.from(data, encoding) : data, Boolean(options) && options.flag === 'a');
  },
  appendFileSync: (path, data) => files.write(pathOf(path), data, true),
  writeSync(descriptor, data) {
    (descriptor === 2 ? process.stderr : process.stdout).write(data);
    return data.length;
  },
  existsSync: (path) => typeof path === 'string' && files.exists(path),
  statSync: (path, options) => stat(path, options, false),
  lstatSync: (path, options) => stat(path, options, true),
  readdirSync(path, options) {
    const names = files.list(pathOf(path));
    return options && options.withFileTypes ? names.map((name) => new Dirent(name, sync.lstatSync(`${path}/${name}`))) : names;
  },
  realpathSync: (path) => files.realPath(pathOf(path)),
  accessSync(path) {
    files.stat(pathOf(path), false);
  },
  mkdirSync: (path, options) => files.makeDirectory(pathOf(path), Boolean(options && options.recursive)),
  unlinkSync: (path) => files.remove(pathOf(path)),
  rmdirSync: (path) => files.remove(pathOf(path)),
};

/** A function that calls back, of one that returns. */
function calledBack(name) {
  return (...args) => {
    const callback = args.pop();
    let result;
    let failure = null;
    try {
      result = sync[name](...args);
    } catch (error) {
      failure = error;
    }
    setImmediate(() => (failure === null ? callback(null, result) : callback(failure)));
  };
}

const promises = {};
module.exports = { ...sync, promises, constants: { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 }, Stats, Dirent };
for (const name of ['readFile', 'writeFile', 'appendFile', 'stat', 'lstat', 'readdir', 'realpath', 'access', 'mkdir', 'unlink', 'rmdir']) {
  module.exports[name] = calledBack(`${name}Sync`);
  promises[name] = (...args) => new Promise((resolve) => resolve(sync[`${name}Sync`](...args)));
}
