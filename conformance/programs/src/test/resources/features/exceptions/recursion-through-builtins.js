const cyclic = { toString() { return '' + this; } };
for (const f of [() => '' + cyclic, function g() { return [1].map(g); }, function h() { return [2, 1].sort(h); }, function k() { return { get x() { return k(); } }.x; }]) {
  try { f(); console.log('no'); } catch (e) { console.log(e instanceof RangeError, e.message); }
}
