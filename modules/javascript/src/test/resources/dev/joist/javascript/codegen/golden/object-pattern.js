function f({ a, b: { c = 1 }, ...d }) { return [a, c, d]; }
