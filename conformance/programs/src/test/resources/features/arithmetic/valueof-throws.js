const bad = { valueOf() { throw new RangeError('no number'); } };
for (const f of [() => bad + 1, () => 1 - bad, () => -bad, () => bad * 2, () => bad < 1, () => bad | 0]) {
  try { f(); } catch (e) { console.log(e.name, e.message); }
}
