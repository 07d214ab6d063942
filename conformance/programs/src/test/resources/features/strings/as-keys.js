const m = {};
for (let i = 0; i < 100; i++) m['key' + (i % 7)] = i;
console.log(Object.keys(m).join(), m['k' + 'ey' + 3], m[['key1']]);
const k = 'dyn' + 'amic';
m[k] = 1;
console.log(m.dynamic, 'dynamic' in m, m.hasOwnProperty('dyn' + 'amic'));
