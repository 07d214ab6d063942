// A call that has always called the same function, with all arguments or with too few, and then calls something else.
function call(f, n) {
  let result;
  for (let i = 0; i < n; i++) {
    result = f(i);
  }
  return result;
}
function callMethod(o, n) {
  let result;
  for (let i = 0; i < n; i++) {
    result = o.m(i, 1);
  }
  return result;
}
function construct(C, n) {
  let result;
  for (let i = 0; i < n; i++) {
    result = new C(i);
  }
  return result;
}
function one(x) { return x + 1; }
function three(x, y, z) { return String(x) + y + z; }
function none() { return arguments.length; }

console.log(call(one, 1000));
console.log(call(three, 10));
console.log(call(none, 10));
console.log(call(Math.abs, 10));
console.log(call(one.bind(null, 41), 3));
for (const wrong of [undefined, 1, 'text', {}, null]) {
  try {
    call(wrong, 1);
  } catch (e) {
    console.log(e instanceof TypeError);
  }
}
class A { constructor(x) { this.x = x; } }
class B extends A { constructor(x, y) { super(x); this.y = y; } }
function Plain(x, y) { this.x = x; this.y = y; }
try {
  call(A, 1);
} catch (e) {
  console.log(e instanceof TypeError);
}

const object = { m: three };
console.log(callMethod(object, 1000));
object.m = (a, b) => a * b;
console.log(callMethod(object, 1000));
console.log(callMethod({ m: one }, 10));

console.log(JSON.stringify(construct(A, 1000)), JSON.stringify(construct(B, 1000)), JSON.stringify(construct(Plain, 1000)));
try {
  construct(() => 1, 1);
} catch (e) {
  console.log(e instanceof TypeError);
}

// The function that was called is gone; another one may lie where it was.
function twice(make) {
  const f = make();
  let sum = 0;
  for (let i = 0; i < 300; i++) {
    sum += f(i);
  }
  return sum;
}
for (let round = 0; round < 30; round++) {
  const garbage = [];
  for (let i = 0; i < 2000; i++) {
    garbage.push((x, y) => [x, y, i]);
  }
  const total = twice(() => round % 2 ? (x, y) => x + (y === undefined ? round : 1000000) : x => x + garbage.length);
  if (round % 10 < 2) {
    console.log(total);
  }
}

// Too deep, again and again, with missing arguments.
let depth = 0;
function deep(a, b, c) {
  depth++;
  return b === undefined && c === undefined ? deep(a) + 1 : -1;
}
const depths = [];
for (let i = 0; i < 5; i++) {
  depth = 0;
  try {
    deep(i);
  } catch (e) {
    depths.push(e instanceof RangeError && depth > 500);
  }
}
console.log(depths.join());

// Constants of loops that call nothing, and of one around another.
function constants(n) {
  let x = 0.5;
  let y = 1;
  for (let i = 0; i < n; i++) {
    x = x * 0.75 + 0.125;
    for (let j = 0; j < 3; j++) {
      y = y * 1.0625 - x * 0.75;
      if (y > 100.5) {
        y = y - 99.25;
      }
    }
  }
  return [x, y];
}
console.log(constants(10).join(), constants(2000).join());
