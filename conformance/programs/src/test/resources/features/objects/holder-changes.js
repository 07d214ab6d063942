// What a site knows of a prototype chain ends, and it learns another thing of the same shape.
function Base() {}
Base.prototype.name = function () { return 'base'; };
Base.prototype.color = 'red';
function Middle() {}
Middle.prototype = Object.create(Base.prototype);
function Thing(x) { this.x = x; }
Thing.prototype = Object.create(Middle.prototype);

function name(o) { return o.name(); }
function color(o) { return o.color; }
function size(o) { return o.size; }
function make(x) { return new Thing(x).x; }

var thing = new Thing(1);
function hot() {
  var names = {}, colors = {}, sizes = {}, xs = {};
  for (var i = 0; i < 600; i++) {
    names[name(thing)] = 1;
    colors[color(thing)] = 1;
    sizes[size(thing)] = 1;
    xs[make(i & 1)] = 1;
  }
  console.log(Object.keys(names).join(), Object.keys(colors).join(), Object.keys(sizes).join(), Object.keys(xs).join());
}

hot();
Middle.prototype.name = function () { return 'middle'; };
hot();
Middle.prototype.color = 'green';
Thing.prototype.name = function () { return 'thing'; };
hot();
Base.prototype.size = 7;
hot();
delete Thing.prototype.name;
Middle.prototype.size = 8;
hot();
delete Middle.prototype.name;
Object.defineProperty(Middle.prototype, 'x', { set: function (v) {}, get: function () { return 'accessor'; }, configurable: true });
hot();
delete Middle.prototype.x;
delete Base.prototype.size;
hot();

// In the middle of a loop.
function loop(o, n) {
  var seen = '';
  for (var i = 0; i < n; i++) {
    if (i % 500 === 0) {
      if (i % 1000 === 0) Middle.prototype.color = 'blue' + i;
      else delete Middle.prototype.color;
      seen += ' ' + o.color;
    } else if (i % 500 === 499) {
      seen += ' ' + o.color;
    } else {
      o.color;
    }
  }
  return seen;
}
console.log(loop(thing, 3000));
