// Sloppy functions with simple parameters: arguments and parameters are the same variables.
function show(label, a) {
  console.log(label, JSON.stringify(a));
}

function parameterFirst(a, b) {
  a = 'changed';
  b++;
  return [arguments[0], arguments[1], arguments.length];
}
show('assigned', parameterFirst(1, 2, 3));
show('not passed', parameterFirst(1));

function elementFirst(a, b) {
  arguments[0] = 'x';
  arguments[1] += 5;
  return [a, b, arguments[0], arguments[1]];
}
show('written', elementFirst(1, 2));
show('beyond', elementFirst(1));

function passedOn(a, b) {
  (function (list) { list[1] = 'other'; })(arguments);
  return b;
}
show('passed on', passedOn(1, 2));

function closures(a) {
  const set = value => { a = value; };
  const get = () => a;
  set('from closure');
  const seen = arguments[0];
  arguments[0] = 'from element';
  return [seen, get()];
}
show('closures', closures(1));

function arrows(a) {
  (() => { arguments[0] = 'arrow'; })();
  return a;
}
show('arrows', arrows(1));

function same(a, a, b) {
  a = 'last';
  arguments[0] = 'first';
  return [a, b, arguments[0], arguments[1], arguments[2]];
}
show('same name', same(1, 2, 3));

function deleted(a, b) {
  delete arguments[0];
  arguments[0] = 'new';
  a = 'parameter';
  return [a, arguments[0], 0 in arguments, Object.keys(arguments)];
}
show('deleted', deleted(1, 2));

function keys(a, b, c) {
  delete arguments[1];
  arguments.extra = 1;
  return [Object.keys(arguments), Object.getOwnPropertyNames(arguments)];
}
show('keys', keys(1, 2, 3, 4));

function defined(a, b, c) {
  Object.defineProperty(arguments, '0', { value: 'defined' });
  Object.defineProperty(arguments, '1', { writable: false });
  Object.defineProperty(arguments, '2', { get() { return 'got'; } });
  const first = a;
  a = 'still'; b = 'not any more'; c = 'nor this';
  return [first, arguments[0], arguments[1], arguments[2], Object.getOwnPropertyDescriptor(arguments, '0')];
}
show('defined', defined(1, 2, 3));

function hidden(a) {
  Object.defineProperty(arguments, '0', { enumerable: false });
  a = 'seen';
  return [Object.keys(arguments), arguments[0], Object.getOwnPropertyDescriptor(arguments, '0')];
}
show('hidden', hidden(1));

function frozen(a) {
  Object.freeze(arguments);
  a = 2;
  arguments[0] = 3;
  return [a, arguments[0], Object.isFrozen(arguments)];
}
show('frozen', frozen(1));

function sealed(a) {
  Object.seal(arguments);
  a = 2;
  const deletes = delete arguments[0];
  return [arguments[0], deletes, Object.isSealed(arguments)];
}
show('sealed', sealed(1));

function evaluated(a) {
  eval('a = "by eval"');
  const seen = arguments[0];
  eval('arguments[0] = "element"');
  return [seen, a];
}
show('eval', evaluated(1));

function declared(a) {
  function a() {}
  return [typeof arguments[0], typeof a];
}
show('function of the name', declared(1));

function variable(a) {
  var a;
  const before = arguments[0];
  var a = 2;
  return [before, arguments[0]];
}
show('var of the name', variable(1));

function loops(a, b) {
  for (a in { key: 1 });
  for (b of ['of']);
  return [arguments[0], arguments[1]];
}
show('loops', loops(1, 2));

function patterns(a, b) {
  [a, { b }] = ['p', { b: 'q' }];
  return [arguments[0], arguments[1]];
}
show('patterns', patterns(1, 2));

function* generator(a) {
  a = 'first';
  yield arguments[0];
  arguments[0] = 'second';
  yield a;
}
show('generator', [...generator(1)]);

const method = { m(a) { a = 2; return arguments[0]; } };
show('method', method.m(1));

function spread(a, b) {
  a = 'A';
  return [[...arguments], Array.from(arguments), Array.prototype.slice.call(arguments), Math.max.apply(null, arguments)];
}
show('array-like', spread(1, 2, 3));

function inherits(a) {
  a = 'inherited';
  return Object.create(arguments)[0];
}
show('inherited', inherits(1));

// None of these is mapped.
function strict(a) {
  'use strict';
  a = 2;
  return arguments[0];
}
function withDefault(a, b = 1) {
  a = 2;
  return arguments[0];
}
function withRest(a, ...b) {
  a = 2;
  return arguments[0];
}
show('not mapped', [strict(1), withDefault(1), withRest(1)]);
for (const f of [function () { 'use strict'; return arguments; }, function (a = 1) { return arguments; }]) {
  try {
    f().callee;
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
  console.log(typeof Object.getOwnPropertyDescriptor(f(), 'callee').get);
}
console.log((function () { return arguments.callee.name; }).call(), Object.prototype.toString.call((function (a) { a = 1; return arguments; })(1)));
console.log((function (a) { a = 1; return arguments; })(2, 3));

// Hot.
function hot(a, b) {
  a = a + 1;
  arguments[1] = a;
  return arguments[0] + b;
}
function reads(a) {
  let sum = a;
  for (let i = 0; i < arguments.length; i++) sum += arguments[i];
  return sum;
}
let sum = 0;
for (let i = 0; i < 20000; i++) {
  sum += hot(i, 7) + reads(i, 1, 2);
}
console.log(sum);
