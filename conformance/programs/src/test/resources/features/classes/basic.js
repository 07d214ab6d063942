class Point {
  constructor(x, y) { this.x = x; this.y = y; }
  add(o) { return new Point(this.x + o.x, this.y + o.y); }
  toString() { return `(${this.x}, ${this.y})`; }
  static origin() { return new Point(0, 0); }
}
console.log(String(new Point(1, 2).add(new Point(3, 4))), `${Point.origin()}`, typeof Point, Point.name, Object.keys(new Point(1, 2)).join());
console.log(Object.getOwnPropertyNames(Point.prototype).join(), Point.prototype.propertyIsEnumerable('add'));
