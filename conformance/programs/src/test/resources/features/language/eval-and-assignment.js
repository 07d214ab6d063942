// The left side of an assignment is resolved before the right side is evaluated, as the standard says (node 20 finds the new variable).
function outer() {
  var x = 0;
  const inner = (function () {
    x += (eval('var x = 2;'), 1);
    return x;
  })();
  return [x, inner];
}
console.log(outer());
function plain() {
  var x = 'outer';
  return (function () { x = eval('var x = "inner"; "assigned"'); return x; })() + ' ' + x;
}
console.log(plain());
function logical() {
  var x = null;
  return (function () { x ??= eval('var x = "inner"; "assigned"'); return x; })() + ' ' + x;
}
console.log(logical());
function existing() {
  eval('var x = 1');
  x = eval('var x = 2; x + 1');
  x += 1;
  return x;
}
console.log(existing());
function three() {
  var x = 1;
  return (function () {
    return (function () { x = eval('var x = 5; x * 2'); return x; })() + eval('x') + (eval('var x = 7'), x);
  })() + ' ' + x;
}
console.log(three());
// The same text again, in the same place and in others.
const results = [];
for (let i = 0; i < 5; i++) results.push(eval('() => i'), eval('i'));
console.log(results.map(r => typeof r === 'function' ? r() : r).join());
function makes() { return eval('(function f() { return 1; })'); }
console.log(makes() === makes(), eval('/a/') === eval('/a/'));
const tag = strings => strings;
const templates = [0, 1].map(() => eval('tag`a`'));
console.log(templates[0] === templates[1]);
function shadow(a) { if (a) { let y = 'block'; return eval('y'); } var y = 'function'; return eval('y'); }
console.log(shadow(true), shadow(false));
for (let i = 0; i < 2; i++) { try { eval('let z = ' + '1;'); console.log(eval('typeof z')); } catch (e) { console.log(e.message); } }
for (let i = 0; i < 2; i++) { (0, eval)('var indirect = (globalThis.indirect || 0) + 1'); }
console.log(indirect);
for (let i = 0; i < 2; i++) { try { eval('syntax error'); } catch (e) { console.log(e.name); } }
