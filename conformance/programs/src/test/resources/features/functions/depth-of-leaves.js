// Recursion ends that calls functions which call nothing, or goes through getters alone.
function leaf(x) { return x + 1; }
function down(n) { depth = leaf(n); down(depth); }
var depth = 0;
function measure() {
  depth = 0;
  try { down(0); } catch (e) { return e instanceof RangeError ? depth : e; }
}
for (var i = 0; i < 20; i++) leaf(measure());
console.log(measure() > 1000);

var self = { get again() { return this.again; } };
function ask(o) { try { return o.again; } catch (e) { return e.constructor.name; } }
for (var i = 0; i < 20; i++) ask(self);
console.log(ask(self));

var both = {
  get left() { return this.right; }, get right() { return this.left; },
  set value(v) { this.value = v; }
};
function store(o) { try { o.value = 1; return 'stored'; } catch (e) { return e.constructor.name; } }
function walk(o) { try { return o.left; } catch (e) { return e.constructor.name; } }
for (var i = 0; i < 20; i++) { store(both); walk(both); }
console.log(store(both), walk(both));

var few = { n: 0, get next() { this.n++; return this.n % 50 ? this.next : this.n; } };
var sum = 0;
for (var i = 0; i < 500; i++) sum += few.next;
console.log(sum);
