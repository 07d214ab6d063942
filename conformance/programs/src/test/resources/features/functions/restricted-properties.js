const rp = ['caller', 'arguments'];
for (const name of rp) {
  const d = Object.getOwnPropertyDescriptor(Function.prototype, name);
  console.log(name, typeof d.get, d.get === d.set, d.enumerable, d.configurable);
}
const thrower = Object.getOwnPropertyDescriptor(function () { 'use strict'; return arguments; }(), 'callee').get;
console.log(Object.isFrozen(thrower), thrower.length, JSON.stringify(thrower.name), Object.getPrototypeOf(thrower) === Function.prototype);
console.log(thrower === Object.getOwnPropertyDescriptor(Function.prototype, 'caller').get);
function sloppy() {}
console.log(sloppy.caller, sloppy.arguments);
const functions = {
  strict() { 'use strict'; }, arrow: () => {}, class: class {}, method: { m() {} }.m, generator: function* () {}, async: async () => {},
  bound: sloppy.bind(), strictFunction: function () { 'use strict'; }
};
for (const [kind, f] of Object.entries(functions)) {
  for (const name of rp) {
    let result;
    try { result = f[name]; } catch (e) { result = e.name + ': ' + e.message; }
    console.log(kind, name, Object.hasOwn(f, name), result);
    try { f[name] = 1; result = 'set'; } catch (e) { result = e.name; }
    console.log('  set', result);
  }
}
class Own { static caller() { return 1; } static get arguments() { return 2; } }
console.log(Own.caller(), Own.arguments);
