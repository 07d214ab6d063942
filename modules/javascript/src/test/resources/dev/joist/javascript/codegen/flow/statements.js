// Every statement, with jumps of every kind out of every kind of nesting.
function loops(list, n) {
  for (var i = 0; i < n; i++) { if (i % 2) continue; if (i > 5) break; list.push(i); }
  for (let j = 0, k = n; j < k; j++, k--) list.push(() => j + k);
  for (;;) { break; }
  while (n-- > 0) { if (list[n]) continue; list[n] = n; }
  do { n++; } while (n < 3 && list.length);
  outer: for (const a of list) {
    for (const b in a) { if (b) continue outer; if (a) break outer; }
    for (const c of a) { try { if (c) continue outer; break outer; } finally { list.push(c); } }
  }
  for (list.x of list) for (list[0] in list) ;
  for (const { a, b: [c] } of list) list.push(() => a + c);
  block: { if (n) break block; n = 1; }
  var late = n; return late;
}
function tries(f) {
  try { f(); } catch { f(1); }
  try { return f(); } catch (e) { return e; } finally { f(2); }
}
function nestedTries(f) {
  for (const x of f) {
    try { try { if (x) continue; if (f) break; return x; } finally { if (x > 1) return f; f(x); } }
    catch ({ message, ...rest }) { throw () => message + rest; }
    finally { for (const y of x) { if (y) continue; break; } }
  }
}
function switches(x, f) {
  switch (x) {
    case 1: let a = f; f(() => a);
    case f(): { a = 2; break; }
    default: const b = a; f(b);
    case 'late': function inCase() { return a; } class K {} return inCase;
  }
  switch (x) {}
  switch (f()) { default: f(); }
  label: switch (x) { case 1: for (;;) { break label; } }
}
function blocks(f) {
  if (f) { let a = 1; f(() => a); } else { const a = 2; { let a = 3; f(a); } }
  if (f) function conditional() {}
  { hoisted(); function hoisted() { return conditional; } }
  f(use); let use = 1; f(use); debugger; ;
  return; f();
}
{ let scriptLevel = 1; f(() => scriptLevel); }
for (let i of [1, 2]) f(() => i);
try { f(); } finally { g(); }
