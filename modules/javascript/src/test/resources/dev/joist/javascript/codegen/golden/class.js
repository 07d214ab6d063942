class A { constructor(x) { this.x = x; } get y() { return this.x; } static s() {} }
