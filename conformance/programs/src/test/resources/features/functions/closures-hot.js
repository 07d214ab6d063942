// Function objects made in code that gets hot.
'use strict';
function make(i) {
  const arrow = x => x + i;
  function declared() {
    return i * 2;
  }
  const expression = function named(n) {
    return n === 0 ? i : named(n - 1);
  };
  const constantOnly = () => 5;
  function* generator() {
    yield i;
    yield i + 1;
  }
  const object = { method(a) { return a + i; }, get value() { return i; } };
  class Local {
    constructor() {
      this.i = i;
    }
    twice() {
      return this.i * 2;
    }
  }
  return { arrow, declared, expression, constantOnly, generator, object, Local };
}
const made = [];
for (let i = 0; i < 300; i++) {
  made.push(make(i));
}
for (const i of [0, 1, 150, 299]) {
  const m = made[i];
  console.log(m.arrow(1), m.declared(), m.expression(3), m.constantOnly(), [...m.generator()].join(), m.object.method(1), m.object.value, new m.Local().twice());
  console.log(m.arrow.name, m.declared.name, m.expression.name, m.arrow.length, m.expression.length, typeof m.declared.prototype, m.arrow.prototype,
    new m.declared() instanceof m.declared, Object.getPrototypeOf(m.arrow) === Function.prototype, m.declared.prototype.constructor === m.declared,
    Object.getOwnPropertyNames(m.declared).join(), m.arrow === make(i).arrow, m.arrow.bind(null, 5)(), m.declared.call());
}
