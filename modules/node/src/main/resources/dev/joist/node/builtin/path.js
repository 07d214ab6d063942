'use strict';
// POSIX paths, as node documents them.

function requireString(value, name) {
  if (typeof value !== 'string') {
    const error = new TypeError(`The "${name}" argument must be of type string. Received ${value === null || value === undefined ? value : typeof value}`);
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
}

/** Resolves "." and ".." in a path without a leading slash. */
function normalizeParts(path, isAbsolute) {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') {
      continue;
    }
    if (part !== '..') {
      parts.push(part);
    } else if (parts.length > 0 && parts[parts.length - 1] !== '..') {
      parts.pop();
    } else if (!isAbsolute) {
      parts.push('..');
    }
  }
  return parts.join('/');
}

function isAbsolute(path) {
  requireString(path, 'path');
  return path.startsWith('/');
}

function normalize(path) {
  requireString(path, 'path');
  if (path === '') {
    return '.';
  }
  const absolute = path.startsWith('/');
  const parts = normalizeParts(path, absolute);
  if (parts === '') {
    return absolute ? '/' : path.endsWith('/') ? './' : '.';
  }
  return (absolute ? '/' : '') + parts + (path.endsWith('/') ? '/' : '');
}

function join(...paths) {
  paths.forEach((path) => requireString(path, 'path'));
  return normalize(paths.filter((path) => path !== '').join('/'));
}

function resolve(...paths) {
  let resolved = '';
  for (let i = paths.length - 1; i >= -1 && !resolved.startsWith('/'); i--) {
    const path = i >= 0 ? paths[i] : process.cwd();
    requireString(path, `paths[${i}]`);
    if (path !== '') {
      resolved = resolved === '' ? path : `${path}/${resolved}`;
    }
  }
  return '/' + normalizeParts(resolved, true);
}

function relative(from, to) {
  const source = resolve(from).split('/').filter((part) => part !== '');
  const target = resolve(to).split('/').filter((part) => part !== '');
  let common = 0;
  while (common < source.length && common < target.length && source[common] === target[common]) {
    common++;
  }
  return [...source.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** Where the path ends when slashes at its end do not count. */
function trimmedEnd(path) {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') {
    end--;
  }
  return end;
}

function dirname(path) {
  requireString(path, 'path');
  const slash = path.slice(0, trimmedEnd(path)).lastIndexOf('/');
  if (slash < 0) {
    return '.';
  }
  return path.slice(0, trimmedEnd(path.slice(0, slash))) || '/';
}

function basename(path, suffix) {
  requireString(path, 'path');
  if (suffix !== undefined && suffix === path) {
    return '';
  }
  const trimmed = path.slice(0, trimmedEnd(path));
  const name = trimmed.slice(trimmed.lastIndexOf('/') + 1);
  return suffix !== undefined && name !== suffix && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name;
}

function extname(path) {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}

function parse(path) {
  const base = basename(path);
  const ext = extname(path);
  const root = path.startsWith('/') ? '/' : '';
  const dir = dirname(path);
  return { root, dir: dir === '.' && !path.startsWith('.') ? '' : dir, base, ext, name: base.slice(0, base.length - ext.length) };
}

function format(parts) {
  const base = parts.base || (parts.name || '') + (parts.ext || '');
  const dir = parts.dir || parts.root;
  return !dir ? base : dir === parts.root ? dir + base : `${dir}/${base}`;
}

const path = { resolve, normalize, isAbsolute, join, relative, toNamespacedPath: (name) => name, dirname, basename, extname, format, parse, sep: '/', delimiter: ':' };
path.posix = path;
module.exports = path;
