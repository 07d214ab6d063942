const base = { greet() { return 'hi ' + this.name; } };
const o = { __proto__: base, name: 'x' };
console.log(o.greet(), Object.keys(o).join(), Object.getPrototypeOf(o) === base);
Object.setPrototypeOf(o, null);
console.log(o.greet, 'toString' in o);
