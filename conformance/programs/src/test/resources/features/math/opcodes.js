// Calls of functions of Math become opcodes: of all kinds of numbers, in hot code, and when somebody has replaced the function.
const numbers = [0, -0, 1, -1, 2, 7, -7, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, -0.2, 4503599627370497.5, 2147483647, -2147483648,
  2147483648, 4294967295, 4294967296, -4294967297, 1e300, -1e300, 5e-324, NaN, Infinity, -Infinity, 16777217, 0.1];
const show = x => Object.is(x, -0) ? '-0' : String(x);

function abs(x) { return Math.abs(x); }
function ceil(x) { return Math.ceil(x); }
function clz32(x) { return Math.clz32(x); }
function floor(x) { return Math.floor(x); }
function fround(x) { return Math.fround(x); }
function round(x) { return Math.round(x); }
function sqrt(x) { return Math.sqrt(x); }
function imul(x, y) { return Math.imul(x, y); }
function max(x, y) { return Math.max(x, y); }
function min(x, y) { return Math.min(x, y); }

function heat(f, values) {
  for (let i = 0; i < 300; i++) {
    f(values[i % values.length], values[(i + 1) % values.length]);
  }
}

for (const f of [abs, ceil, clz32, floor, fround, round, sqrt]) {
  heat(f, [1, 2, 3]);
  console.log(f.name, 'of integers', numbers.map(x => show(f(x))).join(' '));
  heat(f, [1.25, 2.75]);
  console.log(f.name, 'of fractions', numbers.map(x => show(f(x))).join(' '));
  console.log(f.name, 'of others', show(f('4')), show(f(null)), show(f(undefined)), show(f({ valueOf: () => 9 })), show(f([])), show(f(true)));
}
for (const f of [imul, max, min]) {
  heat(f, [1, 2, 3]);
  let sum = '';
  for (const x of numbers) {
    sum += numbers.map(y => show(f(x, y))).join(' ').length + ' ';
  }
  console.log(f.name, sum);
  heat(f, [1.25, 2.75]);
  console.log(f.name, numbers.map(x => show(f(x, 0)) + ' ' + show(f(-0, x)) + ' ' + show(f(x, NaN))).join(' '));
  console.log(f.name, 'of others', show(f('4', 3)), show(f(null, undefined)), show(f({ valueOf: () => 9 }, [2])));
}

// Results in loops, as indices and as numbers.
function loops(n) {
  let total = 0;
  const list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  for (let i = 0; i < n; i++) {
    total += list[Math.floor(i / 3) % 10] * Math.sqrt(i) - Math.abs(Math.min(i, 5) - Math.max(3, i)) + Math.round(i * 0.7);
  }
  return total;
}
console.log(loops(10), loops(1000), loops(5000));

// Arguments are evaluated after the function has been looked up, and conversions happen in order.
const order = [];
const traced = (name, value) => ({ valueOf() { order.push(name); return value; } });
console.log(Math.max(traced('a', 3), traced('b', 4)), Math.imul(traced('c', 3), traced('d', 4)), order.join());
try { Math.max(traced('e', 1), { valueOf() { throw new Error('no number'); } }); } catch (e) { console.log(e.message, order.length); }
try { floor(Symbol('s')); } catch (e) { console.log(e.name, e.message); }

// Somebody replaces functions, and puts them back.
const original = Math.floor;
Math.floor = function (x) { return this === Math ? 'replaced ' + x + ' of ' + arguments.length : 'wrong this'; };
console.log(floor(1.5), Math.floor(2), loops(3));
Math.floor = original;
console.log(floor(1.5), Math.floor(2.5));
Math.floor = Math.ceil;
console.log(floor(1.5));
heat(floor, [1.5, 2.5]);
console.log(floor(1.5));
Math.floor = 5;
try { floor(1); } catch (e) { console.log(e.name, e.message); }
delete Math.floor;
try { floor(1); } catch (e) { console.log(e.name, e.message); }
Math.floor = original;
console.log(floor(7.9));
Math.sqrt = function nested(x) { return x > 40 ? 1 : 1 + sqrt(x * 2); };
console.log(sqrt(1), sqrt(41));

// Not these: other numbers of arguments, spread, other objects of that name.
console.log(Math.max(), Math.max(1), Math.max(1, 2, 3), Math.max(...[4, 5]), Math.abs(), Math.sqrt(...[16, 1]));
(function () {
  const Math = { floor: x => 'mine ' + x };
  console.log(Math.floor(1.5));
})();
globalThis.Math = { round: x => 'another ' + x };
console.log(round(2.5));
try { abs(1); } catch (e) { console.log(e.name, e.message); }
