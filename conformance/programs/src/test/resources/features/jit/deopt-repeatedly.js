function get(o) { return o.p; }
let s = 0;
for (let round = 0; round < 20; round++) {
  for (let i = 0; i < 60; i++) s += get({ p: 1 });
  const odd = {};
  for (let k = 0; k < round; k++) odd['x' + k] = k;
  odd.p = 100;
  s += get(odd);
}
console.log(s);
