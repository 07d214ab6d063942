// What the launcher runs once to record which classes a start loads and links.
function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.length = function () { return Math.sqrt(this.x * this.x + this.y * this.y); };
class Counter {
  constructor(start) { this.count = start; }
  next() { return this.count++; }
}
const counter = new Counter(1);
let text = '';
for (let i = 0; i < 3; i++) {
  text += `${counter.next()}: ${new Point(3 * i, 4 * i).length()}; `;
}
const squares = [1, 2, 3].map(n => n * n).filter(n => n > 1);
try {
  null.missing;
} catch (error) {
  console.log(text, squares, { name: error.name, json: JSON.stringify({ a: [1, 'two', null] }) });
}
