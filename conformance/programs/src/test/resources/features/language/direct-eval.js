// Direct eval sees the variables, this, super and so on of the function it stands in.
function locals(a) {
  var b = 2;
  let c = 3;
  const d = 4;
  eval('a = 10; b = 20; c = 30');
  return [a, b, c, d, eval('a + b + c + d'), eval('arguments.length')].join();
}
console.log(locals(1));

function declares() {
  eval('var made = 1; function alsoMade() { return made + 1; }');
  const read = () => typeof made;
  const before = read();
  const called = alsoMade();
  const deleted = delete made;
  return [before, called, deleted, read()].join();
}
console.log(declares());

var name = 'outer';
function shadows() {
  function read() {
    return name;
  }
  const before = read();
  eval("var name = 'inner'");
  return [before, read(), name].join();
}
console.log(shadows(), name);

function strict() {
  'use strict';
  eval('var hidden = 1');
  return typeof hidden;
}
console.log(strict());

function blocks() {
  const results = [];
  for (let i = 0; i < 3; i++) {
    const doubled = i * 2;
    results.push(eval('i + ":" + doubled'));
  }
  return results.join();
}
console.log(blocks());

class Base {
  get greeting() {
    return 'hello from ' + this.name;
  }
}
class Derived extends Base {
  #secret = 42;
  field = eval('this.constructor.name');
  constructor() {
    eval('super()');
    this.name = eval('new.target.name');
  }
  greet() {
    return eval('super.greeting');
  }
  reveal() {
    return eval('this.#secret');
  }
}
const derived = new Derived();
console.log(derived.greet(), derived.reveal(), derived.field);

function tdz() {
  try {
    eval('later');
  } catch (error) {
    console.log(error.name, error.message);
  }
  let later = 1;
  try {
    eval('const fixed = 1; fixed = 2');
  } catch (error) {
    console.log(error.name, error.message);
  }
  try {
    eval('var later = 2');
  } catch (error) {
    console.log(error.name, error.message);
  }
  return later;
}
console.log(tdz());

function renamed(eval) {
  return eval('1 + 1');
}
console.log(renamed(text => text + '!'), eval(17), eval(), eval(...['2 * 3']));
console.log((function (a = eval('1 + 1'), b = eval('a * 2')) {
  return a + b;
})());
console.log(eval("eval('var nested = 5'); nested"));

let total = 0;
function hot(n) {
  return eval('n + 1');
}
for (let i = 0; i < 300; i++) {
  total += hot(i);
}
console.log(total);
