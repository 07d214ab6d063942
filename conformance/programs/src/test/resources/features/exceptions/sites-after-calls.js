// What is read by way of inline caches after calls, in handlers, and in loops around both.
function thrower(x) { if (x % 3 === 0) throw { code: x, more: 'm' + x }; return { code: x, extra: 1 }; }
function shapes(i) { return i % 2 ? { a: i, kind: 'odd' } : { b: 1, a: i, kind: 'even' }; }
function work(i) {
  var o = shapes(i), seen = 0;
  try {
    seen += thrower(i).code;
    seen += o.a;
  } catch (e) {
    seen -= e.code + o.a;
    if (e.more.length > 2) seen += shapes(i + 1).a;
  } finally {
    seen += o.kind.length;
  }
  return seen;
}
function loop(n) {
  var total = 0;
  for (var i = 0; i < n; i++) {
    var o = shapes(i);
    total += work(i) + o.a;
    while (o.a > i - 2) { o = { a: o.a - 1, z: thrower(1).code }; total += o.z; }
    if (i & 4) continue;
    total += o instanceof Object ? shapes(i).kind.length : 0;
  }
  return total;
}
console.log(loop(50));
console.log(loop(2000));
function Getters(x) { this.x = x; }
Object.defineProperty(Getters.prototype, 'twice', { get: function () { return this.x * 2; } });
function viaGetter(o) { var a = o.twice; return a + o.twice + o.x; }
var s = 0;
for (var i = 0; i < 1000; i++) s += viaGetter(new Getters(i));
console.log(s);
