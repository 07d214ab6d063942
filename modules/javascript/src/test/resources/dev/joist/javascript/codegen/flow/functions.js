// Functions of every kind, parameters of every kind, and what arrow functions take from around them.
function simple(a, b) { function a() {} return a(b, arguments.length, this); }
function sloppyDuplicates(a, a) { return a; }
function defaults(a, b = a, c = () => b, { d, e = d } = {}, [f, g = f] = [], ...rest) { var a; var b = 2; return c() + d + e + f + g + rest; }
function body(a, f = () => a) { var a = 2; return f() + a; }
function restOnly(...all) { return () => all; }
function strict() { 'use strict'; return this; }
function deep() {
  const arrow = () => () => [this, arguments, new.target];
  return arrow();
}
var named = function self(n) { self = 1; return n ? self(n - 1) : () => self; };
var strictNamed = function self() { 'use strict'; self = 1; };
function* generator(a, b = a) {
  try { const sent = yield a; yield* b; for (const x of yield) if (x) return yield x; }
  catch (e) { yield e; } finally { yield 3; }
}
const methods = { *gen() { yield super.x; }, get a() { return this; }, set a(v) { this.v = v; } };
(function () { return this; })();
(() => this)();
const counter = (() => { let n = 0; return { next: () => n++, reset() { n = 0; } }; })();
function usedBeforeDeclared() { return early() + late; function early() { return late; } let late = 1; }
function closuresInLoops() { var fs = []; for (let i = 0; i < 3; i++) { let j = i; fs.push(() => i + j); if (j) i++; } return fs; }
function restAndArguments(a, ...rest) { return [arguments, rest, () => arguments[a]]; }
